import type { Summary } from '@monitor/contract';
import type { Filter } from '@monitor/domain';
import { expect, test } from 'vitest';
import { changesRest, changesTitle, comparisonWords } from '../say/comparison-words.ts';
import { voiceOf } from '../say/voice.ts';
import { changeFamilies, comparedFilters, type ComparedKind, notableChanges, withinFamily } from './notable-changes.ts';

const voice = voiceOf('en');
const period = { from: '2025-07-01', to: '2025-09-30' };
const before = { from: '2024-07-01', to: '2024-09-30' };
const plain = (text: string | undefined) => text?.replaceAll('\u00a0', ' ');

type Totals = Summary['totals'];

/** People are alone in their incidents but for the two largest. */
function totals(incidents: number, injured = 0, largest: readonly [number, number] = [1, 1], weapons = 0): Totals {
  const inLargest = largest[0] + largest[1];
  const squares = injured === 0 ? 0 : injured - inLargest + largest[0] ** 2 + largest[1] ** 2;
  return {
    incidents,
    killed: 0,
    injured,
    threatened: 0,
    suicides: 0,
    weapons,
    withoutPoint: 0,
    dispersion: { weeks: 0, squares: 0, sums: 0 },
    notReported: { killed: 0, injured: 0, threatened: 0, suicides: 0 },
    clustering: {
      killed: { squares: 0, largest: [0, 0] },
      injured: { squares, largest },
      weapons: { squares: weapons, largest: [1, 1] },
    },
  };
}

function compared(kind: ComparedKind, parts: Readonly<Record<string, readonly [later: Totals, earlier: Totals | null]>>) {
  const summary = {
    period,
    comparison: { ...before, rule: 'year_earlier' as const, totals: totals(0) },
    series: {
      interval: 'month' as const,
      points: [],
      parts: Object.entries(parts).map(([value, [later, earlier]]) => ({ value, points: [], totals: later, comparison: earlier })),
    },
  };
  return { kind, filter: { ...period }, summary, datasets: [] };
}

const words = (comparison: Parameters<typeof comparisonWords>[0]) => comparisonWords(comparison, period, 21, voice);

test('the published fall of a quarter is one sentence with its interval', () => {
  const { clear } = notableChanges([compared('chosen', { AL: [totals(804), totals(939)] })]);
  expect(clear).toHaveLength(1);
  expect(words(clear[0]!)).toEqual({
    name: 'Albania',
    subject: 'Albania, incidents',
    headline: 'Albania: 14% fewer incidents',
    sentence: '804 incidents in Jul–Sept 2025, 14% fewer than a year before; the true change is likely between 22% and 6% fewer.',
  });
  expect(clear[0]?.filter).toEqual({ ...period, country: ['AL'] });
});

test('a rise names the nearer end of its interval first', () => {
  const { clear } = notableChanges([compared('violence', { AL: [totals(247), totals(181)] })]);
  expect(words(clear[0]!).sentence).toBe(
    '247 violent incidents in Jul–Sept 2025, 36% more than a year before; the true change is likely between 13% and 65% more.',
  );
});

test('among many comparisons, one that chance brings about is no finding', () => {
  // Alone it would be called clear: its interval is 1% to 45%.
  const weak = [totals(247), totals(204)] as const;
  expect(notableChanges([compared('violence', { AL: weak })]).clear).toHaveLength(1);
  const quiet = Object.fromEntries(
    Array.from({ length: 20 }, (_, at) => [`Q${String.fromCodePoint(65 + at)}`, [totals(100), totals(100)] as const]),
  );
  const { clear, chance, none } = notableChanges([compared('violence', { AL: weak, ...quiet })]);
  expect(clear).toEqual([]);
  expect(chance.map(({ place }) => place)[0]).toBe('AL');
  expect(plain(words(chance[0]!).sentence)).toBe(
    '247 violent incidents in Jul–Sept 2025, 21% more than a year before (+1% to +46%). With 21 comparisons, this may be due to chance.',
  );
  expect(chance).toHaveLength(21);
  // Nobody was killed or injured in any of them.
  expect(none).toHaveLength(42);
});

test('the strongest comes first, over kinds and measures', () => {
  const { clear } = notableChanges([
    compared('violence', { AL: [totals(400), totals(300)], ME: [totals(100), totals(100)] }),
    compared('weapon_seizure', {
      AL: [totals(300), totals(100)],
      ME: [totals(100, 0, [1, 1], 600), totals(100, 0, [1, 1], 300)],
    }),
  ]);
  expect(clear.map(({ place, kind, measure }) => `${place} ${kind} ${measure}`)).toEqual([
    'ME weapon_seizure weapons',
    'AL weapon_seizure incidents',
    'AL violence incidents',
  ]);
});

