/** Rows to look at: the first from the mock-ups, the rest counted up from them. */
import type {
  CellValue,
  DateReading,
  GridGroup,
  GridOption,
  GridSource,
  StatusShape,
} from '../src/kit/index.ts';

export interface Sample {
  id: string;
  reference: string;
  title: string;
  kind: string;
  lead: string | null;
  status: StatusShape;
  when: string;
  asOf: string;
  partners: string[];
  amount: number | null;
  followUp: boolean;
  objective: number;
}

export const OBJECTIVES = [
  'Digital divides and the SDGs',
  'Inclusion in the digital economy',
  'Digital space and human rights',
  'Data governance',
  'International governance of AI',
  'All objectives',
  'Follow-up and review',
];

export const STATUS_WORDS: Record<StatusShape, string> = {
  planned: 'Planned',
  ongoing: 'Ongoing',
  completed: 'Completed',
  concluded: 'Concluded',
  superseded: 'Superseded',
  not_reported: 'Not reported',
};

export const ORGANIZATIONS: GridOption[] = [
  { id: 'itu', label: 'ITU', hint: 'International Telecommunication Union' },
  { id: 'bdt', label: 'ITU · BDT', hint: 'Telecommunication Development Bureau' },
  { id: 'br', label: 'ITU · BR', hint: 'Radiocommunication Bureau' },
  { id: 'tsb', label: 'ITU · TSB', hint: 'Telecommunication Standardization Bureau' },
  { id: 'ke', label: 'Kenya' },
  { id: 'unicef', label: 'UNICEF', hint: 'United Nations Children’s Fund' },
  { id: 'undp', label: 'UNDP', hint: 'United Nations Development Programme' },
];

const FIRST: [string, string, string, StatusShape, string][] = [
  ['Giga: connecting schools, with UNICEF', 'activity', 'itu', 'ongoing', 'standing'],
  ['EQUALS Global Partnership: women and girls in ICT', 'activity', 'itu', 'ongoing', 'standing'],
  ['Green Digital Action, including e-waste', 'activity', 'itu', 'ongoing', 'standing'],
  ['Satellite orbital slots allocation', 'activity', 'br', 'ongoing', 'standing'],
  ['World Telecommunication/ICT Indicators Symposium', 'activity', 'itu', 'ongoing', 'yearly'],
  ['Co-lead of the sub-group on Objective 1', 'undertaking', 'itu', 'planned', ''],
  ['Digital public infrastructure activities', 'activity', 'itu', 'not_reported', 'standing'],
  ['Country ICT regulatory reviews, assessments and guidelines', 'activity', 'bdt', 'completed', '2025'],
  [
    'Standards on watermarking, multimedia authenticity and deepfake detection',
    'offer',
    'tsb',
    'concluded',
    '2027',
  ],
  ['National online-safety policy (own row)', 'national commitment', 'ke', 'superseded', 'Q4 2026'],
];

export function samples(count: number): Sample[] {
  return Array.from({ length: count }, (_, index) => {
    const [title, kind, lead, status, when] = FIRST[index % FIRST.length] ?? ['', '', '', 'planned', ''];
    return {
      id: `row-${index}`,
      reference: `ITU-${String(index + 11).padStart(3, '0')}`,
      title,
      kind,
      lead,
      status,
      when,
      asOf: 'early 2025',
      partners: index % 3 === 0 ? ['unicef'] : [],
      amount: index % 4 === 0 ? index : null,
      followUp: index % 5 === 0,
      objective: Math.min(
        OBJECTIVES.length - 1,
        Math.floor((index * OBJECTIVES.length) / Math.max(count, 1)),
      ),
    };
  });
}

export function groupsOf(rows: readonly Sample[], collapsed: ReadonlySet<string>): GridGroup[] {
  return OBJECTIVES.flatMap((label, objective) => {
    const from = rows.findIndex((row) => row.objective === objective);
    const count = rows.filter((row) => row.objective === objective).length;
    const key = String(objective + 1);
    return count === 0 ? [] : [{ key, label, badge: key, from, count, collapsed: collapsed.has(key) }];
  });
}

export function sourceOf(rows: readonly Sample[]): GridSource<Sample> {
  return {
    count: rows.length,
    // Some rows never arrive: what loading looks like.
    get: (index) => (index >= 3_000 && index < 5_000 ? undefined : rows[index]),
    ensure: () => undefined,
    idAt: (index) => rows[index]?.id,
    indexOf: (id) => {
      const index = rows.findIndex((row) => row.id === id);
      return index < 0 ? undefined : index;
    },
  };
}

export function changed(row: Sample, column: string, value: CellValue): Sample {
  return { ...row, [column]: value ?? (column === 'lead' || column === 'amount' ? null : '') };
}

export async function understand(text: string): Promise<DateReading> {
  if (/^\d{4}$/.test(text)) {
    return { ok: true, value: text, words: `some day in ${text}`, alternatives: [] };
  }
  if (/^\d+\/\d+\/\d+$/.test(text)) {
    return {
      ok: false,
      words: 'This can be two days.',
      alternatives: [
        { value: '2026-04-03', words: '3 April 2026' },
        { value: '2026-03-04', words: '4 March 2026' },
      ],
    };
  }
  return {
    ok: false,
    words: `“${text}” is not understood as a date. Try 2027, May 2027 or Q1 2027.`,
    alternatives: [],
  };
}
