/**
 * Keys that mean something only in a part of the window: THE list. Screens take the keys of their commands from it, and the
 * overview of keys shows it; what a screen handles and what one can read about it are the same. Keys that hold everywhere
 * stand in the commands of the window.
 */

interface KeyLine {
  /** The command, where a command has these keys. */
  id?: string;
  keys: readonly string[];
  /** Id of the words about it. */
  words: string;
}

interface KeyPlace {
  /** Id of the words for the place. */
  words: string;
  lines: readonly KeyLine[];
}

export const KEY_TABLE = [
  {
    words: 'keys-tables',
    lines: [
      { keys: ['Enter', 'Shift+Enter'], words: 'keys-table-enter' },
      { keys: ['Tab', 'Shift+Tab'], words: 'keys-table-tab' },
      { keys: ['F2'], words: 'keys-table-edit' },
      { keys: ['Backspace'], words: 'keys-table-anew' },
      { keys: ['Escape'], words: 'keys-table-escape' },
      { keys: ['Delete'], words: 'keys-table-clear' },
      { keys: ['Shift+ArrowDown', 'Ctrl+A'], words: 'keys-table-range' },
      { keys: ['Ctrl+Space', 'Shift+Space'], words: 'keys-table-column' },
      { keys: ['Ctrl+C', 'Ctrl+V'], words: 'keys-table-copy' },
      { keys: ['Ctrl+X'], words: 'keys-table-cut' },
      { keys: ['Ctrl+D', 'Ctrl+R'], words: 'keys-table-fill' },
      { id: 'table.find', keys: ['Ctrl+F'], words: 'find' },
      { id: 'table.replace', keys: ['Ctrl+H'], words: 'find-and-replace' },
      { id: 'compare.with', keys: ['F7'], words: 'keys-compare' },
      { id: 'compare.only', keys: ['Shift+F7'], words: 'keys-compare-only' },
      { keys: ['Ctrl+;'], words: 'keys-table-today' },
      { keys: ['Space'], words: 'keys-table-flag' },
      { keys: ['Alt+ArrowRight', 'Alt+ArrowLeft'], words: 'keys-head-move' },
      { keys: ['Alt+Shift+ArrowRight', 'Alt+Shift+ArrowLeft'], words: 'keys-head-width' },
      { keys: ['Alt+Shift+ArrowDown'], words: 'keys-head-fit' },
      { keys: ['Home', 'End'], words: 'keys-table-line' },
      { keys: ['PageUp', 'PageDown'], words: 'keys-table-page' },
      { keys: ['Ctrl+Home', 'Ctrl+End'], words: 'keys-table-ends' },
      { keys: ['Alt+Enter'], words: 'keys-table-open' },
      { keys: ['Shift+F10'], words: 'cell-menu' },
      { id: 'row.new', keys: ['Ctrl+Shift+N'], words: 'keys-row-new' },
      { id: 'row.delete', keys: ['Ctrl+Delete'], words: 'keys-row-delete' },
      { id: 'row.up', keys: ['Alt+ArrowUp'], words: 'keys-row-up' },
      { id: 'row.down', keys: ['Alt+ArrowDown'], words: 'keys-row-down' },
    ],
  },
  {
    words: 'keys-groups',
    lines: [
      { keys: ['ArrowUp', 'ArrowDown'], words: 'keys-tree-walk' },
      { keys: ['ArrowLeft', 'ArrowRight'], words: 'keys-tree-fold' },
      { keys: ['Enter'], words: 'keys-table-open' },
      { id: 'assignment.new', keys: ['A'], words: 'groups-new-assignment' },
      { keys: ['M'], words: 'keys-role-carry' },
      { keys: ['Delete'], words: 'keys-role-delete' },
      { id: 'group.new', keys: ['Ctrl+Shift+N'], words: 'groups-new' },
      { id: 'group.up', keys: ['Alt+ArrowUp'], words: 'groups-up' },
      { id: 'group.down', keys: ['Alt+ArrowDown'], words: 'groups-down' },
      { id: 'group.delete', keys: ['Ctrl+Delete'], words: 'groups-delete' },
      { id: 'group.find', keys: ['Ctrl+F'], words: 'groups-find' },
    ],
  },
  {
    words: 'keys-timeline',
    lines: [
      { keys: ['ArrowRight', 'ArrowDown'], words: 'keys-timeline-walk' },
      { keys: ['Home', 'End'], words: 'keys-timeline-ends' },
      { keys: ['Enter'], words: 'keys-table-open' },
      { keys: ['Shift+ArrowRight', 'Shift+ArrowLeft'], words: 'keys-timeline-move' },
      { keys: ['+', '-'], words: 'keys-timeline-zoom' },
      { keys: ['PageUp', 'PageDown'], words: 'keys-timeline-page' },
      { id: 'timeline.table', keys: ['F8'], words: 'keys-timeline-table' },
      { id: 'timeline.today', keys: ['T'], words: 'keys-timeline-today' },
      { id: 'timeline.hang', keys: ['H'], words: 'keys-timeline-hang' },
      { id: 'timeline.pack', keys: ['D'], words: 'timeline-packs' },
      { id: 'timeline.print', keys: ['Ctrl+P'], words: 'timeline-print' },
      { id: 'timeline.new', keys: ['Ctrl+Shift+N'], words: 'milestones-new' },
    ],
  },
  {
    words: 'keys-matrix',
    lines: [
      { keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'], words: 'keys-annex-walk' },
      { keys: ['Enter', 'F2'], words: 'matrix-line-edit' },
      { keys: ['Alt+Enter'], words: 'keys-table-open' },
      { id: 'annex.add', keys: ['Ctrl+Shift+N'], words: 'matrix-line-new' },
      { id: 'annex.up', keys: ['Alt+ArrowUp'], words: 'matrix-line-up' },
      { id: 'annex.down', keys: ['Alt+ArrowDown'], words: 'matrix-line-down' },
      { id: 'annex.remove', keys: ['Ctrl+Delete'], words: 'matrix-line-remove' },
    ],
  },
  {
    words: 'keys-documents',
    lines: [
      { keys: ['ArrowUp', 'ArrowDown'], words: 'keys-list-walk' },
      { keys: ['Enter', 'F2'], words: 'documents-block-edit' },
      { keys: ['Ctrl+Enter'], words: 'keys-documents-on' },
      { keys: ['Escape'], words: 'keys-details-leave' },
      { id: 'block.add', keys: ['Ctrl+Shift+N'], words: 'documents-add-paragraph' },
      { id: 'block.heading', keys: ['Ctrl+Shift+H'], words: 'documents-add-heading' },
      { id: 'block.up', keys: ['Alt+ArrowUp'], words: 'documents-block-up' },
      { id: 'block.down', keys: ['Alt+ArrowDown'], words: 'documents-block-down' },
      { id: 'block.section-up', keys: ['Alt+Shift+ArrowUp'], words: 'documents-section-up' },
      { id: 'block.section-down', keys: ['Alt+Shift+ArrowDown'], words: 'documents-section-down' },
      { id: 'block.delete', keys: ['Ctrl+Delete'], words: 'documents-block-delete' },
      { id: 'document.export', keys: ['Ctrl+Shift+E'], words: 'documents-export' },
    ],
  },
  {
    words: 'keys-review',
    lines: [
      { keys: ['ArrowUp', 'ArrowDown'], words: 'keys-list-walk' },
      { keys: ['J', 'K'], words: 'keys-review-walk' },
      { keys: ['1', '2', '3', '9'], words: 'keys-review-choose' },
      { keys: ['0'], words: 'keys-review-later' },
      { keys: ['Enter'], words: 'keys-review-versions' },
      { keys: ['Backspace'], words: 'keys-review-undecide' },
      { keys: ['Escape'], words: 'keys-review-leave' },
      { id: 'review.apply', keys: ['Ctrl+Enter'], words: 'review-apply-command' },
      { id: 'review.bulk', keys: ['Ctrl+Shift+B'], words: 'review-bulk' },
      { id: 'review.find', keys: ['Ctrl+F'], words: 'review-find' },
    ],
  },
  {
    words: 'keys-carry',
    lines: [
      { keys: ['ArrowUp', 'ArrowDown'], words: 'keys-list-walk' },
      { keys: ['J', 'K'], words: 'keys-carry-walk' },
      { keys: ['Enter'], words: 'keys-carry-candidates' },
      { keys: ['1', '2', '3', '4', '5'], words: 'keys-carry-decide' },
      { keys: ['A'], words: 'carry-another' },
      { keys: ['Space', 'Ctrl+A'], words: 'keys-carry-mark' },
      { keys: ['Backspace'], words: 'keys-carry-open' },
      { keys: ['Escape'], words: 'keys-carry-leave' },
      { id: 'carry.edition', keys: ['Ctrl+Enter'], words: 'carry-edition' },
      { id: 'carry.find', keys: ['Ctrl+F'], words: 'carry-find' },
    ],
  },
  {
    words: 'keys-others',
    lines: [
      { id: 'history.find', keys: ['Ctrl+F'], words: 'keys-history-find' },
      { id: 'catalogue.search', keys: ['Ctrl+Shift+F'], words: 'catalogue-search' },
      { id: 'catalogue.back', keys: ['Alt+ArrowLeft'], words: 'keys-catalogue-back' },
      { keys: ['ArrowUp', 'ArrowDown'], words: 'keys-list-walk' },
    ],
  },
  {
    words: 'keys-details',
    lines: [
      { keys: ['Enter', 'F2'], words: 'keys-details-edit' },
      { keys: ['Ctrl+Enter'], words: 'keys-form-keep' },
      { keys: ['Escape'], words: 'keys-details-leave' },
      { id: 'statement.new', keys: ['Ctrl+Shift+T'], words: 'inspector-told-quick' },
    ],
  },
] as const satisfies readonly KeyPlace[];

type Line = (typeof KEY_TABLE)[number]['lines'][number];
type KeyId = Extract<Line, { id: string }>['id'];

/** The keys of a command of a screen. */
export function keysOf(id: KeyId): readonly string[] {
  const lines: readonly KeyLine[] = KEY_TABLE.flatMap(({ lines: some }): readonly KeyLine[] => some);
  return lines.find((line) => line.id === id)?.keys ?? [];
}
