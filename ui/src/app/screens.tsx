/** The screens that there are, in the order of the rail. */
import { type ComponentType, lazy, type LazyExoticComponent, useState } from 'react';
import type { IconName } from '@/kit/index.ts';
import type { Client } from '@/lib/client.ts';
import type { PrintContext, PrintJob } from '@/lib/print.ts';
import type { ScreenDef, ScreenName, ScreenProps, ScreenState } from '@/lib/screen.ts';
import { carry } from '@/features/carry/index.ts';
import { catalogue } from '@/features/catalogue/index.ts';
import { commitments } from '@/features/commitments/index.ts';
import { documents } from '@/features/documents/index.ts';
import { groups } from '@/features/groups/index.ts';
import { history } from '@/features/history/index.ts';
import { matrix } from '@/features/matrix/index.ts';
import { milestones } from '@/features/milestones/index.ts';
import { overview } from '@/features/overview/index.ts';
import { questions } from '@/features/questions/index.ts';
import { search } from '@/features/search/index.ts';
import { timeline } from '@/features/timeline/index.ts';
import { review } from '@/features/review/index.ts';

type Draw = ComponentType<Omit<ScreenProps<never>, 'state'>>;

/** A screen of which the frame knows no more than it has to. */
export interface Screen {
  name: ScreenName;
  icon: IconName;
  kind: string | undefined;
  inspector: 'asked' | undefined;
  /** It has an entry in the rail. */
  isInRail: boolean;
  /** Makes its state at the first time; the same one afterwards. */
  state(): ScreenState;
  /** Its state, where it was made. */
  existing(): ScreenState | undefined;
  /** What it prints; none: nothing. */
  print: ((context: PrintContext) => Promise<PrintJob>) | undefined;
  /** Fetches its code. */
  preload(): Promise<unknown>;
  Draw: Draw;
}

export interface Screens {
  readonly all: readonly Screen[];
  get(name: ScreenName): Screen;
}

export function createScreens(client: Client): Screens {
  const all = [
    screenOf(client, overview),
    screenOf(client, commitments),
    screenOf(client, milestones),
    screenOf(client, timeline),
    screenOf(client, groups),
    screenOf(client, matrix),
    screenOf(client, documents),
    screenOf(client, review),
    screenOf(client, history),
    screenOf(client, questions),
    screenOf(client, catalogue),
    screenOf(client, search),
    screenOf(client, carry),
  ];
  return {
    all,
    get(name) {
      const found = all.find((screen) => screen.name === name) ?? all[0];
      if (!found) {
        throw new Error('the window has no screens');
      }
      return found;
    },
  };
}

/** Keeps a screen's state and code together, so that nobody else has to know what kind of state it is. */
function screenOf<State extends ScreenState>(client: Client, def: ScreenDef<State>): Screen {
  let made: State | undefined;
  const state = (): State => {
    made ??= def.createState(client);
    return made;
  };
  let loading: Promise<ComponentType<ScreenProps<State>>> | undefined;
  let loaded: ComponentType<ScreenProps<State>> | undefined;
  const load = async (): Promise<ComponentType<ScreenProps<State>>> => {
    loaded = await def.load();
    return loaded;
  };
  const preload = (): Promise<ComponentType<ScreenProps<State>>> => {
    loading ??= load();
    return loading;
  };
  const Awaited: LazyExoticComponent<ComponentType<ScreenProps<State>>> = lazy(async () => ({
    default: await preload(),
  }));
  const Draw: Draw = (props) => {
    // Of what is there nobody waits: React draws the frame without a lazy component even where its code has come. What was drawn
    // so stays so, or it would be another component with nothing in it.
    const [Drawn] = useState(() => loaded ?? Awaited);
    return <Drawn {...props} state={state()} />;
  };
  return {
    name: def.name,
    icon: def.icon,
    kind: def.kind,
    inspector: def.inspector,
    isInRail: def.rail !== false,
    state,
    existing: () => made,
    print: def.print && ((context) => def.print?.(context, state()) ?? Promise.reject(new Error(def.name))),
    preload,
    Draw,
  };
}

/** Kinds of rows that have a screen of their own; the rest are rows of the catalogue, or shown beside what they belong to. */
const HOMES: Readonly<Record<string, ScreenName>> = {
  commitment: 'commitments',
  milestone: 'milestones',
  group: 'groups',
  document: 'documents',
  block: 'documents',
};

export function homeOf(kind: string, isCatalogue: boolean): ScreenName | undefined {
  return HOMES[kind] ?? (isCatalogue ? 'catalogue' : undefined);
}
