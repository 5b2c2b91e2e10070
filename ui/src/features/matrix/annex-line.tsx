/** One line of the annex: who leads, why, and what is to be known of it besides. */
import type { AnnexLine } from '@/generated/wire.ts';
import { Icon } from '@/kit/index.ts';
import { useWords } from '@/lib/client.ts';

export interface LineProps {
  line: AnnexLine;
  isSelected: boolean;
  keys: { 'data-at': string; tabIndex: number };
  onSelect: () => void;
}

export function Line({ line, isSelected, keys, onSelect }: LineProps) {
  const { say } = useWords();
  return (
    <button
      type="button"
      className="x-line"
      data-line={line.row.id}
      data-kind={line.row.kind}
      aria-current={isSelected || undefined}
      title={line.provenance === '' ? undefined : line.provenance}
      {...keys}
      onClick={onSelect}
    >
      <LineWords line={line} />
      {line.double === '' ? null : (
        <span className="x-mark" data-mark="double">
          <Icon name="copy" size={12} />
          <span>{line.double}</span>
        </span>
      )}
      {line.printed ? null : (
        <span className="x-mark" data-mark="own">
          <Icon name="plus" size={12} />
          <span>{say('matrix-own-line')}</span>
        </span>
      )}
    </button>
  );
}

/** "C2: ICT infrastructure (ITU sole lead) – closes gaps", as the document has it; of a commitment its title, and with whom. */
export function LineWords({ line }: { line: AnnexLine }) {
  const { say } = useWords();
  const isLink = line.row.kind === 'mapping';
  return (
    <span className="x-words">
      <bdi className="x-short">{line.short}</bdi> <bdi>{line.title}</bdi>
      {line.lead === '' ? null : (
        <>
          {' '}
          <bdi className="x-lead">{isLink ? say('matrix-in-brackets', { words: line.lead }) : line.lead}</bdi>
        </>
      )}
      {isLink && line.reason !== '' ? (
        <>
          {' – '}
          <bdi>{line.reason}</bdi>
        </>
      ) : null}
    </span>
  );
}
