/** The groups on paper: the whole tree, and under each body who holds what, with its basis. */
import type { RowView } from '@/generated/wire.ts';
import { textOf } from '@/lib/fields.ts';
import { PRINT_PAGE, type PrintContext, type PrintJob, type PrintPiece } from '@/lib/print.ts';
import { EVERYTHING } from '@/lib/views.ts';
import type { GroupsState } from './state.ts';
import { linesOf } from './tree.ts';

const FIELDS = [
  'group',
  'organization',
  'role',
  'state',
  'start',
  'end',
  'basis',
  'source',
  'source_para',
  'as_of',
];

export async function printGroups(
  { client, words }: PrintContext,
  { filter }: GroupsState,
): Promise<PrintJob> {
  const { say } = words;
  const source = client.source.get();
  const discreet = client.discreet.get();
  const nodes = await client.call('group_tree', { source });
  const text = filter.get().trim();
  // What is folded on screen is on the page: a filter unfolds what it finds.
  const shown = text === '' ? nodes : linesOf(nodes, new Set(), text).map(({ node }) => node);
  const fields = discreet ? FIELDS : [...FIELDS, 'person'];
  const query = { ...EVERYTHING, group: 'group', ...(discreet ? { discreet } : {}) };

  const rolesByGroup = async (): Promise<ReadonlyMap<string, RowView[]>> => {
    const found = new Map<string, RowView[]>();
    for (let from = 0, count = 1; from < count; from += 2 * PRINT_PAGE) {
      const to = from + 2 * PRINT_PAGE;
      const window = await client.call('view_get', { kind: 'assignment', source, query, from, to, fields });
      // Roles that are held in no group stand last, and are not on this page.
      const none = window.groups.find(({ key }) => key === null);
      count = none ? none.from : window.count;
      for (const row of window.rows) {
        const group = row.cells['group']?.value;
        if (typeof group === 'string') {
          found.set(group, [...(found.get(group) ?? []), row]);
        }
      }
    }
    return found;
  };

  async function* pieces(): AsyncGenerator<readonly PrintPiece[]> {
    yield [
      {
        sort: 'table',
        columns: [
          { label: say('print-role'), share: 26 },
          { label: say('print-who'), share: 24 },
          { label: say('print-state'), share: 12 },
          { label: say('print-when'), share: 16 },
          { label: say('print-basis'), share: 22 },
        ],
      },
    ];
    const roles = await rolesByGroup();
    for (let from = 0; from < shown.length; from += PRINT_PAGE) {
      yield shown
        .slice(from, from + PRINT_PAGE)
        .flatMap((node): PrintPiece[] => [
          { sort: 'group', text: node.title, badge: node.badge, note: node.when, depth: node.depth },
          ...(roles.get(node.id) ?? []).map((row) => lineOf(row, node.depth)),
        ]);
    }
  }

  const lineOf = (row: RowView, depth: number): PrintPiece => {
    const span = [textOf(row, 'start'), textOf(row, 'end')];
    const who = [textOf(row, 'person'), textOf(row, 'organization')].filter((name) => name !== '');
    const state = textOf(row, 'state');
    // With the paragraph: what two of them state is on two lines, which would look alike without it.
    const basis = ['basis', 'source', 'source_para', 'as_of'].map((field) => textOf(row, field));
    return {
      sort: 'row',
      depth: depth + 1,
      cells: [
        textOf(row, 'role'),
        who.length === 0 ? [{ text: say('roles-nobody'), quiet: true }] : who.join(', '),
        state === '' ? [{ text: say('roles-state-unknown'), quiet: true }] : state,
        span.every((day) => day === '') ? '' : span.join(' – '),
        basis.filter((part) => part !== '').join(', '),
      ],
    };
  };

  return {
    title: client.kinds.get().get('group')?.plural ?? '',
    facts: [
      say('print-rows', { shown: shown.length, total: nodes.length }),
      ...(text === '' ? [] : [say('print-text-filter', { text })]),
    ],
    pieces,
  };
}
