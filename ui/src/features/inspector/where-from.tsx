/** "Where is this from?": source, paragraph, basis and as-of of a row, said in one step. */
import { useRef, useState } from 'react';
import type { FieldInfo, RowView } from '@/generated/wire.ts';
import { Button } from '@/kit/index.ts';
import { useClient, useWords } from '@/lib/client.ts';
import { useEditing } from '@/lib/editing.ts';
import { cellOf, textOf } from '@/lib/fields.ts';
import { useStore } from '@/lib/store.ts';
import {
  changedIn,
  createDraft,
  type Draft,
  entriesOf,
  FormDialog,
  FormField,
  useKeysBack,
  useSeen,
} from '@/parts/forms/index.ts';

const FIELDS = ['source', 'source_para', 'as_of', 'basis', 'basis_by'] as const;

/** Whether the facts of a row are what somebody here reads in a source, and no more. */
export function isReading(row: RowView): boolean {
  return cellOf(row, 'basis').value === 'our_reading';
}

/** Whether a row was more than our reading before, and is no more now: somebody changed a fact. */
export function becameReading(before: RowView, now: RowView): boolean {
  const speaks = (name: string): boolean => cellOf(before, name).value !== cellOf(now, name).value;
  return before.id === now.id && isReading(now) && (speaks('basis') || speaks('as_of'));
}

export interface WhereFromProps {
  row: RowView;
  fields: readonly FieldInfo[];
  caughtUp: (op: number | null) => Promise<void>;
  /** Said before the question: what the row has become. */
  became?: boolean;
}

export function WhereFrom({ row, fields, caughtUp, became = false }: WhereFromProps) {
  const { say } = useWords();
  const [draft, setDraft] = useState<Draft>();
  const panel = useRef<Element>(null);
  const { keep } = useKeysBack(draft !== undefined, () => toAnswer(panel.current));
  const source = textOf(row, 'source');
  return (
    <div className="i-ask" data-testid={became ? 'ask-became' : 'ask'}>
      {became ? (
        <span>
          {source === '' ? say('inspector-became-ours') : say('inspector-became-reading', { source })}
        </span>
      ) : null}
      <Button
        look="quiet"
        icon="questions"
        onPress={() => {
          keep();
          panel.current = document.activeElement?.closest('.i-panel') ?? null;
          setDraft(beginning(row, fields));
        }}
      >
        {say('inspector-where-from')}
      </Button>
      {draft ? (
        <Ask
          row={row}
          fields={fields}
          draft={draft}
          caughtUp={caughtUp}
          onClose={() => setDraft(undefined)}
          onKept={() => toAnswer(panel.current)}
        />
      ) : null}
    </div>
  );
}

/** Frames in which the dialog goes, the details are drawn anew, and each hands the keys on. */
const SETTLING = 12;

/** Once it is answered nothing is asked: the keys go where the answer stands. */
function toAnswer(panel: Element | null): void {
  let frames = SETTLING;
  const go = (): void => {
    const now = document.activeElement;
    // Whoever has gone on to something else stays there.
    if (now === null || now === document.body || now.matches('[role="tab"]')) {
      panel?.querySelector<HTMLElement>('[data-field="basis"] .i-edit')?.focus();
    }
    frames -= 1;
    if (frames > 0) {
      requestAnimationFrame(go);
    }
  };
  requestAnimationFrame(go);
}

/** Whoever can say where it is from has it stated. */
function beginning(row: RowView, fields: readonly FieldInfo[]): Draft {
  const draft = createDraft(entriesOf(row, fields));
  const stated = fields.find(({ name }) => name === 'basis')?.choices.find(({ code }) => code === 'stated');
  if (stated) {
    draft.set('basis', { value: stated.code, text: stated.label, typed: '' });
  }
  return draft;
}

interface AskProps extends Omit<WhereFromProps, 'became'> {
  draft: Draft;
  onClose: () => void;
  onKept: () => void;
}

function Ask({ row: shown, fields, draft, caughtUp, onClose, onKept }: AskProps) {
  const client = useClient();
  const editing = useEditing();
  const { say } = useWords();
  const basis = useStore(draft.entries, (entries) => entries.get('basis')?.value);
  const infos = FIELDS.flatMap((name) => fields.find((field) => field.name === name) ?? []).filter(
    ({ name }) => name !== 'basis_by' || basis === 'other',
  );
  const { row, renew } = useSeen(shown, infos, (now) => draft.renew(entriesOf(now, fields)));
  const keep = async (): Promise<void> => {
    await editing.ask(row.kind, [row.id]);
    const set = changedIn(draft, row, infos);
    if (set.length > 0) {
      const { op } = await client.write('rows_set', { set });
      await caughtUp(op);
    }
    onKept();
  };
  return (
    <FormDialog
      title={say('inspector-where-from')}
      keep={say('inspector-where-from-keep')}
      draft={draft}
      size="medium"
      onKeep={keep}
      onStale={renew}
      onClose={onClose}
    >
      <p className="f-wide">
        <bdi>{row.title}</bdi>
      </p>
      {infos.map((field) => (
        <FormField
          key={field.name}
          field={field}
          draft={draft}
          first={field.name === 'source'}
          placeholder={field.field === 'date' ? say('forms-date-example') : undefined}
        />
      ))}
    </FormDialog>
  );
}
