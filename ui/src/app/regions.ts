/** The regions of the window, between which F6 goes, and where the keys belong in each. */

/** What takes the focus in a region, best first. */
const TARGETS = [
  // The line of a tree where its keys are.
  '[role="treeitem"][tabindex="0"]',
  // The cell or the header of a group where the grid's keys are.
  '[role="grid"] textarea',
  '[role="grid"] button[tabindex="0"]',
  // The mark or the lane of the timeline.
  '.k-tl button[tabindex="0"]',
  // The paragraph of an instrument.
  '.cf-screen [role="listbox"]',
  '[aria-current="page"]',
  '[role="tab"][aria-selected="true"]',
  'button:not([disabled])',
  'a[href]',
  'input',
];

function regionOf(name: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-region="${name}"]`);
}

/** Gives the keys to a region: to what takes them best there, else to the region as a whole. */
export function focusRegion(name: string): boolean {
  const region = regionOf(name);
  for (const selector of TARGETS) {
    const target = region?.querySelector<HTMLElement>(selector);
    if (target) {
      target.focus();
      return true;
    }
  }
  region?.focus();
  return region !== null;
}

/** So long is waited for what is about to be drawn, in milliseconds: a laptop that does other things takes its time. */
const PATIENCE = 5000;
/** So long for the lines of a list that may have none. */
const LINES = 600;

/** Keys that do nothing by themselves. */
const MODIFIERS = new Set(['Control', 'Shift', 'Alt', 'AltGraph', 'Meta']);

/** A field that is being typed into. The grid's text area is one only while it edits. */
function isTypedInto(element: Element | null): boolean {
  return element?.closest('input, textarea:not(.k-cell-area), .k-cell-input[data-editing]') != null;
}

/**
 * Looks once in every frame until `look` says that it is done; not after the person has gone on to something else, from which
 * the keys would be taken: a key or the pointer was pressed, or another field took the keys.
 */
function untilDone(look: (waited: number) => boolean): void {
  const begun = performance.now();
  const from = document.activeElement;
  const over = new AbortController();
  const onKeyDown = ({ key, repeat }: KeyboardEvent): void => {
    if (!repeat && !MODIFIERS.has(key)) {
      over.abort();
    }
  };
  const listening = { capture: true, signal: over.signal };
  window.addEventListener('keydown', onKeyDown, listening);
  window.addEventListener('pointerdown', () => over.abort(), listening);
  const frame = (): void => {
    const here = document.activeElement;
    // A dialog that closes gives the keys back to where they were: nobody went there.
    const isTaken = here !== from && isTypedInto(here) && from?.closest('.k-veil') == null;
    const waited = performance.now() - begun;
    if (over.signal.aborted || isTaken || waited >= PATIENCE || look(waited)) {
      over.abort();
    } else {
      requestAnimationFrame(frame);
    }
  };
  requestAnimationFrame(frame);
}

/** The details of a row are about to be drawn, or their code is on its way: the keys go to them once they are there. */
export function focusInspectorSoon(): void {
  untilDone((waited) => {
    // Until there are tabs, only the button that closes the details could take the keys; and what it is called would hang beside
    // it and take the next Escape for itself. Their place has the keys meanwhile.
    const place = regionOf('inspector');
    if (place?.querySelector('[role="tab"]')) {
      return focusRegion('inspector');
    }
    if (waited > LINES && place && !place.contains(document.activeElement)) {
      place.focus();
    }
    return false;
  });
}

/**
 * Gives the keys to the list of the screen, as soon as it is drawn: `waited` says for how long that has been waited for.
 * With a name, only once that screen is shown.
 */
export function focusList(waited: number, screen?: string): boolean {
  const section = regionOf('list')?.querySelector(
    screen === undefined ? '[data-testid]' : `[data-testid="${screen}"]`,
  );
  if (!section) {
    return false;
  }
  // Its rows are being read: until they are there, only a button above them could take the keys.
  if (section.getAttribute('aria-busy') === 'true') {
    return false;
  }
  const has = (selector: string): boolean => section.querySelector(selector) !== null;
  const lists = has('[role="tree"], [role="grid"]');
  const drawn = lists
    ? has('[role="treeitem"][tabindex="0"], [role="grid"] textarea')
    : TARGETS.some((target) => has(target));
  return (drawn || waited > LINES) && focusRegion('list');
}

/** A screen is about to be shown: the keys go to its list once it is there, and once no dialog holds them any more. */
export function focusScreenSoon(screen: string): void {
  untilDone((waited) => openDialog() === undefined && focusList(waited, screen));
}

export function nextRegion(step: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')];
  const here = regions.findIndex((region) => region.contains(document.activeElement));
  for (let distance = 1; distance <= regions.length; distance += 1) {
    const at = (here + step * distance + regions.length * 2) % regions.length;
    const name = regions[at]?.dataset['region'];
    if (name !== undefined && focusRegion(name)) {
      return;
    }
  }
}

/** The dialog that lies over the others; undefined: none is open. */
export function openDialog(): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>('[role="dialog"], [role="alertdialog"]')].at(-1);
}