test('a rise that two incidents make is told apart, with what is left without them', () => {
  const { clear, driven } = notableChanges([compared('violence', { ME: [totals(60, 58, [10, 8]), totals(60, 26)] })]);
  expect(clear).toEqual([]);
  const [found] = driven;
  expect(found).toMatchObject({ place: 'ME', measure: 'injured', without: { incidents: 2, people: 18 } });
  expect(plain(words(found!).largest)).toMatch(
    /^The two largest incidents account for 18 of the 58 people injured in this period\. Without them there is no clear change \(−\d+% to \+\d+%\)\.$/,
  );
});

test('people of one large incident widen the interval, so that their number alone is no finding', () => {
  const alone = notableChanges([compared('violence', { ME: [totals(60, 58), totals(60, 30)] })]);
  expect(alone.clear.map(({ measure }) => measure)).toEqual(['injured']);
  const together = notableChanges([compared('violence', { ME: [totals(60, 58, [14, 14]), totals(60, 30)] })]);
  expect(together.clear).toEqual([]);
});

test('what could not be compared says why', () => {
  const { none } = notableChanges([compared('violence', { AL: [totals(5), totals(30)], ME: [totals(50), null] })]);
  const sentences = none.filter(({ measure }) => measure === 'incidents').map((one) => plain(words(one).sentence));
  expect(sentences).toEqual([
    '5 violent incidents in Jul–Sept 2025. Too few to compare, 30 a year before.',
    '50 violent incidents in Jul–Sept 2025. No earlier data.',
  ]);
});

test('how many were looked at is said', () => {
  const found = notableChanges([compared('violence', { AL: [totals(247), totals(181)], ME: [totals(100), totals(100)] })]);
  expect(changesTitle(found, voice)).toBe('What changed: 1 of 2 comparisons stands out');
  expect(changesRest(found, voice)).toBe(
    'Changes that are clear on their own: 1 of 2. Chance alone would give about 0.1. Still clear after correction: 1. 4 more could not be compared: too few, or data for one of the periods only.',
  );
  const quiet = notableChanges([compared('violence', { ME: [totals(100), totals(100)] })]);
  expect(changesTitle(quiet, voice)).toBe('What changed: nothing stands out');
  expect(changesRest(quiet, voice)).toMatch(/^Changes that are clear on their own: 0 of 1\. .+ Still clear after correction: 0\./);
  expect([changesTitle(notableChanges([]), voice), changesRest(notableChanges([]), voice)]).toEqual([
    'What changed: nothing can be compared',
    '',
  ]);
});

test('where nothing is compared, the title says why if there is one reason', () => {
  const changes = notableChanges([compared('violence', { ME: [totals(900), null], RS: [totals(50), null] })]);
  expect(changesTitle(changes, voice)).toBe('What changed: no earlier data');
  expect(changesRest(changes, voice)).toBe('None of 6 comparisons can be made: too few, or data for one of the periods only.');
  const mixed = notableChanges([compared('violence', { ME: [totals(900), null], RS: [totals(5), totals(30)] })]);
  expect(changesTitle(mixed, voice)).toBe('What changed: nothing can be compared');
});

test('what is compared of a location is named after the region, or is said to be of an area', () => {
  const nameIn = (place: Filter) => {
    const one = compared('violence', { RS: [totals(50), totals(39)] });
    return words(notableChanges([{ ...one, filter: { ...one.filter, ...place } }]).chance[0]!).subject;
  };
  expect(nameIn({})).toBe('Serbia, violent incidents');
  expect(nameIn({ region: ['RS-00', 'AL-11'] })).toBe('Beograd, violent incidents');
  expect(nameIn({ region: ['RS-00', 'RS-01'] })).toBe('Serbia (selected area), violent incidents');
  expect(nameIn({ bbox: [20, 44, 21, 45] })).toBe('Serbia (selected area), violent incidents');
});

test('violence and seizures are compared apart, or the types that are chosen', () => {
  expect(comparedFilters({ from: '2025-01-01' }).map(({ kind }) => kind)).toEqual(['violence', 'weapon_seizure']);
  expect(comparedFilters({ type: ['weapon_seizure'] })).toEqual([{ kind: 'weapon_seizure', filter: { type: ['weapon_seizure'] } }]);
  expect(comparedFilters({ type: ['domestic_violence'] })).toEqual([{ kind: 'chosen', filter: { type: ['domestic_violence'] } }]);
});

test('a change of several locations together is not judged as one of them', () => {
  const others = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`X${at}`, [totals(20), totals(20)] as const] as const));
  const one = compared('chosen', { AL: [totals(36), totals(20)], ...others });
  const families = changeFamilies([{ ...one, summary: { ...one.summary, totals: totals(0) } }]);
  const { change } = families.single.chance.find(({ place }) => place === 'AL')!;
  expect(withinFamily(change, families, { country: ['AL'] }, 'incidents')).toMatchObject({ among: 10 });
  expect(withinFamily(change, families, { country: ['AL', 'RS'] }, 'incidents')).toBe(change);
});
