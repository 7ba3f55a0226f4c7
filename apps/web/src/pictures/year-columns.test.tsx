import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { YearColumns } from './year-columns.tsx';

const columns = [
  { label: '2024', value: 16, unknown: 2 },
  { label: '2025', value: 1, unknown: 15 },
  { label: '2026', value: 3, unknown: 0, partly: 'to Nov' },
];
const markup = renderToStaticMarkup(<YearColumns title="By year" columns={columns} tone="killed" />);
/** Pixels from the top of a text. */
const placeOf = (text: string) => Number(new RegExp(`y="([\\d.]+)"[^>]*>(?:<tspan[^>]*>)?${text}<`).exec(markup)?.[1]);
/** Of the tops of all rectangles, in their order. */
const tops = [...markup.matchAll(/<rect[^>]* y="([\d.]+)"/g)].map(([, top]) => Number(top));

test('a small number stands on its own part of the column, not on top of what is not reported', () => {
  const hatched = Math.min(...tops.slice(2));
  expect(placeOf('1')).toBeGreaterThan(hatched + 20);
});

test('how far a year goes is said under it', () => {
  expect(placeOf('to Nov')).toBeGreaterThan(placeOf('2025'));
});

test('it is said under its column, and ends with it only where columns are narrower than the words', () => {
  const anchors = (some: typeof columns) =>
    /text-anchor="(\w+)">to Nov</.exec(renderToStaticMarkup(<YearColumns title="By year" columns={some} tone="killed" />))?.[1];
  expect(anchors(columns.slice(-1))).toBe('middle');
  expect(anchors([...Array.from({ length: 9 }, (_, at) => ({ ...columns[0]!, label: String(at) })), columns[2]!])).toBe('end');
});
