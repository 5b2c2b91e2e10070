/** A pasted table while it is looked at: what was pasted, how it is to be read, and what it says. */
import { useEffect, useRef, useState } from 'react';
import type { AskedChoice, InstrumentTable, RowKey } from '@/generated/wire.ts';
import { useAnnounce } from '@/kit/index.ts';
import { CommandError } from '@/lib/api.ts';
import { useClient } from '@/lib/client.ts';
import { awaited } from '@/lib/reading.ts';

/** So long a source is read as plain text where there is some: most of it is what a word processor draws. */
const HTML_MAX = 8_000_000;
/** So long after a letter is typed into the symbol: nobody asks for each. */
const REST = 250;

/** What the column is; the codes of the border. */
export const COLUMNS = ['paragraph', 'action', 'asked', 'heading', 'conditions', 'none'] as const;

interface Pasted {
  text: string;
  html: string;
}

/** How it is read: what is not said is looked for. */
interface How {
  columns: readonly string[];
  header: number | undefined;
  choices: readonly AskedChoice[];
}

const AS_FOUND: How = { columns: [], header: undefined, choices: [] };

export interface PastedTable {
  read: InstrumentTable | undefined;
  error: string | undefined;
  isReading: boolean;
  /** What a request holds of it. */
  request: { text: string; html: string; columns: string[]; header?: number; choices: AskedChoice[] };
  paste: (text: string, html: string) => void;
  setColumn: (at: number, role: string) => void;
  setHeader: (has: boolean) => void;
  /** Says who words mean; no rows: they stay words; none: as they were understood. */
  choose: (words: string, rows: RowKey[] | undefined) => void;
}

export function usePastedTable(symbol: string): PastedTable {
  const client = useClient();
  const announce = useAnnounce();
  const [pasted, setPasted] = useState<Pasted>();
  const [how, setHow] = useState(AS_FOUND);
  const [read, setRead] = useState<InstrumentTable>();
  const [error, setError] = useState<string>();
  const [isReading, setReading] = useState(false);
  const told = useRef('');
  const wanted = useRef({ symbol: '' });
  const request = {
    text: pasted?.text ?? '',
    html: pasted?.html ?? '',
    columns: [...how.columns],
    ...(how.header === undefined ? {} : { header: how.header }),
    choices: [...how.choices],
  };
  useEffect(() => {
    if (!pasted) {
      return undefined;
    }
    let leave = (): void => undefined;
    setReading(true);
    const ask = (): void => {
      wanted.current = { symbol };
      const header = how.header === undefined ? {} : { header: how.header };
      const given = { ...pasted, columns: [...how.columns], ...header, choices: [...how.choices], symbol };
      leave = awaited(
        client.call('instrument_read_table', given),
        (found) => {
          setRead(found);
          setError(undefined);
          setReading(false);
          if (told.current !== found.summary) {
            told.current = found.summary;
            announce(found.summary);
          }
        },
        (reason) => {
          setRead(undefined);
          setReading(false);
          const message = reason instanceof CommandError ? reason.message : String(reason);
          setError(message);
          announce(message, 'assertive');
        },
      );
    };
    const timer = window.setTimeout(ask, wanted.current.symbol === symbol ? 0 : REST);
    return () => {
      clearTimeout(timer);
      leave();
    };
  }, [announce, client, how, pasted, symbol]);
  return {
    read,
    error,
    isReading,
    request,
    paste(text, html) {
      setHow(AS_FOUND);
      setPasted({ text, html: html.length > HTML_MAX && text !== '' ? '' : html });
    },
    setColumn(at, role) {
      const columns = (read?.columns ?? []).map((column) => column.role);
      columns[at] = role;
      setHow({ ...how, columns, header: read?.header });
    },
    setHeader(has) {
      setHow({ ...how, columns: how.columns, header: has ? Math.max(1, read?.header ?? 1) : 0 });
    },
    choose(words, rows) {
      const others = how.choices.filter((one) => one.words !== words);
      setHow({ ...how, choices: rows === undefined ? others : [...others, { words, rows }] });
    },
  };
}
