/** React's side of @tanstack/virtual-core: which lines are drawn, and where. */
import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type PartialKeys,
  Virtualizer,
  type VirtualizerOptions,
} from '@tanstack/virtual-core';
import { useEffect, useLayoutEffect, useReducer, useState } from 'react';

type Options = PartialKeys<
  VirtualizerOptions<HTMLDivElement, HTMLDivElement>,
  'observeElementRect' | 'observeElementOffset' | 'scrollToFn'
>;

export type LineVirtualizer = Virtualizer<HTMLDivElement, HTMLDivElement>;

export function useVirtualizer(options: Options): LineVirtualizer {
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const resolved: VirtualizerOptions<HTMLDivElement, HTMLDivElement> = {
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    ...options,
    onChange: () => draw(),
  };
  const [virtualizer] = useState(() => new Virtualizer(resolved));
  virtualizer.setOptions(resolved);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  return virtualizer;
}

/** Measures lines. Elements are drawn with one line after the other, which the virtualizer's own measuring does not reckon with. */
class Heights {
  readonly #elements = new Set<HTMLElement>();
  readonly #observer = new ResizeObserver((entries) => {
    for (const { target, borderBoxSize } of entries) {
      this.#keep(target as HTMLElement, borderBoxSize[0]?.blockSize);
    }
  });

  constructor(private readonly virtualizer: LineVirtualizer) {}

  /** Measures it now, and whenever its height changes, until what is returned is called. */
  readonly observe = (element: HTMLElement | null): (() => void) | undefined => {
    if (!element) {
      return undefined;
    }
    this.#elements.add(element);
    this.#observer.observe(element, { box: 'border-box' });
    this.measure(element);
    return () => {
      this.#elements.delete(element);
      this.#observer.unobserve(element);
    };
  };

  readonly measure = (element: HTMLElement | null): void => {
    if (element) {
      this.#keep(element, undefined);
    }
  };

  /** Forgets what was measured. */
  readonly measureAll = (): void => {
    this.virtualizer.measure();
    // What is measured is compared with the estimates, no longer with what was measured before.
    this.virtualizer.getTotalSize();
    for (const element of this.#elements) {
      this.measure(element);
    }
  };

  close(): void {
    this.#observer.disconnect();
  }

  #keep(element: HTMLElement, height: number | undefined): void {
    const line = Number(element.dataset['index']);
    if (element.isConnected && line < this.virtualizer.options.count) {
      const measured = Math.round(height ?? element.offsetHeight);
      this.virtualizer.resizeItem(line, measured);
      // Also what is as high as was guessed: words may come, the guess be another, and the height be the same as before.
      const { itemSizeCache, options } = this.virtualizer;
      const key = options.getItemKey(line);
      if (!itemSizeCache.has(key)) {
        itemSizeCache.set(key, measured);
      }
    }
  }
}

export function useHeights(virtualizer: LineVirtualizer): Heights {
  const [heights] = useState(() => new Heights(virtualizer));
  useEffect(() => () => heights.close(), [heights]);
  return heights;
}
