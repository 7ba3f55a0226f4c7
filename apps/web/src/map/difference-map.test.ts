import type { AreaAnswer, Side, SidesComparison } from '@monitor/findings';
import { expect, test } from 'vitest';
import { madeUpAnswer } from '../../../../packages/findings/testing/made-up-answer.ts';
import { differenceMap, sideBySide } from './difference-map.ts';
import { allReported } from '../../../../packages/domain/testing/all-reported.ts';

const always = { from: '2014-01-01', to: '2026-10-31' };
const dataset = {
  slug: 'one',
  title: 'One',
  description: '',
  synthetic: true,
  killed_includes_suicides: false,
  licence: '',
  licence_url: null,
  attribution: '',
  url: null,
  covers: null,
  incidents: 40_000,
  ...always,
  countries: ['RS', 'XK'],
  coverage: ['RS', 'XK'].map((country) => ({ country, incidents: 20_000, ...always })),
  bbox: null,
  updated_at: null,
};
const { totals } = madeUpAnswer({ incidents: 900 });

function sideOf(country: string, counts: Readonly<Record<string, number>>) {
  const region = Object.entries(counts).map(([value, incidents]) => ({ value, incidents, killed: 0, injured: 0, ...allReported }));
  const summary = { period: { from: '2024-01-01', to: '2024-12-31' }, totals, facets: { region }, datasetVersion: 1 };
  const filter = { country: [country], from: '2024-01-01', to: '2024-12-31' };
  const answer: AreaAnswer = { summary, filter, query: `country=${country}`, datasets: [dataset], measure: 'incidents' };
  const side: Side = { filter, summary, datasets: [dataset] };
  return { answer, side };
}

const comparable = {
  counts: [900, 900],
  change: { kind: 'too_few' },
  days: [366, 366],
  exposures: [366, 366],
} as unknown as SidesComparison;
const compare = (a: ReturnType<typeof sideOf>, b: ReturnType<typeof sideOf>, comparison = comparable) =>
  differenceMap(a.answer, { sides: [a.side, b.side], comparison, answer: b.answer });
const classes = (map: ReturnType<typeof compare>, ...codes: readonly string[]) =>
  codes.map((code) => map?.areas.find((area) => area.code === code)?.difference);

test('only clear differences have a colour, by how many times one is the other; few are not compared', () => {
  const a = sideOf('RS', { 'RS-00': 300, 'RS-01': 100, 'RS-02': 9, 'RS-04': 400 });
  const b = sideOf('RS', { 'RS-00': 100, 'RS-01': 98, 'RS-02': 500, 'RS-04': 700 });
  expect(classes(compare(a, b), 'RS-00', 'RS-01', 'RS-02', 'RS-04', 'RS-05')).toEqual([
    'more-2',
    'unclear',
    'few',
    'fewer-1',
    'few',
  ]);
  expect(classes(compare(b, a), 'RS-00', 'RS-04')).toEqual(['fewer-2', 'more-1']);
  const itself = compare(a, a);
  expect(new Set(itself?.areas.map(({ difference }) => difference))).toEqual(new Set(['unclear', 'few']));
});

test('where the data does not cover both alike, no region is compared', () => {
  const a = sideOf('RS', { 'RS-00': 300 });
  const uneven = { ...comparable, days: undefined, exposures: undefined };
  expect(classes(compare(a, sideOf('RS', { 'RS-00': 100 }), uneven), 'RS-00')).toEqual(['unknown']);
});

test('selections without a common region are shaded side by side on one scale', () => {
  const [a, b] = [sideOf('RS', { 'RS-00': 300, 'RS-01': 10 }), sideOf('XK', { 'XK-01': 300 })];
  expect(compare(a, b)).toBeUndefined();
  const shading = sideBySide(a.answer, b.answer, 'count');
  const classOf = (code: string) => shading?.areas.find((area) => area.code === code)?.class;
  expect(classOf('RS-00')).toBe(classOf('XK-01'));
  expect(classOf('RS-01')).not.toBe(classOf('RS-00'));
  expect(shading?.other?.every((code) => code.startsWith('XK-'))).toBe(true);
});
