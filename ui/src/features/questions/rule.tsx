/** The questions of one rule, a page at a time. */
import { useId, useState } from 'react';
import type { Question, RowBrief, RowKey } from '@/generated/wire.ts';
import { Badge, Button } from '@/kit/index.ts';
import { useClient, useOff, useSource, useWords } from '@/lib/client.ts';
import { useNavigation } from '@/lib/navigation.ts';
import { useNotices } from '@/lib/notices.ts';
import { useReading } from '@/lib/reading.ts';
import { useStore } from '@/lib/store.ts';
import { wish } from '@/lib/wished.ts';
import { createDraft, FormDialog, FormField } from '@/parts/forms/index.ts';
import type { QuestionsState } from './state.ts';

/** Questions that are shown at first, and those that come with each press. */
const FIRST = 8;
const PAGE = 50;
/** Rows of a question that come with each press. */
const ROWS = 50;

export interface RuleQuestionsProps {
  rule: string;
  intended: boolean;
  state: QuestionsState;
  onOpen: (key: RowKey) => void;
}

export function RuleQuestions({ rule, intended, state, onOpen }: RuleQuestionsProps) {
  const { say } = useWords();
  const source = useSource();
  const [shown, setShown] = useState(FIRST);
  const { value } = useReading('questions_list', { source, rule, intended, from: 0, to: shown }, state);
  if (!value) {
    return null;
  }
  const more = value.count - value.questions.length;
  return (
    <>
      <ul className="q-list">
        {value.questions.map((question) => (
          <Asked key={question.subject} question={question} onOpen={onOpen} />
        ))}
      </ul>
      {more > 0 ? (
        <Button look="quiet" onPress={() => setShown(shown + PAGE)} data-testid="questions-more">
          {say('questions-more', { count: more })}
        </Button>
      ) : null}
    </>
  );
}

function Asked({ question, onOpen }: { question: Question; onOpen: (key: RowKey) => void }) {
  const client = useClient();
  const notices = useNotices();
  const { say } = useWords();
  const off = useOff();
  const navigation = useNavigation();
  const id = useId();
  const [saying, setSaying] = useState(false);
  const { rule, subject, intended } = question;
  const [first] = question.rows;
  const remedy = (): void => {
    if (first && rule === 'carried-in-part') {
      navigation.show('carry', { row: { kind: first.kind, id: first.id } });
    } else if (first) {
      wish({ id: first.id, field: question.field, tab: TABS[rule] });
      onOpen({ kind: first.kind, id: first.id });
    }
  };
  const again = async (): Promise<void> => {
    await client.write('question_ask_again', { rule, subject });
  };
  return (
    <li className="q-question" data-testid="question">
      <p id={id} className="q-words">
        <bdi>{question.words}</bdi>
      </p>
      {intended ? (
        <p className="q-because">
          <bdi>{intended.words}</bdi>
        </p>
      ) : null}
      <Rows question={question} labelId={id} onOpen={onOpen} />
      <div className="q-actions">
        {intended ? (
          <Button off={off} onPress={() => void again().catch(notices.report)}>
            {say('questions-again')}
          </Button>
        ) : (
          <>
            {first ? (
              <Button onPress={remedy} aria-describedby={id}>
                {question.remedy}
              </Button>
            ) : null}
            <Button look="quiet" off={off} aria-describedby={id} onPress={() => setSaying(true)}>
              {say('questions-intend')}
            </Button>
          </>
        )}
      </div>
      {saying ? <IntendedDialog question={question} onClose={() => setSaying(false)} /> : null}
    </li>
  );
}

/** Where in the details the answer is given, where it is no field. */
const TABS: Readonly<Record<string, string>> = {
  old: 'updates',
  'role-not-stated': 'people',
  'roles-differ': 'people',
  'figures-differ': 'measurements',
  'action-line-unmapped': 'links',
  'ended-still-named': 'links',
};

function Rows({
  question,
  labelId,
  onOpen,
}: {
  question: Question;
  labelId: string;
  onOpen: (key: RowKey) => void;
}) {
  const { say } = useWords();
  const source = useSource();
  const [shown, setShown] = useState(question.rows.length);
  const { rule, subject, count } = question;
  const all = shown > question.rows.length && question.intended === null;
  const asked = all ? { rule, subject, source, from: 0, to: shown } : undefined;
  const { value } = useReading('question_rows', asked);
  const rows: readonly RowBrief[] = value?.rows ?? question.rows;
  const more = count - rows.length;
  return (
    <ul className="q-rows" aria-labelledby={labelId}>
      {rows.map((row) => (
        <li key={`${row.kind} ${row.id}`}>
          <button type="button" className="q-row" onClick={() => onOpen({ kind: row.kind, id: row.id })}>
            {row.short === row.title || row.short === '' ? null : <Badge look="line">{row.short}</Badge>}
            <bdi>{row.title}</bdi>
            {row.note === '' ? null : (
              <span className="q-note">
                <bdi>{row.note}</bdi>
              </span>
            )}
          </button>
        </li>
      ))}
      {more > 0 && question.intended === null ? (
        <li>
          <button type="button" className="q-row q-more" onClick={() => setShown(rows.length + ROWS)}>
            {say('questions-more-rows', { count: more })}
          </button>
        </li>
      ) : null}
    </ul>
  );
}

function IntendedDialog({ question, onClose }: { question: Question; onClose: () => void }) {
  const client = useClient();
  const { say } = useWords();
  const field = useStore(client.kinds, (kinds) =>
    kinds.get('intent')?.fields.find(({ name }) => name === 'because'),
  );
  const [draft] = useState(() => createDraft());
  if (!field) {
    return null;
  }
  const { rule, subject } = question;
  return (
    <FormDialog
      title={say('questions-intend-title')}
      keep={say('questions-intend-keep')}
      draft={draft}
      narrow
      onKeep={async () => {
        await client.write('question_intended', { rule, subject, because: draft.get(field.name).text });
      }}
      onClose={onClose}
    >
      <p>
        <bdi>{question.words}</bdi>
      </p>
      <p className="k-quiet">{say('questions-because-kept', { count: question.count })}</p>
      <FormField field={field} draft={draft} label={say('questions-because')} first required wide />
    </FormDialog>
  );
}
