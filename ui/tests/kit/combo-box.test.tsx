import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { ComboBox, KitStringsProvider } from '@/kit/index.ts';
import { englishKitStrings } from '../support/strings.ts';

const CHOICES = [
  { id: 'itu', label: 'ITU' },
  { id: 'itu-r', label: 'ITU-R' },
  { id: 'unesco', label: 'UNESCO' },
];

interface Chosen {
  key: unknown;
}

function field(chosen: Chosen[], more: object = {}) {
  render(
    <KitStringsProvider strings={englishKitStrings()}>
      <ComboBox label="Who" choices={CHOICES} onSelectionChange={(key) => chosen.push({ key })} {...more} />
    </KitStringsProvider>,
  );
  return screen.getByRole<HTMLInputElement>('combobox');
}

for (const key of ['Enter', 'Tab']) {
  it(`what was typed takes the first that is suggested with ${key}, and is not emptied`, async () => {
    const user = userEvent.setup({ delay: null });
    const chosen: Chosen[] = [];
    const input = field(chosen);
    await user.click(input);
    await user.keyboard(`n{${key}}`);
    expect(chosen).toEqual([{ key: 'unesco' }]);
    expect(input.value).toBe('UNESCO');
  });
}

it('what the arrow keys are on is taken, and what was chosen stays where nothing is typed', async () => {
  const user = userEvent.setup({ delay: null });
  const chosen: Chosen[] = [];
  const input = field(chosen, { defaultSelectedKey: 'unesco' });
  await user.click(input);
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}{Tab}');
  expect(input.value).toBe('UNESCO');
  await user.clear(input);
  await user.keyboard('i{ArrowDown}{ArrowDown}{Enter}');
  expect(chosen.at(-1)).toEqual({ key: 'itu-r' });
});

it('words of one\u2019s own stay where they are allowed', async () => {
  const user = userEvent.setup({ delay: null });
  const chosen: Chosen[] = [];
  const input = field(chosen, { allowsCustomValue: true });
  await user.click(input);
  await user.keyboard('IT{Tab}');
  expect(input.value).toBe('IT');
});

it('what is called as it was typed is taken before what only holds the words', async () => {
  const user = userEvent.setup({ delay: null });
  const chosen: Chosen[] = [];
  const choices = [
    { id: 'unga', label: 'UNGA · General Assembly of the UN' },
    { id: 'un', label: 'UN · United Nations' },
    { id: 'unido', label: 'UNIDO · Industrial Development' },
  ];
  const input = field(chosen, { choices });
  await user.click(input);
  await user.keyboard('un');
  const best = screen.getAllByRole('option').filter((option) => option.querySelector('[data-best]'));
  expect(best.map(({ textContent }) => textContent)).toEqual(['UN · United Nations']);
  await user.keyboard('{Tab}');
  expect(chosen).toEqual([{ key: 'un' }]);
  await user.clear(input);
  await user.keyboard('uni{Enter}');
  expect(chosen.at(-1)).toEqual({ key: 'unido' });
});
