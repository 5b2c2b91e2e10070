import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { PickList } from '@/kit/index.ts';

const SECTIONS = [
  {
    label: 'Ahead',
    items: [
      { id: 'a', label: 'Forum', lead: '2027', hint: 'event' },
      { id: 'b', label: 'Council', note: 'in the plan', isDisabled: true },
    ],
  },
  { label: 'Over', items: [{ id: 'c', label: 'Summit' }] },
];

function Picks({ onPicked }: { onPicked: (ids: readonly string[]) => void }) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  return (
    <PickList
      label="Entries"
      sections={SECTIONS}
      selected={selected}
      onChange={(next) => {
        setSelected(next);
        onPicked([...next].toSorted());
      }}
      empty="Nothing"
    />
  );
}

it('several are chosen by keyboard, over sections, and what cannot be chosen is passed over', async () => {
  const user = userEvent.setup();
  const picked: (readonly string[])[] = [];
  render(<Picks onPicked={(ids) => picked.push(ids)} />);
  await user.tab();
  await user.keyboard(' {ArrowDown} ');
  expect(picked).toEqual([['a'], ['a', 'c']]);
  expect(screen.getByRole('option', { name: 'Council' }).getAttribute('aria-disabled')).toBe('true');
  await user.keyboard('{Control>}a{/Control}');
  expect(picked.at(-1)).toEqual(['a', 'c']);
});

it('says so when there is nothing to choose', () => {
  render(
    <PickList
      label="Entries"
      sections={[]}
      selected={new Set()}
      onChange={() => undefined}
      empty="Nothing"
    />,
  );
  expect(screen.getByText('Nothing')).toBeTruthy();
});
