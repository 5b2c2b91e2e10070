/** What was said of the row so far: to whom, when, where; each as a sentence to copy, and an oral reply noted in a moment. */
import type { RowDetail, RowKey, StatementView } from '@/generated/wire.ts';
import { Badge, Button } from '@/kit/index.ts';
import { useClient, useEditable, useWords } from '@/lib/client.ts';
import { copyText } from '@/lib/copied.ts';
import { cellOf, textOf } from '@/lib/fields.ts';
import { useNotices } from '@/lib/notices.ts';
import { Facts } from './facts.tsx';
import { Item } from './item.tsx';
import { NewRow } from './new-row.tsx';
import { beginToday } from './today.ts';

export interface ToldProps {
  detail: RowDetail;
  caughtUp: (op: number | null) => Promise<void>;
  onOpen: (key: RowKey) => void;
}

const FIELDS = [
  'said',
  'said_to',
  'date',
  'verbatim',
  'session',
  'source',
  'source_para',
  'said_by',
] as const;
/** What an oral reply needs: what was said, to whom, when. */
const QUICK = ['said', 'said_to', 'date'] as const;

export function Told({ detail, caughtUp, onOpen }: ToldProps) {
  const client = useClient();
  const { say } = useWords();
  const editable = useEditable();
  const { kind, id } = detail.row;
  return (
    <section className="i-section" aria-label={say('inspector-told')} data-testid="told">
      {editable ? (
        <div className="i-actions">
          <NewRow
            kind="statement"
            label={say('inspector-told-quick')}
            title={say('inspector-told-quick-title')}
            keep={say('inspector-told-keep')}
            fields={QUICK}
            required={['said']}
            given={{ [kind]: id, said_by: client.settings.get().organization }}
            begin={() => beginToday(client)}
            caughtUp={caughtUp}
          />
        </div>
      ) : null}
      {detail.statements.length === 0 ? (
        <p className="i-none">{say('inspector-told-empty')}</p>
      ) : (
        <ul className="i-items">
          {detail.statements.map((statement) => (
            <li key={statement.row.id}>
              <Item
                row={statement.row}
                name={say('inspector-told-of', { to: textOf(statement.row, 'said_to') || say('not-stated') })}
                fields={FIELDS}
                caughtUp={caughtUp}
                onOpen={onOpen}
              >
                <Statement statement={statement} />
              </Item>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Statement({ statement }: { statement: StatementView }) {
  const { say } = useWords();
  const client = useClient();
  const notices = useNotices();
  const { row, sentence } = statement;
  return (
    <>
      <p className="i-item-title">
        <bdi>{textOf(row, 'said_to') || say('inspector-told-nobody')}</bdi>
        <bdi>{textOf(row, 'date')}</bdi>
        <Badge look="quiet">
          {say(cellOf(row, 'verbatim').empty ? 'inspector-told-not-verbatim' : 'inspector-told-verbatim')}
        </Badge>
      </p>
      <p className="i-item-text" dir="auto">
        {textOf(row, 'said')}
      </p>
      <Facts
        facts={[
          [textOf(row, 'source'), textOf(row, 'source_para')].filter((part) => part !== '').join(', '),
          textOf(row, 'session'),
          textOf(row, 'said_by') === '' ? '' : say('inspector-told-by', { name: textOf(row, 'said_by') }),
        ]}
      />
      <p>
        <Button
          look="quiet"
          icon="copy"
          onPress={() => void copyText(client, sentence).catch(notices.report)}
        >
          {say('inspector-told-copy')}
        </Button>
      </p>
    </>
  );
}
