/** Steps of one person on one day, one after the other, stand under one head. */
import type { StepView } from '@/generated/wire.ts';

export interface Run {
  key: string;
  /** When its newest step was made. */
  at: string;
  by: string;
  organization: string;
  steps: readonly StepView[];
}

export function runsOf(steps: readonly StepView[]): readonly Run[] {
  const runs: { key: string; at: string; by: string; organization: string; steps: StepView[] }[] = [];
  for (const step of steps) {
    const last = runs.at(-1);
    if (
      last &&
      last.by === step.by &&
      last.organization === step.organization &&
      new Date(last.at).toDateString() === new Date(step.at).toDateString()
    ) {
      last.steps.push(step);
    } else {
      const { at, by, organization } = step;
      runs.push({ key: String(step.op), at, by, organization, steps: [step] });
    }
  }
  return runs;
}

/** "Name, organization", of which either may be unknown. */
export function whoOf(by: string, organization: string): string {
  return [by, organization].filter((one) => one !== '').join(', ');
}
