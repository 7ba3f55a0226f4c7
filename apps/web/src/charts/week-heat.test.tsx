import { emptyWeek } from '@monitor/domain';
import i18next from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { initReactI18next } from 'react-i18next';
import { expect, test } from 'vitest';
import { formatOf } from '@monitor/findings';
import english from '../i18n/locales/en.json';
import { weekGrid } from './week-grid.ts';
import { weekLayout, WeekPicture } from './week-heat.tsx';

await i18next.use(initReactI18next).init({ lng: 'en', defaultNS: 'interface', resources: { en: { interface: english } } });

const incidents = emptyWeek().map((hours) => hours.map(() => 50));
incidents[5]![21] = 850;

/** The picture at a width in pixels. @param times as many incidents */
function drawn(width: number, { hoursPerCell = 1, times = 1 } = {}) {
  const grid = weekGrid({ incidents: incidents.map((day) => day.map((count) => count * times)) }, hoursPerCell);
  const layout = weekLayout(grid, width, formatOf('en-GB'));
  return { layout, markup: renderToStaticMarkup(<WeekPicture grid={grid} layout={layout} />) };
}

test('cells are numbered where the largest number fits, and else none is', () => {
  expect(drawn(640).markup).toContain('>850</text>');
  expect(drawn(640).markup.match(/<rect/g)).toHaveLength(7 * 24 + 24);
  expect(drawn(640, { times: 1000 }).markup).not.toContain('>850,000</text>');
  const narrow = drawn(360).markup;
  expect([narrow.includes('>850<'), narrow.includes('>50<')]).toEqual([false, false]);
  expect(drawn(360, { hoursPerCell: 3 }).markup).toContain('>950</text>');
});

test('columns stand side by side on whole pixels, up to the sums', () => {
  for (const width of [300, 362, 391, 640]) {
    const { columns, sumWidth } = drawn(width).layout;
    expect(columns.map(({ left }) => Number.isInteger(left))).not.toContain(false);
    expect(columns.slice(1).map(({ left }) => left)).toEqual(columns.slice(0, -1).map((column) => column.left + column.width));
    expect((columns.at(-1)?.left ?? 0) + (columns.at(-1)?.width ?? 0)).toBe(width - sumWidth);
  }
});
