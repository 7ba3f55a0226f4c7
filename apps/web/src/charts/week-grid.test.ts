import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyParts, emptyWeek, hourCount, weekdayCount } from '@monitor/domain';
import { formatOf } from '@monitor/findings';
import { englishTexts } from '../i18n/english-texts.ts';
import { chartCsv } from '../sections/use-chart-download.ts';
import { strengths, weekGrid, weekLegendText, weekTable } from './week-grid.ts';

const anyWeek = fc
  .tuple(fc.constantFrom(1, 30, 9000), fc.array(fc.nat(), { minLength: 168, maxLength: 168 }))
  .map(([most, counts]) =>
    Array.from({ length: weekdayCount }, (_, day) =>
      counts.slice(day * hourCount, (day + 1) * hourCount).map((count) => count % (most + 1)),
    ),
  );

test('cells, sums of weekdays and sums of hours all add up to the same incidents', () => {
  fc.assert(
    fc.property(anyWeek, fc.constantFrom(1, 3, 6), (incidents, hoursPerCell) => {
      const { weekdays, spans } = weekGrid({ incidents }, hoursPerCell);
      const all = incidents.flat().reduce((sum, count) => sum + count, 0);
      expect(weekdays.flatMap(({ cells }) => cells).reduce((sum, cell) => sum + cell.incidents, 0)).toBe(all);
      expect(weekdays.reduce((sum, { total }) => sum + total, 0)).toBe(all);
      expect(spans.reduce((sum, { total }) => sum + total, 0)).toBe(all);
    }),
  );
});

test('every count has the strength that the scale gives it, none is 0, and the most is the strongest', () => {
  fc.assert(
    fc.property(anyWeek, fc.constantFrom(1, 3), (incidents, hoursPerCell) => {
      const { weekdays, scale } = weekGrid({ incidents }, hoursPerCell);
      const cells = weekdays.flatMap((one) => one.cells);
      for (const { incidents: count, strength } of cells) {
        const step = scale.find((one) => one.strength === strength);
        if (count === 0) expect(strength).toBe(0);
        else expect(step && count >= step.least && count <= step.most).toBe(true);
      }
      const most = cells.reduce((one, other) => (other.incidents > one.incidents ? other : one));
      if (most.incidents > 0) expect(most.strength).toBe(strengths);
    }),
  );
});

test('a scale has even steps of round numbers, and few steps for few incidents', () => {
  const withMost = (most: number) => {
    const incidents = emptyWeek();
    incidents[5]![22] = most;
    return weekGrid({ incidents }, 1).scale.map(({ least, most: last }) => [least, last]);
  };
  expect(withMost(97)).toEqual([
    [1, 20],
    [21, 40],
    [41, 60],
    [61, 80],
    [81, 100],
  ]);
  expect(withMost(3)).toEqual([
    [1, 1],
    [2, 2],
    [3, 3],
  ]);
  expect(withMost(0)).toEqual([]);
});

const t = await englishTexts();
const format = formatOf('en-GB');

const incidents = emptyWeek().map((hours) => hours.map(() => 50));
incidents[5]![21] = 850;
const hours = { known: 9200, unknown: 0, midnight: 0, parts: emptyParts(), incidents };

test('the table and its CSV hold every incident with a known time once', () => {
  const table = weekTable(hours, t, format);
  const numbers = table.rows.flatMap((row) => row.slice(1).map(({ value }) => Number(value)));
  expect(numbers.reduce((sum, value) => sum + value)).toBe(hours.known);
  const [head, first] = chartCsv(table, {}).split('\r\n');
  expect(head).toBe('Hour,Mon,Tue,Wed,Thu,Fri,Sat,Sun');
  expect(first).toBe('00–01,50,50,50,50,50,50,50');
});

test('a downloaded picture says what its colours mean', () => {
  expect(weekLegendText(weekGrid(hours, 1), t, format)).toBe(
    'Shading, from light to dark, in incidents per cell: 1–200, 201–400, 401–600, 601–800, 801–1,000.',
  );
});
