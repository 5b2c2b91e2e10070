/**
 * A control that is there and does nothing now says why: its reason is its description and its tooltip, and pressing it tells
 * the reason. It keeps its place in the order of keys, so that the reason can be reached and the focus is never lost.
 */
import { createContext, type ReactNode, useContext } from 'react';
import { useAnnounce } from './announce.tsx';

const OffContext = createContext<((why: string) => void) | undefined>(undefined);

/** Around the window: shows a reason where everybody sees it. Without it the reason is announced. */
export function OffProvider({ value, children }: { value: (why: string) => void; children: ReactNode }) {
  return <OffContext value={value}>{children}</OffContext>;
}

export function useTellOff(): (why: string) => void {
  const announce = useAnnounce();
  return useContext(OffContext) ?? announce;
}
