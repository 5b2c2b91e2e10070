/** What one number counts: each link with its reason, its basis and its source, and the way to the rows. */
import { useState } from 'react';
import type { MatrixLink, RowKey } from '@/generated/wire.ts';
import { Badge, Button, Dialog } from '@/kit/index.ts';
import { useDiscreet, useSource, useWords } from '@/lib/client.ts';
import { useNavigation } from '@/lib/navigation.ts';
import { useReading } from '@/lib/reading.ts';
import type { Counted } from './state.ts';

const FEW = 100;

export interface CellLinksProps {
  counted: Counted;
  /** None: all objectives. */
  objective: string | undefined;
  /** None: all that stands across. */
  entry: string | undefined;
  onOpen: (key: RowKey) => void;
  onClose: () => void;
}

export function CellLinks({ counted, objective, entry, onOpen, onClose }: CellLinksProps) {
  const { say } = useWords();
  const source = useSource();
  const discreet = useDiscreet();
  const navigation = useNavigation();
  const [limit, setLimit] = useState(FEW);
  const { value } = useReading('matrix_links', {
    source,
    discreet,
    across: counted.across,
    ...(counted.basis === '' ? {} : { basis: counted.basis }),
    objective: objective ?? null,
    entry: entry ?? null,
    from: 0,
    to: limit,
  });
  const show = (): void => {
    onClose();
    const filters = new Map<string, readonly (string | null)[]>();
    if (objective !== undefined) {
      filters.set('objective', [objective]);
    }
    if (entry !== undefined) {
      filters.set(counted.across, [entry]);
    }
    navigation.show('commitments', { filters });
  };
  const rest = (value?.count ?? 0) - (value?.links.length ?? 0);
  return (
    <Dialog
      title={value?.title ?? ''}
      isOpen
      size="medium"
      onClose={onClose}
      actions={
        value && value.commitments > 0 && entry !== undefined ? (
          <Button look="primary" onPress={show} data-testid="matrix-to-commitments">
            {say('matrix-links-commitments', { count: value.commitments })}
          </Button>
        ) : undefined
      }
    >
      <p className="k-quiet">{value ? say('matrix-links-count', { count: value.count }) : null}</p>
      <ul className="x-links" data-testid="matrix-links">
        {value?.links.map((link) => (
          <OneLink key={`${link.row.id} ${link.to.id}`} link={link} onOpen={onOpen} />
        ))}
      </ul>
      {rest > 0 ? (
        <Button look="quiet" onPress={() => setLimit(limit + 5 * FEW)}>
          {say('matrix-links-more', { count: rest })}
        </Button>
      ) : null}
    </Dialog>
  );
}

function OneLink({ link, onOpen }: { link: MatrixLink; onOpen: (key: RowKey) => void }) {
  const { say } = useWords();
  const facts = [
    link.provenance === '' ? link.basis : link.provenance,
    link.as_of === '' ? '' : say('matrix-links-as-of', { date: link.as_of }),
    link.by_way,
  ].filter((fact) => fact !== '');
  // The short title of an objective says all; a code needs what it stands for.
  const name = ({ kind, short, title }: MatrixLink['from']): string =>
    short === '' || short === title ? title : kind === 'objective' ? short : `${short} ${title}`;
  return (
    <li className="x-link">
      <p>
        <button type="button" className="k-link" onClick={() => onOpen(link.from)}>
          <bdi>{name(link.from)}</bdi>
        </button>
        {' → '}
        <button type="button" className="k-link" onClick={() => onOpen(link.to)}>
          <bdi>{name(link.to)}</bdi>
        </button>
        {link.example ? (
          <>
            {' '}
            <Badge look="line">{say('matrix-links-example')}</Badge>
          </>
        ) : null}
      </p>
      <p className={link.reason === '' ? 'k-quiet' : undefined}>
        <bdi>{link.reason === '' ? say('matrix-links-no-reason') : link.reason}</bdi>
      </p>
      <p className="x-from">
        {facts.map((fact, at) => (
          <span key={fact}>
            {at > 0 ? ' · ' : null}
            <bdi>{fact}</bdi>
          </span>
        ))}{' '}
        <button type="button" className="k-link" onClick={() => onOpen(link.row)}>
          {say('matrix-links-open')}
        </button>
      </p>
    </li>
  );
}
