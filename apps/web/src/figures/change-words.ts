import type { TFunction } from 'i18next';
import type { Weight } from '@monitor/statistics';
import type { Measure } from '../filter/explore-state.ts';
import type { Format } from '../format/use-format.ts';
import type { Terms } from '../i18n/terms.ts';
import type { Baseline, FigureChange } from './change.ts';
import type { DataPart } from './compare-coverage.ts';

/** A change in words, short and with details. */
export interface ChangeWords {
  readonly text: string;
  readonly explanation: string;
}

/**
 * `4% fewer than the previous 34 months, different seasons (−7% to −1%)`, or why no change is given. If the interval of
 * a change includes zero, the words say that there is no clear change.
 * @param long whether the text itself says what is compared with; the first figure of a row does
 * @param figure what changed
 */
export function changeWords(
  change: FigureChange,
  long: boolean,
  figure: Measure,
  t: TFunction,
  format: Format,
  place: Terms['place'],
): ChangeWords {
  const { number } = format;
  if (change.kind === 'rests_on_largest' || change.kind === 'few_incidents') {
    const { incidents } = change.heaviest;
    const weight = weightWords(change.heaviest, figure, t, format);
    return {
      text: t(`summary.noChange.${change.kind}.short`, { count: incidents }),
      explanation: t(`summary.noChange.${change.kind}.long`, { weight, count: incidents }),
    };
  }
  if (change.kind === 'data_end' || change.kind === 'data_begin') {
    const day = format.date.day(change.day);
    return {
      text: t(`summary.noChange.${change.kind}.short`, { day }),
      explanation: t(`summary.noChange.${change.kind}.long`, { day }),
    };
  }
  if (change.kind === 'uneven_data')
    return { text: t('summary.noChange.uneven_data.short'), explanation: unevenWords(change.parts, t, format, place) };
  if (change.kind === 'too_few')
    return { text: t('summary.noChange.too_few.short'), explanation: t(`summary.noChange.too_few.long.${figure}`) };
  if (change.kind !== 'change')
    return { text: t(`summary.noChange.${change.kind}.short`), explanation: t(`summary.noChange.${change.kind}.long`) };
  const { difference, low, high } = change;
  const verdict = low <= 0 && high >= 0 ? 'unclear' : difference < 0 ? 'fewer' : 'more';
  const values = {
    percent: number.share(Math.abs(difference)),
    change: number.signedPercent(difference),
    low: number.signedPercent(low),
    high: number.signedPercent(high),
    baseline: baselineWords(change.baseline, t, format),
  };
  return {
    text: t(`summary.change.${verdict}.${long ? 'long' : 'short'}`, values),
    explanation: [
      t(`summary.change.${verdict}.explained`, values),
      ...(isOtherSeasons(change.baseline) ? [t('summary.otherSeasons')] : []),
      ...(change.heaviest === undefined ? [] : [weightWords(change.heaviest, figure, t, format)]),
    ].join(' '),
  };
}

/** So many parts of the data are named; more of them say no more. */
const mostParts = 3;

/** Which parts of the data do not hold both periods, and from when to when they go. */
function unevenWords(parts: readonly DataPart[], t: TFunction, { date }: Format, place: Terms['place']): string {
  const named = parts.slice(0, mostParts).map(({ title, country, from, to }) =>
    t('summary.dataPart', {
      title: country === undefined ? title : t('summary.placeInDataset', { place: place(country), title }),
      period: date.period(from, to),
    }),
  );
  return t('summary.noChange.uneven_data.long', { parts: named.join('; ') });
}

/** How much of one side comes from its largest incidents: "… account for 19 of the 45 people killed in the comparison period." */
function weightWords({ side, incidents, people, events }: Weight, measure: Measure, t: TFunction, { number }: Format): string {
  const figure = t(`summary.figure.${measure}`, { count: events });
  return t(`summary.weight.${side}`, { count: incidents, people: number.count(people), events: number.count(events), figure });
}

function isOtherSeasons({ kind }: Baseline): boolean {
  return kind === 'months' || kind === 'days';
}

function baselineWords(baseline: Baseline, t: TFunction, { number, date }: Format): string {
  switch (baseline.kind) {
    case 'period':
      return date.period(baseline.from, baseline.to);
    case 'months':
      return t('summary.baseline.months', { count: baseline.count, number: number.count(baseline.count) });
    case 'days':
      return t('summary.baseline.days', { count: baseline.count, number: number.count(baseline.count) });
  }
}
