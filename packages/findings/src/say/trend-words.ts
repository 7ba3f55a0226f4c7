import type { SaidBreak, TrendMark, TrendStep } from '@monitor/contract';
import { trendMarks } from '@monitor/contract/without-schemas';
import { type Filter, type Interval, type Measure, stepPeriod } from '@monitor/domain';
import { coverageParts, type Dataset } from '../judge/dataset-coverage.ts';
import type { LineBreak } from '../judge/step-coverage.ts';
import { type NamedPart, partsReading } from '../judge/trend-parts.ts';
import {
  isFew,
  isUnevenTrend,
  type JudgedStep,
  type RangeYears,
  rangeYears,
  trendReading,
  type TrendReading,
  trendSteps,
} from '../judge/trend-steps.ts';
import { inPeriod } from './period-words.ts';
import type { Voice } from './voice.ts';

type Step = Omit<TrendStep, 'changes'>;

/**
 * The steps of a series, with what begins and ends at each.
 * @param past monthly series under the same filter over all data
 * @param datasets those that hold incidents of the filter
 * @param everything the same steps of all data, where the line leaves out some
 */
export function saidSteps(
  points: Parameters<typeof trendSteps>[0],
  interval: Interval,
  measure: Measure,
  past: Parameters<typeof trendSteps>[3],
  { datasets, filter }: { readonly datasets: readonly Dataset[]; readonly filter: Filter },
  voice: Voice,
  everything?: Parameters<typeof trendSteps>[5],
): TrendStep[] {
  return sayChanges(trendSteps(points, interval, measure, past, namedCoverage(datasets, filter, voice), everything), voice);
}

/** The parts of the data whose beginnings and ends a series marks. */
export function namedCoverage(datasets: readonly Dataset[], filter: Filter, { t, place }: Voice) {
  return coverageParts(datasets, filter, (title, country) => t('summary.placeInDataset', { place: place(country), title }));
}

export function sayChanges(steps: readonly JudgedStep[], voice: Voice): TrendStep[] {
  return steps.map((step) => ({ ...step, changes: changeTexts(step, voice) }));
}

function changeTexts({ changes }: Pick<JudgedStep, 'changes'>, { t, date }: Voice): string[] {
  return changes.map(({ kind, title, day }) => t(`chart.trend.coverage.${kind}`, { title, day: date.day(day) }));
}

/** Where a line is broken, and what begins and ends there. */
export function saidBreaks(breaks: readonly LineBreak[], voice: Voice): SaidBreak[] {
  return breaks.flatMap(({ at, changes }) =>
    coverageNotes([{ changes: changeTexts({ changes }, voice) }]).map((note) => ({ at, note })),
  );
}

/** What each mark that is drawn means. @param isSplit whether lines with names of their own are drawn in place of the line of all */
export function trendLegend(steps: readonly TrendStep[], isSplit: boolean, voice: Voice): TrendMark[] {
  const { t } = voice;
  const years = earlierYearsText(rangeYears(steps), voice);
  const drawn = {
    period: !isSplit,
    all: !isSplit && steps.some((step) => step.all !== undefined),
    before: steps.some((step) => step.yearBefore !== null),
    average: steps.some((step) => step.average !== null),
    range: years !== undefined,
    partial: !isSplit && steps.some((step) => step.partial),
    change: steps.some((step) => step.changes.length > 0),
  };
  return trendMarks.filter((mark) => drawn[mark]).map((mark) => ({ mark, label: t(`chart.trend.legend.${mark}`, { years }) }));
}

/** The legend in one line for a downloaded chart: how each mark looks and what it means, and what changes at each numbered one. */
export function trendLegendText(steps: readonly TrendStep[], isSplit: boolean, voice: Voice): string {
  const { t } = voice;
  const marks = trendLegend(steps, isSplit, voice).flatMap(({ mark, label }) =>
    mark === 'change' ? [] : t(`chart.trend.marks.${mark}`, { label }),
  );
  const changes = coverageNotes(steps).map((note, index) => t('chart.trend.coverage.numbered', { number: index + 1, note }));
  return [...(marks.length === 0 ? [] : [`${marks.join('; ')}.`]), ...changes].join(' ');
}

/** Where datasets begin and end, a sentence for each mark of the chart, in their order. */
export function coverageNotes(steps: readonly Pick<TrendStep, 'changes'>[]): string[] {
  return steps.filter(({ changes }) => changes.length > 0).map(({ changes }) => `${changes.join('; ')}.`);
}

