/** The table of commitments: who does what, by when, how far. */
import type { TableDef } from '@/parts/table/def.ts';

export const DEFINITION: TableDef = {
  kind: 'commitment',
  name: 'commitments',
  icon: 'commitments',
  title: 'title',
  columns: ['reference', 'title', 'owner', 'lead', 'status', 'when', 'shown_as_of', 'source'],
  computed: { when: 'start', shown_as_of: 'status_as_of' },
  edits: { shown_as_of: 'status_as_of' },
  needs: ['status', 'as_of', 'start', 'end', 'recurrence', 'standing'],
  why: { reference: 'commitment-given-reference', when: 'commitment-composed-when' },
  shapes: {
    reference: { width: 74, quiet: true },
    kind: { width: 106, quiet: true },
    owner: { width: 64 },
    lead: { width: 66 },
    status: { width: 127 },
    when: { width: 90, quiet: true },
    shown_as_of: { width: 90, quiet: true },
    source: { width: 126, quiet: true },
  },
  labels: { reference: 'column-reference', when: 'column-when', shown_as_of: 'column-as-of' },
  naming: ['reference', 'owner', 'lead'],
  pinned: ['reference', 'title'],
  groupings: ['objective', 'lead', 'status', 'kind', 'owner'],
  group: 'objective',
  filters: ['lead', 'status'],
  linked: {
    action_line: 'commitment-action-line',
    provision: 'commitment-provision',
    goal: 'commitment-goal',
  },
  owned: true,
  words: {
    create: 'commitment-new',
    newTitle: 'commitment-new-title',
    remove: 'commitment-delete',
    emptyTitle: 'commitments-empty-title',
    emptyText: 'commitments-empty-text',
    computed: 'given-cell',
  },
};
