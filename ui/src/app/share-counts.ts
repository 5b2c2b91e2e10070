/** What a snapshot would take along, and what it would leave here, in lines: one message each, with its own plural. */
import { useEffect, useState } from 'react';
import type { KindInfo, SnapshotInfo } from '@/generated/wire.ts';
import { useClient, useSource } from '@/lib/client.ts';
import { useNotices } from '@/lib/notices.ts';
import type { Say } from '@/lib/words.ts';

/** Asks what would go; a refusal closes the dialog and says why. */
export function useSharePreview(persons: boolean, onRefused: () => void): SnapshotInfo | undefined {
  const client = useClient();
  const notices = useNotices();
  const source = useSource();
  const [info, setInfo] = useState<SnapshotInfo>();
  useEffect(() => {
    let left = false;
    client.call('snapshot_preview', { with: persons ? ['persons'] : [], source }).then(
      (found) => {
        if (!left) {
          setInfo(found);
        }
      },
      (reason: unknown) => {
        if (!left) {
          onRefused();
          notices.report(reason);
        }
      },
    );
    return () => {
      left = true;
    };
  }, [client, notices, onRefused, persons, source]);
  return info;
}

/** Kinds that have a line of their own, in the order of the lines. */
const LINES = [
  'commitment',
  'milestone',
  'group',
  'assignment',
  'indicator',
  'measurement',
  'update',
  'mapping',
  'document',
  'block',
  'statement',
  'intent',
  'saved_view',
  'note',
  'person',
] as const;

/** Fields that stay here although their row goes. */
const FIELDS: Readonly<Record<string, string>> = {
  'commitment.follow_up': 'follow_up',
  'commitment.follow_up_reason': 'follow_up_reason',
  'assignment.person': 'assignment_person',
};

export interface Lines {
  goes: readonly string[];
  stays: readonly string[];
}

export function linesOf(
  info: Pick<SnapshotInfo, 'goes' | 'stays'>,
  kinds: ReadonlyMap<string, KindInfo>,
  say: Say,
  discreet: boolean,
): Lines {
  const catalogue = [...kinds.values()]
    .filter((kind) => kind.catalogue)
    .reduce((sum, { kind }) => sum + (info.goes[kind] ?? 0), 0);
  const own = counted(info.goes, kinds, say, discreet);
  const goes = [
    ...(own.length === 0 ? [say('share-nothing-goes')] : own),
    ...(catalogue > 0 ? [say('share-count-catalogue', { count: catalogue })] : []),
  ];
  const stays = [
    // Before an audience not even how much is private.
    ...(discreet ? [say('share-stays-discreet')] : counted(info.stays, kinds, say, false)),
    say('share-stays-history'),
  ];
  return { goes, stays };
}

function counted(
  counts: SnapshotInfo['goes'],
  kinds: ReadonlyMap<string, KindInfo>,
  say: Say,
  discreet: boolean,
): readonly string[] {
  const names = Object.keys(counts).filter((name) => (counts[name] ?? 0) > 0);
  const known = LINES.filter((kind) => names.includes(kind) && !(discreet && kinds.get(kind)?.private));
  const fields = names.filter((name) => name in FIELDS);
  // What a later version adds is at least named.
  const others = names.filter((name) => {
    const kind = kinds.get(name.split('.')[0] ?? '');
    return (
      kind && !kind.catalogue && name !== 'about' && !LINES.some((one) => one === name) && !(name in FIELDS)
    );
  });
  return [
    ...known.map((kind) => say(`share-count-${kind}`, { count: counts[kind] ?? 0 })),
    ...fields.map((name) => say(`share-count-${FIELDS[name]}`, { count: counts[name] ?? 0 })),
    ...others.map((name) =>
      say('share-count-other', { label: labelOf(name, kinds), count: counts[name] ?? 0 }),
    ),
  ];
}

function labelOf(name: string, kinds: ReadonlyMap<string, KindInfo>): string {
  const [kind, field] = name.split('.');
  const info = kinds.get(kind ?? '');
  return field === undefined
    ? (info?.plural ?? name)
    : (info?.fields.find((one) => one.name === field)?.label ?? name);
}
