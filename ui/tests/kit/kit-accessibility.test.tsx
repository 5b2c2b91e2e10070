import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { GridPage } from '../../gallery/grid-page.tsx';
import { Pieces } from '../../gallery/pieces.tsx';
import { KitStringsProvider, LiveRegion, useAnnounce } from '../../src/kit/index.ts';
import { englishKitStrings } from '../support/strings.ts';

function draw(piece: React.ReactNode): void {
  render(
    <KitStringsProvider strings={englishKitStrings()}>
      <LiveRegion>{piece}</LiveRegion>
    </KitStringsProvider>,
  );
}

/** Colours need a browser: they are looked at in tests/browser. */
async function violations(within = 'body'): Promise<string[]> {
  const result = await axe.run(
    { include: [[within]] },
    {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    },
  );
  return result.violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 160)}`));
}

describe('axe', () => {
  it('finds nothing in the pieces of the kit', async () => {
    draw(<Pieces />);
    expect(await violations()).toEqual([]);
  });

  it('finds nothing in an open menu, nor in a dialog', async () => {
    const user = userEvent.setup();
    draw(<Pieces />);
    await user.click(screen.getByRole('button', { name: 'Menu' }));
    expect(screen.getAllByRole('menuitem')).toHaveLength(3);
    expect(await violations()).toEqual([]);
    await user.keyboard('{Escape}');
    await user.click(screen.getByRole('button', { name: 'Dialog' }));
    expect(screen.getByRole('dialog', { name: 'Make your own copy?' })).toBeTruthy();
    expect(await violations()).toEqual([]);
  });

  it('finds nothing in the grid, idle and in each editor', async () => {
    const user = userEvent.setup();
    draw(<GridPage rows={6} />);
    expect(await violations()).toEqual([]);
    const area = (): HTMLElement => document.querySelector('.k-grid textarea') as HTMLElement;
    act(() => area().focus());
    for (const key of ['title', 'kind', 'lead', 'status', 'when', 'partners', 'amount']) {
      expect(area().closest('[data-column]')?.getAttribute('data-column')).toBe(key);
      await user.keyboard('{F2}');
      await act(async () => undefined);
      expect(await violations('.k-grid-row[data-active]'), key).toEqual([]);
      if (document.querySelector('.k-anchored')) {
        expect(await violations('.k-anchored'), key).toEqual([]);
      }
      await user.keyboard('{Escape}{Escape}{ArrowRight}');
    }
  });
});

describe('the live region', () => {
  it('says a sentence twice when it is said twice', async () => {
    function Speaker() {
      const announce = useAnnounce();
      return (
        <button type="button" onClick={() => announce('Copied')}>
          say
        </button>
      );
    }
    const user = userEvent.setup();
    draw(<Speaker />);
    await user.click(screen.getByText('say'));
    const first = screen.getByRole('status').textContent;
    await user.click(screen.getByText('say'));
    const second = screen.getByRole('status').textContent;
    expect(first?.trim()).toBe('Copied');
    expect(second?.trim()).toBe('Copied');
    expect(second).not.toBe(first);
  });
});
