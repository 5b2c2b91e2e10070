import { fireEvent, render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { yearsOf } from '@/features/inspector/years.ts';
import { LineChart } from '@/kit/chart/line-chart.tsx';
import { type ChartPoint, place } from '@/kit/chart/scale.ts';

const point = (id: string, from?: number, value?: number, to = from): ChartPoint => ({
  id,
  from,
  to,
  value,
  when: from === undefined ? 'not stated' : String(from),
  words: value === undefined ? 'not stated' : String(value),
});

const words = {
  asTable: 'As a table',
  asPicture: 'As a picture',
  when: 'As of',
  figure: 'Figure',
  unplaced: (count: number) => `${count} without a place`,
  gap: 'a broken line',
};

describe('what has a place in a chart', () => {
  it('is what has a time and a figure: not known is never nothing', () => {
    const placed = place(
      [point('a', 2020, 10), point('b', 2021), point('c', undefined, 5), point('d', 2022, 20)],
      [],
    );
    expect(placed.points.map((one) => one.point.id)).toEqual(['a', 'd']);
    expect(placed.unplaced.map((one) => one.id)).toEqual(['b', 'c']);
    expect(Math.min(...placed.points.map(({ y }) => y))).toBe(18);
  });

  it('stands in the order of time, and a time that is vague has a length', () => {
    const placed = place([point('new', 2024, 2, 2025), point('old', 2020.5, 1)], []);
    expect(placed.points.map((one) => one.point.id)).toEqual(['old', 'new']);
    expect(placed.points[1]?.span).toEqual([80, 100]);
    expect(placed.points[1]?.x).toBe(90);
    expect(placed.years).toEqual([2020, 2025]);
  });

  it('is joined by a broken line, where nothing was known for long or a figure between is not known', () => {
    const of = (...points: ChartPoint[]): boolean[] => place(points, []).stretches.map(({ isGap }) => isGap);
    expect(of(point('a', 2020, 1), point('b', 2021, 2), point('c', 2024, 3))).toEqual([false, true]);
    expect(of(point('a', 2020, 1), point('b', 2020.5), point('c', 2021, 3))).toEqual([true]);
  });

  it('is joined only with what counts the same', () => {
    const counted = (series: string, one: ChartPoint): ChartPoint => ({ ...one, series });
    const points = [
      counted('all', point('a', 2020, 1)),
      counted('some', point('b', 2020.5, 9)),
      counted('all', point('c', 2021, 2)),
    ];
    const { stretches } = place(points, []);
    expect(stretches.map(({ from, to }) => from.point.id + to.point.id)).toEqual(['ac']);
  });

  it('may be all the same, or far apart', () => {
    expect(place([point('a', 2020, 5), point('b', 2021, 5)], []).points.map(({ y }) => y)).toEqual([50, 50]);
    const far = place([point('a', 2020, -1e308), point('b', 2021, 1e308)], []).points;
    expect(far.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
  });
});

describe('from when to when a date may be', () => {
  it('is as long as it is vague, and nothing where no year is told', () => {
    expect(yearsOf('2024')).toEqual([2024, 2025]);
    expect(yearsOf('2025-33~')).toEqual([2025, 2025.25]);
    expect(yearsOf('2024-07-01')).toEqual([2024.5, 2024.5]);
    expect(yearsOf('2024/2026-06')).toEqual([2024, 2026.5]);
    for (const nothing of ['', '..', 'never', '2024-77', '20XX']) {
      expect(yearsOf(nothing)).toBeUndefined();
    }
  });
});

describe('a chart', () => {
  const points = [point('a', 2020, 10), point('b', 2021, 15), point('c', 2022)];
  const levels = [{ value: 20, words: 'Target: 20 by 2030' }];

  it('says all that it draws, and shows the same as a table', () => {
    render(<LineChart label="Schools" points={points} levels={levels} words={words} />);
    const picture = screen.getByRole('img');
    expect(picture.getAttribute('aria-label')).toBe(
      'Schools. 2020: 10. 2021: 15. 2022: not stated. Target: 20 by 2030',
    );
    expect(screen.getByText('1 without a place')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'As a table' }));
    expect(screen.getAllByRole('row')).toHaveLength(5);
    expect(screen.queryByRole('img')).toBeNull();
  });

  it('is not drawn of one time', () => {
    const { container } = render(
      <LineChart label="S" points={points.slice(1)} levels={levels} words={words} />,
    );
    expect(container.firstChild).toBeNull();
  });
});
