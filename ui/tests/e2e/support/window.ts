/** The window as a person meets it. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { DevHost } from './devhost.ts';

export class PlanWindow {
  readonly grid: Locator;
  readonly inspector: Locator;
  readonly notice: Locator;
  readonly saveState: Locator;
  readonly undo: Locator;
  readonly redo: Locator;
  readonly palette: Locator;
  readonly banner: Locator;
  readonly filterText: Locator;
  readonly said: Locator;

  constructor(
    readonly page: Page,
    readonly host: DevHost,
  ) {
    this.grid = page.getByTestId('grid');
    this.inspector = page.getByTestId('inspector');
    this.notice = page.getByTestId('notice').locator('.k-message');
    this.saveState = page.getByTestId('save-state');
    this.undo = page.getByTestId('undo');
    this.redo = page.getByTestId('redo');
    this.palette = page.getByTestId('palette');
    this.banner = page.getByTestId('banner');
    this.filterText = page.getByTestId('filter-text').getByRole('searchbox');
    this.said = page.locator('[role="status"][data-live-announcer]');
  }

  async open(): Promise<void> {
    await this.page.goto(this.host.address);
    await this.ready();
  }

  async ready(): Promise<void> {
    await expect(this.grid.locator('.k-grid-row').first()).toBeVisible();
  }

  /** Shows a screen by its entry in the rail. */
  async go(
    screen:
      | 'overview'
      | 'commitments'
      | 'milestones'
      | 'timeline'
      | 'groups'
      | 'matrix'
      | 'documents'
      | 'review'
      | 'history'
      | 'questions'
      | 'catalogue'
      | 'search',
  ): Promise<Locator> {
    await this.page.getByTestId(`rail-${screen}`).click();
    const shown = this.page.getByTestId(screen);
    await expect(shown).toBeVisible();
    return shown;
  }

  /** Makes the person's own copy, in a file of this name. */
  async copy(name = 'my plan.gdcplan'): Promise<void> {
    await this.host.choose(this.host.path(name));
    await this.page.getByTestId('banner-copy').click();
    await expect(this.banner).toBeHidden();
    await expect(this.saveState).toContainText('Saved');
  }

  /** The row that begins with a reference. */
  row(reference: string): Locator {
    return this.grid.locator('.k-grid-row').filter({ has: this.page.getByText(reference, { exact: true }) });
  }

  cell(reference: string, column: string): Locator {
    return this.row(reference).locator(`[data-column="${column}"]`);
  }

  head(label: string): Locator {
    return this.grid.getByRole('columnheader', { name: label });
  }

  /** Types over a cell and goes on with Enter. */
  async type(reference: string, column: string, text: string): Promise<void> {
    await this.cell(reference, column).click();
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }

  /** What the rows of the window show in a column, from top to bottom. */
  async column(name: string): Promise<readonly string[]> {
    // In one go: a row that is taken away between two looks would be waited for.
    return this.grid.locator(`.k-grid-row [data-column="${name}"]`).evaluateAll((cells) =>
      cells
        .map((cell) => ({
          top: cell.getBoundingClientRect().top,
          text: cell.querySelector<HTMLElement>('.k-grid-text')?.innerText.trim() ?? '',
        }))
        .toSorted((a, b) => a.top - b.top)
        .map(({ text }) => text),
    );
  }

  field(name: string): Locator {
    return this.inspector.locator(`[data-field="${name}"]`);
  }

  /** Keeps a field of the inspector. */
  async fill(name: string, text: string): Promise<void> {
    await this.field(name).getByRole('button').first().click();
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }

  /** Ticks or unticks a box by its words. */
  tick(words: string | RegExp): Promise<void> {
    return this.page.locator('label.k-checkbox').filter({ hasText: words }).click();
  }

  press(keys: string): Promise<void> {
    return this.page.keyboard.press(keys);
  }
}
