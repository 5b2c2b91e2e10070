/** What axe finds on the page, in words. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Found {
  violations: readonly {
    id: string;
    help: string;
    nodes: readonly { html: string; failureSummary?: string }[];
  }[];
}

declare global {
  interface Window {
    axe: { run(context: Document, options: object): Promise<Found> };
  }
}

/** What axe cannot know. */
const BUT = {
  // Lists and menus hang in a layer of their own, over all landmarks, and belong to the control that opened them.
  region: { enabled: false },
  // React Aria makes the key of a menu item its description; axe takes it for a part of its label.
  'label-content-name-mismatch': { enabled: false },
};

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What of all this a theme can change. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block'];

export function violations(page: Page): Promise<readonly string[]> {
  return found(page, { runOnly: { type: 'tag', values: RULES }, rules: BUT });
}

/** In another theme only the colours are others: the rest was looked at in the first. */
export function violationsOfColour(page: Page): Promise<readonly string[]> {
  return found(page, { runOnly: { type: 'rule', values: OF_COLOUR } });
}

async function found(page: Page, options: object): Promise<readonly string[]> {
  // A line that is being read has no words yet, and a row without a name is one of a moment.
  await page.waitForFunction(() => document.querySelector('[role="row"][aria-busy="true"]') === null);
  // What is fading in has not its colour yet.
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)));
  if (!(await page.evaluate(() => 'axe' in window))) {
    // By the debugger, which stands outside the policy of the page.
    await page.evaluate(source);
  }
  const result = await page.evaluate((asked) => window.axe.run(document, asked), options);
  return result.violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}\n  ${node.html.slice(0, 240)}\n  ${node.failureSummary ?? ''}`),
  );
}
