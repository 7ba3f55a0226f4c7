import type { SaidBar, SaidBars, Summary } from '@monitor/contract';
import { countedKind, isSplitBy, type Measure, namedGroup, peopleOfMeasure } from '@monitor/domain';
import { population, regionPopulation } from '@monitor/geography';
import type { Side, SidesComparison } from '../judge/compare-sides.ts';
import { taking } from '../judge/compared-within.ts';
import { alikePlaces } from '../judge/compare-coverage.ts';
import { type Dataset, meantDays } from '../judge/dataset-coverage.ts';
import { barReading, type BarRow, barRows, rateRows } from '../judge/bar-rows.ts';
import type { BarList } from '../judge/explore-charts.ts';
import { onlyParts } from '../judge/part-covered.ts';
import { selectsVictims } from '../judge/people-figures.ts';
import { pairedRates, pairedReading, type PairedRow, pairedRows } from '../judge/paired-rows.ts';
import {
  dispersionOf,
  dispersionOfPlace,
  locationRates,
  perhapsHighest,
  populationSources,
  type RatedDimension,
  withoutRate,
} from '../judge/population-rate.ts';
import { isNotReported } from '../judge/reported.ts';
import { barReadingText, firstNames, pairedReadingText, pairNote, unharmedText } from './bar-words.ts';
import { noRateText } from './rate-words.ts';
import { uncomparedWords } from './sides-words.ts';
import { sizeReadingText } from './size-words.ts';
import type { Voice } from './voice.ts';

/** What bars are made of. */
export interface BarInput {
  readonly a: Side;
  /** What it is compared with. */
  readonly b?: Side | undefined;
  readonly comparison?: SidesComparison | undefined;
  readonly measure: Measure;
  readonly datasets: readonly Dataset[];
  /** That the data has no day of it. */
  readonly noData?: string | undefined;
  /** Its violent incidents, where it selects others as well. */
  readonly violence?: Summary | undefined;
}

const peopleOf = { country: population, region: regionPopulation } as const;

export function isRated(list: BarList): list is RatedDimension {
  return list in peopleOf;
}

/** What a measure counts by the values of a list, most first. Counts of two selections are side by side, those with most in A first. */
export function countBars(list: BarList, { a, b, comparison, measure, violence, noData }: BarInput, voice: Voice): SaidBars {
  if (b !== undefined && comparison !== undefined) {
    const isPerPerson = !isRated(list) && comparison.per === 'person';
    return pairBars(
      list,
      pairedRows(list, [a, b], measure, comparison),
      isPerPerson ? 'person' : 'day',
      comparison,
      measure,
      voice,
    );
  }
  const { totals, facets } = a.summary;
  const rows = barRows(facets[list] ?? [], measure);
  const chosen: readonly string[] = a.filter[list] ?? [];
  // A named group is one view of the data, not a selection of as many values as it has.
  const isGroup = namedGroup(list, chosen) !== undefined;
  const asked = { dimension: list, measure, chosen: isGroup ? 0 : chosen.length };
  const nameOf = (value: string) => voice.value(list, value);
  // A list of what victims are has those that are described.
  const isOfPeople = isSplitBy(measure, list) && peopleOfMeasure(measure) !== undefined;
  const described = rows.reduce((sum, { amount }) => sum + amount, 0);
  const total = isOfPeople ? described : (totals[measure] ?? 0);
  const whole = { total, dispersion: dispersionOf(totals, measure) };
  const others = !selectsVictims(a.filter) && described > 0 ? (totals[measure] ?? 0) - total : 0;
  const unharmed =
    list === 'outcome' && measure === 'incidents' && chosen.length === 0
      ? unharmedText(violence ?? a.summary, violence ? 'violence' : countedKind(a.filter), voice)
      : undefined;
  const many = voice.t(`measure.${measure}.many`);
  const silent = isNotReported(totals, measure) ? voice.t('summary.finding.notReported', { many }) : undefined;
  const isMeant = (value: string) => chosen.length === 0 || chosen.includes(value);
  const silentValues = (facets[list] ?? []).filter((one) => isMeant(one.value) && isNotReported(one, measure));
  // There are some, but none has a value of the list.
  const isUnknown = rows.length === 0 && chosen.length === 0 && (totals[measure] ?? 0) > 0;
  const unknown = isUnknown ? voice.t('chart.by.noneKnown', { many }) : undefined;
  const reading = noData ?? silent ?? unknown ?? unharmed ?? barReadingText(barReading(rows, chosen, whole), asked, nameOf, voice);
  const notes = others > 0 ? [voice.t('chart.by.notDescribed', { count: others, number: voice.number.count(others) })] : [];
  const ofSilent = firstNames(
    silentValues.map(({ value }) => value),
    nameOf,
    voice.t,
  );
  return {
    reading: [reading, ...notes].join(' '),
    bars: rows.map((row) => bar(row, nameOf)),
    // That of all is said above.
    notes: silent === undefined && ofSilent.length > 0 ? [voice.t('chart.by.silent', { many, values: ofSilent })] : [],
  };
}

