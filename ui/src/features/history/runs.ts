/** Steps of one person on one day, one after the other, stand under one head. */
import type { KindInfo, StepView } from '@/generated/wire.ts';

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

/** Whether a step is about what is private, as far as its name tells; its sentences are not shown before an audience anyway. */
export function isPrivate({ kind, name }: StepView, kinds: ReadonlyMap<string, KindInfo>): boolean {
  const said = name.toLocaleLowerCase();
  return [...kinds.values()].some((info) =>
    info.private
      ? kind.startsWith(`${info.kind}_`) || said.includes(info.label.toLocaleLowerCase())
      : info.fields.some((field) => field.private && said.includes(field.label.toLocaleLowerCase())),
  );
}
