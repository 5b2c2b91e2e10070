/** How milestones are drawn: the words of a date with what is understood, and what hangs on what. */
import type { RowView } from '@/generated/wire.ts';
import { Icon } from '@/kit/index.ts';
import { useWords } from '@/lib/client.ts';
import { cellOf, textOf } from '@/lib/fields.ts';
import { CellText, type Column } from '@/parts/table/index.ts';
import { oneOf } from './wording.ts';

/** Without a date of its own, on another milestone. */
export function hangs(row: RowView): boolean {
  return cellOf(row, 'date').empty && !cellOf(row, 'anchor').empty;
}

export function adapt(columns: readonly Column[]): readonly Column[] {
  return columns.map((column) => {
    switch (column.key) {
      case 'when':
        return {
          ...column,
          // Days that are worked out are a good place to begin from when one moves what hangs.
          editText: (row) => (hangs(row) ? textOf(row, 'when') : textOf(row, 'date')),
          render: (row) => <When row={row} />,
        };
      case 'title':
        return { ...column, render: (row) => <Title row={row} /> };
      default:
        return column;
    }
  });
}

/** The words as they were given, and below them what is understood, where that says more; of what hangs, that the day is worked out. */
function When({ row }: { row: RowView }) {
  const { say, locale } = useWords();
  const { text, title, empty } = cellOf(row, 'when');
  if (empty) {
    return <span className="k-quiet">{text}</span>;
  }
  if (hangs(row)) {
    return (
      <span className="m-computed" title={textOf(row, 'hangs_on')}>
        <Icon name="link" size={12} />
        <span className="k-hidden">{say('milestones-computed')}</span>
        <bdi>{text}</bdi>
      </span>
    );
  }
  const enough = title === '' ? text : oneOf(text, title, locale);
  return enough !== undefined ? (
    <bdi title={enough === text ? undefined : text}>{enough}</bdi>
  ) : (
    <>
      <bdi className="m-said" title={text}>
        {text}
      </bdi>
      <bdi className="m-understood" title={title}>
        {title}
      </bdi>
    </>
  );
}

/** The name, and how many hang on it. */
function Title({ row }: { row: RowView }) {
  const { say } = useWords();
  const count = Number(textOf(row, 'hanging'));
  return (
    <>
      <CellText row={row} field="title" written />
      {count > 0 ? (
        <span className="m-hanging" title={say('milestones-hanging', { count })}>
          <Icon name="link" size={12} />
          <span aria-hidden="true">{count}</span>
          <span className="k-hidden">{say('milestones-hanging', { count })}</span>
        </span>
      ) : null}
    </>
  );
}
