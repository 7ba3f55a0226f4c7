import { expect } from 'vitest';
import { claimed, named, type Said } from './definitions.ts';
import { numberIn } from './numbers-in-texts.ts';
import { type Body, nearest, textOf } from './near.ts';
import { type Counted, countOf, amountOf, kinds, meant, type Row, rowsOf } from './record.ts';

/* What charts of bars say: of places, types, weapons and what people are. */

/** Sums of a list of the record by code. */
export function sumsBy(
  rows: readonly Row[],
  codesOf: (row: Row) => readonly string[],
  measure: Counted,
  rest?: string,
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const row of rows)
    for (const code of new Set(codesOf(row))) sums.set(code, (sums.get(code) ?? 0) + amountOf(row, measure, rest));
  return sums;
}

/** The lists of bars, with the codes of a row; people and weapons are counted one by one elsewhere. */
export const lists: Readonly<Record<string, (row: Row) => readonly string[]>> = {
  country: ({ country }) => [country],
  region: ({ region }) => (region === null ? [] : [region]),
  type: ({ type }) => [type],
  weapon: ({ lots }) => lots.map((one) => one.class),
  legal: ({ lots }) => lots.map((one) => one.legal),
  source: ({ sources }) => sources,
  place_precision: ({ place_precision }) => [place_precision],
};

/** The list of the chart that a sentence reads. */
export function listOf({ near }: Said): string | undefined {
  const charts = (nearest(near, 'charts') ?? {}) as Record<string, Body>;
  return Object.entries(charts).find(([, chart]) => near.includes(chart))?.[0];
}

/** The longest bar of a list, or those that are close to it. */
function isLongest(said: Said): void {
  const { court, values, key } = said;
  const list = listOf(said);
  const codes = lists[list ?? ''];
  const { measure } = court;
  if (list === undefined || codes === undefined || (measure !== 'incidents' && (list === 'weapon' || list === 'legal'))) return;
  const own = rowsOf(court.rows, court.selection, court.asked);
  const sums = sumsBy(own, codes, measure);
  const unknown = sums.get('not_reported') ?? 0;
  sums.delete('not_reported');
  const kind = key.split('.').at(-1);
  if (kind === 'notReported') return expect(numberIn(values.number)).toBe(unknown);
  const most = Math.max(...sums.values());
  const all = countOf(own, measure);
  const nameOf = (code: string) =>
    list === 'country' || list === 'region' ? court.voice.place(code) : court.voice.value(list as 'type', code);
  const sumOf = (name: unknown) => sums.get(named([...sums.keys()], nameOf, textOf(name)))!;
  /** How far a sum is below the most, in standard deviations of single events. */
  const below = (sum: number) => Math.log(most / sum) / Math.sqrt(1 / most + 1 / sum);
  if (kind === 'only') return expect([sumOf(values.value), numberIn(values.amount)]).toEqual([most, most]);
  expect(numberIn(values.all)).toBe(all);
  expect(numberIn(values.number)).toBe(most);
  const [, ...others] = [...sums.values()].filter((sum) => sum > 0).toSorted((one, other) => other - one);
  if (kind === 'equal') return expect((values.values as readonly string[]).map(sumOf).every((sum) => sum === most)).toBe(true);
  const isClose = kind === 'close' || kind === 'closeMany';
  // Waves make more of them close than single events are.
  if (!isClose) return expect([sumOf(values.value), others.every((sum) => below(sum) > 1.95)]).toEqual([most, true]);
  const pairs = kind === 'close' ? (values.values as readonly string[]).map((one) => /^(.*) \(([\d,]+)\)$/.exec(one)!) : [];
  for (const [, name, number] of pairs) expect(numberIn(number)).toBe(sumOf(name));
  const close = pairs.map(([, , number]) => numberIn(number));
  expect(close).toEqual([most, ...others].slice(0, close.length));
  expect((kind === 'close' ? close : others.slice(0, 3)).every((sum) => below(sum) < 1.97 * 3)).toBe(true);
  if (kind === 'close')
    expect(
      others
        .toSorted((one, other) => other - one)
        .slice(close.length - 1)
        .every((sum) => below(sum) > 1.95),
    ).toBe(true);
}

