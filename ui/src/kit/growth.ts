/** A text area is as high as its text: WebKit has no field-sizing. */
import { type RefObject, useLayoutEffect } from 'react';

/** Makes it so whenever its text is another. Undefined: there is none now. */
export function useGrowth(area: RefObject<HTMLTextAreaElement | null>, text: string | undefined): void {
  useLayoutEffect(() => {
    const { current } = area;
    if (current && text !== undefined) {
      current.style.blockSize = 'auto';
      current.style.blockSize = `${current.scrollHeight}px`;
    }
  }, [area, text]);
}
