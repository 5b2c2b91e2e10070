import { cleanup } from '@testing-library/react';
import { afterEach, vi } from 'vitest';

/** What jsdom lacks: layout. Every element is 1000 x 700, every line of the grid 33 high. */
class StillObserver implements ResizeObserver {
  constructor(readonly callback: ResizeObserverCallback) {}
  observe(): void {
    // Sizes never change here.
  }
  unobserve(): void {
    // Nothing was observed.
  }
  disconnect(): void {
    // Nothing was observed.
  }
}

vi.stubGlobal('ResizeObserver', StillObserver);
vi.stubGlobal('CSS', { escape: (text: string) => text.replace(/[^\w-]/g, (sign) => `\\${sign}`) });
Object.defineProperties(HTMLElement.prototype, {
  offsetWidth: { configurable: true, get: () => 1000 },
  offsetHeight: {
    configurable: true,
    get(this: HTMLElement) {
      return this.dataset['index'] === undefined ? 700 : 33;
    },
  },
  clientHeight: { configurable: true, get: () => 700 },
  clientWidth: { configurable: true, get: () => 1000 },
});
Element.prototype.scrollTo = function scrollTo(this: Element, options?: ScrollToOptions | number): void {
  if (typeof options === 'object' && options.top !== undefined) {
    this.scrollTop = options.top;
    this.dispatchEvent(new Event('scroll'));
  }
} as typeof Element.prototype.scrollTo;

afterEach(cleanup);
