import { expect } from 'vitest';
import { listOf, lists } from './claims-of-bars.ts';
import { holdsForRegions } from './claims-of-maps.ts';
import { differenceOf, isClear, isHeavy, isTooUneven, named, restsOnFew, type Said, subjectOf, claimed } from './definitions.ts';
import { endsOf, isInterval, isRate, numberIn } from './numbers-in-texts.ts';
import { rateOfAll } from './rates.ts';
import { type Body, nearest, textOf } from './near.ts';
import { amountOf, countOf, lengthOf } from './record.ts';
import { isWhole, type Side, sidesOf } from './sides.ts';

/** A divided by B, per day or per person. */
function ratioOf(said: Said, per: 'day' | 'person'): number {
  const { measure } = subjectOf(said);
  const [a, b] = sidesOf(said).map(({ count, codes, days, selection }) =>
    per === 'day' ? count / lengthOf(days) : rateOfAll(said.court, codes, days, selection, measure),
  );
  return a! / b!;
}

/** Whether a figure is compared per person or per day, as its explanation or the sentence below says. */
const perOf = (said: Said): 'day' | 'person' => {
  const text = said.near.flatMap(({ explanation, detail }) => [textOf(explanation ?? ''), textOf(detail ?? '')]).join(' ');
  return /per 100,000|difference in rates/.test(text) ? 'person' : 'day';
};

/** The difference of both sides, per day or per person. */
function differenceOfSides(said: Said, per: 'day' | 'person') {
  const { measure } = subjectOf(said);
  const [a, b] = sidesOf(said).map(({ rows, selection }) => rows.map((row) => amountOf(row, measure, selection.rest)));
  return { ...differenceOf(a!, b!, 1, 1), difference: ratioOf(said, per) - 1 };
}

/** A clear difference is one by more than chance, and where none is said, it is not by much more. */
function differs(said: Said, isCalledClear: boolean, per = perOf(said)): void {
  if (isWhole(said)) isClear(isCalledClear, differenceOfSides(said, per));
}

function holdsInterval(said: Said, per: 'day' | 'person'): void {
  if (isWhole(said)) isInterval(endsOf(said.values)!, differenceOfSides(said, per));
}