/** The chart in one sentence: level, peak, and how the latest months compare with earlier years; undefined if it would say nothing. */
export function trendReadingText(steps: readonly Step[], interval: Interval, voice: Voice): string | undefined {
  const { t, number, date } = voice;
  if (steps.length > 0 && steps.every(({ covered }) => !covered)) return t('chart.trend.reading.uncovered');
  if (steps.every(({ count }) => count === 0)) return t('chart.trend.reading.zero');
  if (isUnevenTrend(steps)) return t('chart.trend.reading.uneven');
  const reading = trendReading(steps);
  if (reading === undefined) return t(`chart.trend.reading.none.${interval}`);
  const { from, to, mean, peak, range } = reading;
  if (peak.count === 0) return t('chart.trend.reading.zeroWhole');
  const step = date.step(peak.start, interval);
  const values = {
    when: inPeriod({ from, to: stepPeriod(to, interval).to }, voice),
    mean: number.decimal(mean, Number.isInteger(mean) ? 0 : 1),
    peak: interval === 'week' ? t('chart.trend.weekOf', { step }) : step,
    most: number.count(peak.count),
    times: peak.others === 1 ? t('chart.trend.reading.twice') : t('chart.trend.reading.times', { count: peak.others + 1 }),
  };
  if (isFew(steps))
    return peak.count <= 1 || from === to
      ? undefined
      : t(`chart.trend.reading.${interval === 'day' ? 'fewOfDays' : 'few'}`, { ...values, count: peak.others + 1 });
  const level = t(`chart.trend.reading.level.${interval}`, values);
  const highest = peak.others === 0 ? 'peak' : interval === 'day' ? 'peaksOfDays' : 'peaks';
  const first = t('chart.trend.reading.both', { first: level, second: t(`chart.trend.reading.${highest}`, values) });
  const second = range === undefined ? undefined : rangeText(range, voice);
  return second === undefined ? first : `${first} ${second}`;
}

/** `the previous 5 years`, `the previous 2–5 years`: of which years the ranges of the chart are. */
export function earlierYearsText(years: RangeYears | undefined, { t }: Pick<Voice, 't'>): string | undefined {
  if (years === undefined) return undefined;
  const { least, most } = years;
  return least === most ? t('chart.trend.years', { count: most }) : t('chart.trend.yearsSpan', { least, count: most });
}

/** At most this many months outside the usual range are named on each side. */
const mostNamed = 3;

/**
 * How the last months compare with earlier years. Names the months outside the range, or those farthest from it if there are many, and
 * says how many chance alone would put there: some, in most years.
 */
function rangeText({ steps, above, below, years: span, chance }: NonNullable<TrendReading['range']>, voice: Voice): string {
  const { t, number, date } = voice;
  const years = earlierYearsText(span, voice);
  if (above.length + below.length === 0) return t('chart.trend.reading.inside', { count: steps, years });
  const sides = [
    ['above', above, (step: Step) => step.count - (step.range?.[1] ?? 0)],
    ['below', below, (step: Step) => (step.range?.[0] ?? 0) - step.count],
  ] as const;
  const sentences = sides.flatMap(([side, outside, distance]) => {
    if (outside.length === 0) return [];
    const farthest = outside.toSorted((one, other) => distance(other) - distance(one)).slice(0, mostNamed);
    const months = outside.filter((step) => farthest.includes(step)).map(({ start }) => date.month(start));
    const name = outside.length > mostNamed ? (`${side}Many` as const) : side;
    return [t(`chart.trend.reading.${name}`, { count: outside.length, months, years, steps })];
  });
  const byChance = t('chart.trend.reading.byChance', {
    steps,
    chance: number.decimal(chance, chance < 2 && !Number.isInteger(chance) ? 1 : 0),
  });
  return [...sentences, byChance].join(' ');
}

/** Lines side by side in one sentence: which is the highest most often. */
export function partsReadingText(
  parts: readonly NamedPart[],
  measure: Measure,
  interval: Interval,
  { t }: Voice,
): string | undefined {
  const reading = partsReading(parts);
  if (reading === undefined) return undefined;
  const { value, steps, of } = reading;
  const name = parts.find((part) => part.value === value)?.name ?? value;
  const many = t(`measure.${measure}.many`);
  const unit = t(`chart.trend.reading.unit.${interval}`, { count: of });
  return t(parts.length === 2 ? 'chart.trend.reading.moreOfTwo' : 'chart.trend.reading.mostOfSeveral', { name, many, steps, unit });
}