/** The same per 100,000 people and year, highest first, and what has no rate. */
export function rateBars(
  list: RatedDimension,
  { a, b, comparison, measure, datasets: all, noData }: BarInput,
  voice: Voice,
): SaidBars {
  const { t, number } = voice;
  const nameOf = (code: string) => voice.value(list, code);
  const ratesOf = (side: Side) => {
    const { answer: summary, filter, datasets } = taking('ranked', side.summary, side.filter, all);
    // The list has places that are not selected, whose data can have other days than that of the selection.
    const input = { filter, period: meantDays(filter, datasets) ?? null, datasets, findPopulation: peopleOf[list] };
    const found = locationRates(
      input,
      summary.facets[list] ?? [],
      measure,
      (code) => dispersionOfPlace(summary, measure, code),
      list,
    );
    return { ...found, input };
  };
  const { rates, without, input } = ratesOf(a);
  const none = withoutRate({ filter: a.filter, period: a.summary.period }, list);
  const sources = populationSources([...rates.values()]);
  const isComparable = comparison?.days !== undefined && comparison.change.kind !== 'identical';
  const pairs = b && pairedRates(list, [rates, ratesOf(b).rates], [a, b], isComparable);
  const paired = pairs && comparison && pairBars(list, pairs, 'rate', comparison, measure, voice);
  const chosen: readonly string[] = a.filter[list] ?? [];
  const isMeant = (code: string) => chosen.length === 0 || chosen.includes(code);
  const shown = [...rates].filter(([code]) => isMeant(code));
  const listed = (a.summary.facets[list] ?? []).flatMap(({ value, incidents }) => (isMeant(value) && incidents > 0 ? value : []));
  const alike = alikePlaces(listed, input);
  const meant = new Map(shown.filter(([code]) => alike.has(code)));
  const perhaps = perhapsHighest(meant);
  const highest = meant.get(perhaps[0] ?? '');
  const meantWithout = without.filter(({ code }) => isMeant(code));
  const size = highest && { perhaps, highest, compared: meant.size, without: meantWithout.length + shown.length - meant.size };
  const part = onlyParts([...meantWithout.map(({ reason }) => reason), ...shown.map(() => undefined)]);
  const rated = () => paired?.reading ?? (part ? noRateText(part, voice, 'long') : sizeReadingText(size, nameOf, t, number));
  return {
    reading: noData ?? (none === undefined ? rated() : noRateText({ kind: none }, voice, 'long')),
    bars: paired?.bars ?? rateRows(rates).map((row) => bar(row, nameOf)),
    notes: [
      ...(paired?.notes ?? []),
      ...(list === 'country' || sources.length === 0 ? [] : [t('chart.by.size.source', { sources })]),
    ],
    without: without.map(({ code, events, reason }) => {
      const [name, why] = [nameOf(code), noRateText(reason, voice)];
      return { name, text: t('chart.by.withoutReason', { name, number: number.count(events), reason: why }), why };
    }),
  };
}

function bar({ value, amount, interval }: BarRow, nameOf: (value: string) => string): SaidBar {
  return { value, name: nameOf(value), amounts: [amount], ...(interval && { low: interval[0], high: interval[1] }) };
}

/** @param per what the amounts are divided by before they are compared */
function pairBars(
  list: BarList,
  rows: readonly PairedRow[],
  per: 'day' | 'person' | 'rate',
  comparison: SidesComparison,
  measure: Measure,
  voice: Voice,
): SaidBars {
  const { t } = voice;
  const uncompared = uncomparedWords(comparison, measure, voice);
  const none = rows.length > 0 ? undefined : t(per === 'rate' ? 'chart.by.noRates' : `measure.${measure}.none`);
  const nameOf = (value: string) => voice.value(list, value);
  const isGiven = rows.some(({ change }) => change?.kind === 'change');
  return {
    reading: uncompared?.reading ?? none ?? pairedReadingText(pairedReading(rows), nameOf, voice),
    bars: rows.map((row) => {
      const { value, amounts, change, isClear } = row;
      return {
        value,
        name: nameOf(value),
        amounts: amounts.map((amount) => amount ?? null),
        ...(change?.kind === 'change' && { ratio: { ratio: change.ratio, low: change.low, high: change.high } }),
        note: uncompared?.note ?? pairNote(row, voice),
        isClear,
      };
    }),
    notes: isGiven ? [`${t(`compare.bars.note.${per}`)} ${t('compare.bars.note.bold')}`] : [],
  };
}