export const claimsOfSides = claimed({
  'compare.finding.{more,fewer,same,both} compare.finding.counts: A has so many, and so many more or fewer than B, or both have as many.':
    (said) => {
      const [a, b] = sidesOf({ ...said, near: said.near.slice(-2) });
      const { amount, other, difference } = said.values;
      const kind = said.key.split('.').at(-1);
      expect(numberIn(amount)).toBe(a.count);
      if (other !== undefined) expect(numberIn(other)).toBe(b.count);
      if (difference !== undefined) expect(numberIn(difference)).toBe(Math.abs(a.count - b.count));
      if (kind === 'more' || kind === 'fewer' || kind === 'same')
        expect(Math.sign(a.count - b.count)).toBe({ more: 1, fewer: -1, same: 0 }[kind]);
    },
  'compare.finding.rates: The rates of A and of B are counts divided by people and years.': (said) => {
    const [a, b] = sidesOf(said);
    const rate = ({ codes, days, selection }: Side) => rateOfAll(said.court, codes, days, selection, said.court.measure);
    isRate(said.values.rateA, rate(a));
    isRate(said.values.rateB, rate(b));
  },
  'compare.finding.only: A side has so many.': (said) =>
    expect(sidesOf(said).map(({ count }) => count)).toContain(numberIn(said.values.amount)),
  'compare.finding.silent compare.verdict.not_reported: No incident of the sides that it names says the number.': (said) =>
    expect(sidesOf(said).some(({ count }) => count === 0)).toBe(true),
  'compare.notReportedInSide: The value has incidents in that side, and none of them says the number.': (said) => {
    const { court, values, near } = said;
    const list = listOf(said);
    const codes = lists[list ?? ''];
    if (list === undefined || codes === undefined) return;
    const { rows } = sidesOf(said)[values.side === court.voice.t('compare.side.a') ? 0 : 1];
    const own = rows.filter((row) => codes(row).includes(textOf(near[0]?.value)));
    const measure = named(['killed', 'injured'] as const, (one) => one, court.measure);
    expect([own.length > 0, own.every((row) => row[measure] === null)]).toEqual([true, true]);
  },
  'compare.finding.noData compare.uneven.no_data compare.verdict.no_data: The data has no day of a side.': (said) =>
    expect(sidesOf(said).some(({ rows }) => rows.length === 0)).toBe(true),
  'compare.finding.identical compare.verdict.identical: Both sides select the same.': (said) => {
    const [a, b] = nearest(said.near, 'sides') as readonly [Body, Body];
    expect(a.query).toBe(b.query);
  },
  'compare.finding.{chance,clear,perDayMore,perDayFewer,perDayChance}: The two differ by more than chance; where it could be chance, not by much more.':
    (said) => {
      const kind = said.key.split('.').at(-1)!;
      differs(said, !/[cC]hance/.test(kind));
      if (!isWhole(said)) return;
      if (kind === 'perDayMore') expect(ratioOf(said, 'day')).toBeGreaterThan(1);
      if (kind === 'perDayFewer') expect(ratioOf(said, 'day')).toBeLessThan(1);
    },
  'compare.finding.{too_few,in_waves} compare.verdict.{too_few,in_waves}: One of the two counts is below ten; in waves none is, but one is not much above.':
    (said) => {
      const amounts = said.near[0]?.amounts as readonly number[] | undefined;
      const isOfBar = amounts !== undefined && said.near[0]?.note !== undefined;
      if (isOfBar) return;
      const sides = sidesOf(said);
      const [{ selection, days }] = sides;
      const counts = sides.map(({ count }) => count);
      if (said.key.endsWith('too_few')) expect(Math.min(...counts)).toBeLessThan(10);
      else isTooUneven(said.court, counts, selection, days);
    },
  'compare.finding.{interval,intervalPerDay}: The interval holds the ratio of the two counts per day, and is at least as wide as for single events.':
    (said) => holdsInterval(said, 'day'),
  'compare.finding.intervalPerPerson: The interval holds the ratio of the two rates, and is at least as wide as for single events.':
    (said) => holdsInterval(said, 'person'),
  'compare.verdict.{unclear,fewer,more}: The difference and its interval are those of the two counts, per day or per person.': (
    said,
  ) => {
    const { values, key, near } = said;
    if (near[0]?.of === undefined || near[0].of === 'rate') return;
    const per = perOf({ ...said, near: near.slice(0, 1) });
    const ends = endsOf(values)!;
    const kind = key.split('.').at(-1);
    expect(ends[0] <= 1 && ends[1] >= 1).toBe(kind === 'unclear');
    if (!isWhole(said)) return;
    const ratio = ratioOf(said, per);
    if (kind !== 'unclear') expect(ratio > 1).toBe(kind === 'more');
    holdsInterval(said, per);
    expect(
      Math.abs(Number.parseFloat(textOf(values.difference).replace('−', '-').replace(',', '')) - 100 * (ratio - 1)),
    ).toBeLessThan(2 + 5 * Math.abs(ratio - 1));
  },
  'compare.verdict.few_incidents: One or two incidents have at least a fifth of a side, which is as uncertain as fewer than ten single ones or, in waves, not many more.':
    (said) => {
      const { measure } = subjectOf(said);
      const sides = sidesOf(said);
      const both = sides.map(({ rows, selection }) => rows.map((row) => countOf([row], measure, selection.rest)));
      const [{ selection, days }] = sides;
      restsOnFew(said.court, both, selection, days);
    },
  'compare.verdict.rests_on_largest: One or two incidents have at least a fifth of the people or weapons of a side.': (said) => {
    const { measure } = subjectOf(said);
    expect(isHeavy(sidesOf(said).map(({ rows, selection }) => rows.map((row) => countOf([row], measure, selection.rest))))).toBe(
      true,
    );
  },
  'compare.explained.{day,person}: A divided by B, and its interval, are those of the two counts per day or of the two rates.': (
    said,
  ) => {
    const { values, key } = said;
    if (said.near[0]?.of === 'rate' || !isWhole(said)) return;
    const [ratio, low, high] = [values.ratio, values.low, values.high].map(numberIn) as [number, number, number];
    const found = ratioOf(said, key.endsWith('day') ? 'day' : 'person');
    expect(Math.abs(ratio - found)).toBeLessThan(0.01 + 0.03 * found);
    expect([low <= ratio, ratio <= high]).toEqual([true, true]);
  },
  'compare.explained.notReported: So large a share of the incidents of each side does not say the number.': (said) => {
    const { measure } = subjectOf(said);
    if (measure !== 'killed' && measure !== 'injured') return {};
    const [a, b] = sidesOf(said).map(({ rows }) => rows.filter((row) => row[measure] === null).length / rows.length) as [
      number,
      number,
    ];
    return { a, b };
  },
  'compare.uneven.{uneven_data,other_data,only} compare.verdict.uneven: The data does not cover both sides alike, or they are of different datasets.':
    (said) => {
      const [a, b] = sidesOf(said);
      const datasets = ({ rows }: Side) => [...new Set(rows.map(({ dataset }) => dataset))].toSorted().join();
      expect(datasets(a) !== datasets(b) || !isWhole(said, false) || nearest(said.near, 'bars') !== undefined).toBe(true);
    },
  'compare.bars.ratio: The ratio of a bar of A to that of B is in its interval.': ({ values }) => {
    const [ratio, low, high] = [values.ratio, values.low, values.high].map(numberIn) as [number, number, number];
    expect([low <= ratio, ratio <= high]).toEqual([true, true]);
  },
  'compare.bars.reading.{more,fewer}: Each value that it names is clearly more, or fewer, in A, by an interval that leaves out none.':
    (said) => {
      const { values, key } = said;
      const { bars } = said.near.find((one) => Array.isArray(one.bars)) as unknown as {
        readonly bars: readonly {
          readonly name: string;
          readonly isClear: boolean;
          readonly ratio?: { readonly low: number; readonly high: number };
        }[];
      };
      const isMore = key.endsWith('more');
      const clear = bars
        .filter(({ isClear: is, ratio }) => is && (isMore ? ratio!.low > 1 : ratio!.high < 1))
        .map(({ name }) => name);
      const names = values.values as readonly string[];
      const others = names.flatMap((name) => /^(\d+) others?$/.exec(name)?.[1] ?? []);
      const own = names.filter((name) => !/^\d+ others?$/.test(name));
      for (const name of own) expect(clear).toContain(name);
      expect(own.length + Number(others[0] ?? 0)).toBe(clear.length);
      holdsForRegions(said);
    },
  'compare.bars.reading.{none,tooFew,uneven,apart}: No bar differs clearly.': (said) => {
    const { bars } = said.near.find((one) => Array.isArray(one.bars)) as unknown as {
      readonly bars: readonly { readonly isClear: boolean }[];
    };
    expect(bars.filter(({ isClear: is }) => is)).toEqual([]);
    holdsForRegions(said);
  },
});
