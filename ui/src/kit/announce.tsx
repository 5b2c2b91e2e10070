/** What the window says to assistive technology. */
import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';

/**
 * Says a sentence to assistive technology; `assertive` interrupts. Each sentence takes the place of the one before, so that
 * who reads the window through does not meet an error that is over. An empty one only takes the place of its own urgency.
 */
export type Announce = (words: string, urgency?: 'polite' | 'assertive') => void;

const AnnounceContext = createContext<Announce>(() => undefined);

/** Around the whole window, once: holds the two live regions. */
export function LiveRegion({ children }: { children: ReactNode }) {
  const [polite, setPolite] = useState('');
  const [assertive, setAssertive] = useState('');
  const turn = useRef(false);
  const announce = useCallback<Announce>((words, urgency = 'polite') => {
    // The same sentence twice is read twice only if the text differs: a no-break space at the end, every other time.
    turn.current = !turn.current;
    const text = turn.current ? words : `${words}\u00a0`;
    const [own, other] = urgency === 'polite' ? [setPolite, setAssertive] : [setAssertive, setPolite];
    own(words === '' ? '' : text);
    if (words !== '') {
      other('');
    }
  }, []);
  const regions = useMemo(
    () => (
      <>
        <div className="k-hidden" role="status" aria-live="polite" data-live-announcer="true">
          {polite}
        </div>
        <div className="k-hidden" role="alert" aria-live="assertive" data-live-announcer="true">
          {assertive}
        </div>
      </>
    ),
    [polite, assertive],
  );
  return (
    <AnnounceContext value={announce}>
      {children}
      {regions}
    </AnnounceContext>
  );
}

export function useAnnounce(): Announce {
  return useContext(AnnounceContext);
}
