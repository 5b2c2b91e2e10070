import { useEffect } from 'react';

/** The regions of the window, between which F6 goes. */

/** What takes the focus in a region, best first. */
const TARGETS = [
  // The line of a tree where its keys are.
  '[role="treeitem"][tabindex="0"]',
  // The cell or the header of a group where the grid's keys are.
  '[role="grid"] textarea',
  '[role="grid"] button[tabindex="0"]',
  '[aria-current="page"]',
  '[role="tab"][aria-selected="true"]',
  'button:not([disabled])',
  'a[href]',
  'input',
];

export function focusRegion(name: string): boolean {
  const region = document.querySelector<HTMLElement>(`[data-region="${name}"]`);
  for (const selector of TARGETS) {
    const target = region?.querySelector<HTMLElement>(selector);
    if (target) {
      target.focus();
      return true;
    }
  }
  return false;
}

/** The details of a row are about to be drawn, or their code is on its way: the keys go to them once they are there. */
export function focusInspectorSoon(): void {
  const begun = performance.now();
  const look = (): void => {
    const waited = performance.now() - begun;
    // Until there are tabs, only the button that closes the details could take the keys.
    const drawn = document.querySelector('[data-region="inspector"] [role="tab"]') !== null;
    if (!((drawn || waited > 600) && focusRegion('inspector')) && waited < 2000) {
      requestAnimationFrame(look);
    }
  };
  requestAnimationFrame(look);
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

/**
 * When another plan is shown, what was pressed to get it is often gone: then the keys belong to the list, not to nobody.
 * The list may be drawn a little later than the plan is known.
 */
export function useKeysOnList(opened: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: each opening is an occasion of its own.
  useEffect(() => {
    let frame = 0;
    const until = performance.now() + 2000;
    const look = () => {
      const nobody = document.activeElement === null || document.activeElement === document.body;
      if (nobody && !focusGrid() && performance.now() < until) {
        frame = requestAnimationFrame(look);
      }
    };
    frame = requestAnimationFrame(look);
    return () => cancelAnimationFrame(frame);
  }, [opened]);
}

function focusGrid(): boolean {
  const cell = document.querySelector<HTMLElement>('[data-region="list"] [role="grid"] textarea');
  cell?.focus();
  return cell !== null && document.activeElement === cell;
}
