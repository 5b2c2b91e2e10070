/**
 * What nobody waits for is done when the window has come to rest: no step and no key for a while, so that it takes nothing from
 * what somebody does.
 */

/** Milliseconds without a step or a key. */
const REST = 1500;

/** Carries it out once at leisure: `soon` asks for it, again for later; `forget` takes that back. */
export function atLeisure(run: () => void): { soon: () => void; forget: () => void } {
  let timer = 0;
  const put = (): void => {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      forget();
      run();
    }, REST);
  };
  const forget = (): void => {
    clearTimeout(timer);
    window.removeEventListener('keydown', put, true);
  };
  return {
    soon() {
      window.addEventListener('keydown', put, true);
      put();
    },
    forget,
  };
}
