/** What can be decided about a paragraph, and with which keys. */
import type { CarryCandidate, CarryParagraph } from '@/generated/wire.ts';

export type Decision = 'continues' | 'completed' | 'superseded' | 'new' | 'not_for_us';

export interface Choice {
  decision: Decision;
  key: string;
  /** It is about a commitment that is there. */
  needsCommitment: boolean;
}

export const CHOICES: readonly Choice[] = [
  { decision: 'continues', key: '1', needsCommitment: true },
  { decision: 'completed', key: '2', needsCommitment: true },
  { decision: 'superseded', key: '3', needsCommitment: true },
  { decision: 'new', key: '4', needsCommitment: false },
  { decision: 'not_for_us', key: '5', needsCommitment: false },
];

/** Whether a paragraph is decided so, by the commitment that is looked at where it is about one. */
export function isChosen(
  { decision }: Choice,
  paragraph: CarryParagraph,
  picked: CarryCandidate | undefined,
): boolean {
  return decision === 'not_for_us' ? paragraph.decision === 'not_for_us' : picked?.answer === decision;
}
