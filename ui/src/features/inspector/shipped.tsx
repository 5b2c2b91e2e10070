/** Where the reference differs from the one that came with the application: the shipped words, and a way back to them. */
import type { FieldInfo, RowDetail } from '@/generated/wire.ts';
import { Button } from '@/kit/index.ts';
import { useClient, useEditable, useWords, type WriteName } from '@/lib/client.ts';
import { cellOf } from '@/lib/fields.ts';
import { useNotices } from '@/lib/notices.ts';

export interface ShippedProps {
  detail: RowDetail;
  fields: readonly FieldInfo[];
  caughtUp: (op: number | null) => Promise<void>;
}

/** The snapshot whose catalogue is the shipped one. */
const SHIPPED = { at: 'shipped', name: 'starter' } as const;

export function Shipped({ detail, fields, caughtUp }: ShippedProps) {
  const client = useClient();
  const notices = useNotices();
  const editable = useEditable();
  const { say } = useWords();
  const { row, shipped } = detail;
  if (!shipped || shipped.length === 0) {
    return null;
  }
  const takeBack = async (field: string): Promise<void> => {
    const { kind, id } = row;
    const before = await client.call('row_get', { kind, id, source: SHIPPED });
    const words = cellOf(before.row, `${field}_words`).value;
    const written = await client.write(`${kind}_set` as WriteName & `${string}_set`, {
      id,
      field,
      value: cellOf(before.row, field).value,
      words: typeof words === 'string' ? words : null,
      was: cellOf(row, field).value,
      token: null,
    });
    await caughtUp(written.op);
  };
  return (
    <section className="i-section" aria-label={say('shipped')} data-testid="shipped">
      <h3>{say('shipped')}</h3>
      <p className="i-hint">{say('shipped-text')}</p>
      <ul className="i-items">
        {shipped.map(({ field, label, text }) => {
          const info = fields.find(({ name }) => name === field);
          return (
            <li key={field} className="i-shipped" data-shipped={field}>
              <p className="i-hint">{label}</p>
              <p dir="auto">{text === '' ? <span className="k-quiet">{say('not-stated')}</span> : text}</p>
              {editable && info?.computed !== true ? (
                <Button look="quiet" icon="undo" onPress={() => void takeBack(field).catch(notices.report)}>
                  {say('shipped-use', { field: label })}
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