export const claimsOfBars = claimed({
  'chart.by.{most,largest,only,equal,close,closeMany,moreOfTwo,notReported}: The value that it names has the most of the list, of so many, and no other has as much for all that chance allows; where several are close, each has the number beside it, and no others are; where they are equal, each has that number.':
    isLongest,
  'chart.by.silent: Each value that it names has incidents, and none of them says the number.': (said) => {
    const { values, court } = said;
    const codes = lists[listOf(said) ?? ''];
    if (codes === undefined) return;
    const measure = named(['killed', 'injured'] as const, (one) => court.voice.t(`measure.${one}.many`), values.many);
    const rows = rowsOf(court.rows, court.selection, court.asked);
    const first = (values.values as readonly string[]).slice(0, 3);
    for (const name of first) {
      const own = rows.filter((row) => codes(row).some((code) => court.voice.value(listOf(said) as 'type', code) === name));
      expect([name, own.length > 0, own.every((row) => row[measure] === null)]).toEqual([name, true, true]);
    }
  },
  'chart.by.noneKnown: There are some, and none of their incidents has a value of the list, or describes such a victim.': (
    said,
  ) => {
    const { court } = said;
    const rows = rowsOf(court.rows, court.selection, court.asked).filter((row) => amountOf(row, court.measure) > 0);
    expect(rows.length).toBeGreaterThan(0);
    const codes = lists[listOf(said) ?? ''];
    if (codes !== undefined) return expect(rows.flatMap(codes)).toEqual([]);
    const described = rows.flatMap((row) => meant(row, court.selection.rest).victims);
    expect(described.filter(({ outcome }) => outcome === court.measure)).toEqual([]);
  },
  'chart.by.allUnharmed: Of so many incidents of the kind that it names, each says that nobody was harmed.': ({
    court,
    values,
  }) => {
    const kind = (['violence', 'weapon_seizure', 'weapon_theft'] as const).find((one) =>
      textOf(values.amount).endsWith(court.voice.t(`counted.${one}.many`)),
    )!;
    const types = kind === 'violence' ? kinds.violence : [kind];
    const rows = rowsOf(court.rows, court.selection, court.asked).filter(({ type }) => types.some((one) => one === type));
    expect(rows.every((row) => row.killed === 0 && row.injured === 0 && !row.threatened && !row.suicides)).toBe(true);
    return { amount: rows.length };
  },
  'chart.by.mostlyUnharmed: In so many of so many incidents, of the kind that it names, nobody is on record as harmed; that is more than half.':
    (said) => {
      const { court, values } = said;
      const kind = (['violence', 'weapon_seizure'] as const).find((one) => court.voice.t(`counted.${one}.many`) === values.many)!;
      const rows = rowsOf(court.rows, { ...court.selection, kind }, court.asked);
      const none = rows.filter(
        ({ killed, injured, threatened, suicides }) => killed === 0 && injured === 0 && !threatened && !suicides,
      ).length;
      expect(none).toBeGreaterThan(rows.length / 2);
      return { number: none, all: rows.length, share: none / rows.length };
    },
  'chart.by.notDescribed: So many of the people on record are not described as victims.': ({ values, court }) => {
    const rows = rowsOf(court.rows, court.selection, court.asked);
    const outcome = named(['killed', 'injured'] as const, (one) => one, court.measure);
    const described = rows.flatMap((row) => row.people.filter((one) => one.role === 'victim' && one.outcome === outcome));
    expect(numberIn(values.number)).toBe(countOf(rows, outcome) - described.length);
  },
  'chart.by.amongChosen: That number of values of the list are selected.': ({ values, court }) => ({
    count: court.selection.countries?.length ?? (values.count as number),
  }),
});
