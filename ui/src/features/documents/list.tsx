/** The documents of the plan: what each is called, its symbol, for which session, and how far it is. */
import type { DocumentView } from '@/generated/wire.ts';
import { Button, Menu, MenuItem, StatusMark, type StatusShape } from '@/kit/index.ts';
import { useWords } from '@/lib/client.ts';
import { useStore } from '@/lib/store.ts';
import type { DocumentsState } from './state.ts';

/** The shape of each state of a document: from an open circle to a full one. */
const SHAPES: Readonly<Record<string, StatusShape>> = {
  draft: 'planned',
  in_clearance: 'ongoing',
  cleared: 'concluded',
  submitted: 'superseded',
  issued: 'completed',
};

export function shapeOf(state: string): StatusShape {
  return SHAPES[state] ?? 'not_reported';
}

export interface DocumentListProps {
  state: DocumentsState;
  documents: readonly DocumentView[];
}

export function DocumentList({ state, documents }: DocumentListProps) {
  const { say } = useWords();
  const chosen = useStore(state.chosen);
  return (
    <nav aria-label={say('documents-list')}>
      <ul className="dc-documents" data-testid="document-list">
        {documents.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              className="dc-document"
              aria-current={one.id === chosen || undefined}
              onClick={() => state.choose(one.id)}
              data-testid="document"
            >
              <bdi className="dc-document-title">{one.title}</bdi>
              <span>
                {one.symbol === '' ? (
                  <span className="dc-quiet">{say('documents-no-symbol')}</span>
                ) : (
                  <bdi className="dc-symbol">{one.symbol}</bdi>
                )}
              </span>
              {one.session === '' ? null : <bdi>{one.session}</bdi>}
              <StatusMark
                status={shapeOf(one.state)}
                word={one.state_text === '' ? say('documents-no-state') : one.state_text}
              />
              <Relations document={one} />
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Relations({
  document: { revision_of, follows, revisions, followed_by },
}: {
  document: DocumentView;
}) {
  const { say } = useWords();
  const nameOf = ({ short, title }: { short: string; title: string }): string => short || title;
  const lines = [
    ...(revision_of ? [say('documents-revision-of', { name: nameOf(revision_of) })] : []),
    ...(follows ? [say('documents-follows', { name: nameOf(follows) })] : []),
    ...(revisions.length > 0 ? [say('documents-revisions', { count: revisions.length })] : []),
    ...followed_by.map((row) => say('documents-followed-by', { name: nameOf(row) })),
  ];
  return lines.map((line) => (
    <span key={line} className="dc-quiet">
      {line}
    </span>
  ));
}

/** The same behind a button, where there is no room for a list. */
export function DocumentMenu({ state, documents }: DocumentListProps) {
  const { say } = useWords();
  const chosen = useStore(state.chosen);
  const now = documents.find(({ id }) => id === chosen);
  return (
    <div className="dc-choose">
      <Menu
        label={say('documents-list')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={now ? [now.id] : []}
        onAction={(key) => state.choose(String(key))}
        trigger={
          <Button opens data-testid="document-choose">
            <bdi className="dc-choose-name">{now?.symbol || now?.title || say('documents-list')}</bdi>
          </Button>
        }
      >
        {documents.map((one) => (
          <MenuItem
            key={one.id}
            id={one.id}
            label={one.title}
            hint={[one.symbol || say('documents-no-symbol'), one.state_text].filter(Boolean).join(' · ')}
          />
        ))}
      </Menu>
    </div>
  );
}
