/** A row per objective: one mark for each commitment, or, where there are many, how many of each. */
import { type KeyboardEvent, useRef, useState } from 'react';
import type { ObjectiveStanding, Standing } from '@/generated/wire.ts';
import { Badge, StatusMark, type StatusShape } from '@/kit/index.ts';
import { useWords } from '@/lib/client.ts';
import { isStatus } from '@/lib/fields.ts';
import { useNavigation } from '@/lib/navigation.ts';

/** A commitment of which nothing is stated is drawn as one that nobody reported on. */
function shapeOf(status: string): StatusShape {
  return isStatus(status) ? status : 'not_reported';
}

export function Objectives({ standing }: { standing: Standing | undefined }) {
  const { say } = useWords();
  const navigation = useNavigation();
  const filter = (objective: string | null): void =>
    navigation.show('commitments', { filters: new Map([['objective', [objective]]]) });
  const rows = standing?.objectives ?? [];
  const legend = new Map(
    rows.flatMap(({ statuses }) => statuses.map(({ status, label }) => [status, label] as const)),
  );
  return (
    <section className="o-card" aria-labelledby="o-objectives" aria-busy={standing === undefined}>
      <h2 id="o-objectives">{say('overview-objectives')}</h2>
      <ul className="o-rows">
        {rows.map((row) => (
          <li key={row.id} className="o-row" data-objective={row.id}>
            <button type="button" className="o-name" onClick={() => filter(row.id)}>
              {row.number === '' ? <span className="o-no-number" /> : <Badge>{row.number}</Badge>}
              <bdi>{row.title}</bdi>
            </button>
            {row.count === 0 ? (
              <span className="o-none">{say('overview-no-commitments')}</span>
            ) : row.marks.length > 0 ? (
              <Marks row={row} />
            ) : (
              <Counts row={row} />
            )}
            <span className="o-as-of">
              {row.as_of === '' ? (
                row.count === 0 ? null : (
                  say('overview-no-as-of')
                )
              ) : (
                <>
                  <span>{say('overview-as-of', { date: row.as_of })}</span>
                  {row.oldest === row.as_of || row.oldest === '' ? null : (
                    <span className="o-oldest">{say('overview-oldest', { date: row.oldest })}</span>
                  )}
                  {row.undated === 0 ? null : (
                    <span className="o-oldest">{say('overview-undated', { count: row.undated })}</span>
                  )}
                </>
              )}
            </span>
          </li>
        ))}
        {standing && standing.other > 0 ? (
          <li className="o-row">
            <button type="button" className="o-name o-other" onClick={() => filter(null)}>
              {say('overview-other', { count: standing.other })}
            </button>
          </li>
        ) : null}
      </ul>
      {legend.size > 0 ? (
        <ul className="o-legend" aria-label={say('overview-legend')}>
          {[...legend].map(([status, label]) => (
            <li key={status}>
              <StatusMark status={shapeOf(status)} word={label} />
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

/** Marks are one stop for the keyboard; arrows go from mark to mark. */
function Marks({ row }: { row: ObjectiveStanding }) {
  const { say } = useWords();
  const navigation = useNavigation();
  const list = useRef<HTMLUListElement>(null);
  const [at, setAt] = useState(0);
  const stop = Math.min(at, row.marks.length - 1);
  const onKeyDown = (event: KeyboardEvent): void => {
    const forward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const back = document.documentElement.dir === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
    const next = new Map([
      [forward, stop + 1],
      [back, stop - 1],
      ['Home', 0],
      ['End', row.marks.length - 1],
    ]).get(event.key);
    if (next !== undefined && next >= 0 && next < row.marks.length) {
      event.preventDefault();
      setAt(next);
      list.current?.querySelectorAll('button')[next]?.focus();
    }
  };
  return (
    <ul
      ref={list}
      className="o-marks"
      aria-label={say('overview-marks', { objective: row.title, count: row.count })}
    >
      {row.marks.map((mark, index) => (
        <li key={mark.id}>
          <button
            type="button"
            className="o-mark"
            tabIndex={index === stop ? 0 : -1}
            title={mark.title}
            aria-label={mark.title}
            data-mark={mark.id}
            onKeyDown={onKeyDown}
            onFocus={() => setAt(index)}
            onClick={() => navigation.goTo({ kind: 'commitment', id: mark.id })}
          >
            <StatusMark status={shapeOf(mark.status)} word="" />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Too many for marks: a bar in proportion, and the numbers in words. */
function Counts({ row }: { row: ObjectiveStanding }) {
  const { say, locale } = useWords();
  const number = new Intl.NumberFormat(locale);
  return (
    <div className="o-counts">
      <div className="o-share" aria-hidden="true">
        {row.statuses.map(({ status, count }) => (
          <span key={status} data-status={shapeOf(status)} style={{ flexGrow: count }} />
        ))}
      </div>
      <ul className="o-numbers">
        {row.statuses.map(({ status, label, count }) => (
          <li key={status}>
            <StatusMark
              status={shapeOf(status)}
              word={say('overview-count', { count: number.format(count), status: label })}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
