import type { SplitVerdicts, Unit } from '@monitor/contract';
import { filterQuery } from '@monitor/contract/without-schemas';
import type { Filter, Measure, Period } from '@monitor/domain';
import type { FigureChange } from '../judge/change.ts';
import { type SplitChanges, type SplitSizes, splitSizes } from '../judge/split-changes.ts';
import type { SplitRequest } from '../judge/trend-split.ts';
import { verdictOf } from '../judge/verdict.ts';
import { changeWords } from './change-words.ts';
import { differenceWords } from './comparison-words.ts';
import type { Voice } from './voice.ts';

/** What the words about a split series are made of. */
interface Split {
  readonly request: SplitRequest;
  readonly changes: SplitChanges;
  readonly unit: Unit;
  readonly measure: Measure;
  /** `Violent incidents`, and within a sentence `violent incidents`. */
  readonly name: string;
  readonly many: string;
  readonly period: Period;
  /** The same in words: `in the last 12 months`. */
  readonly when: string;
  /** All parts together. */
  readonly all: { readonly count: number; readonly change: FigureChange; readonly filter: Filter };
  /** Incidents that describe nobody, and are in no part. */
  readonly undescribed: number;
  /** Whether datasets begin or end within the period, so that no part is said to be ahead in all of it. */
  readonly isUneven: boolean;
}

/** `The rate in the last 12 months was highest in Kosovo* (30.1 per 100,000 people per year) and lowest in Serbia (3.3); no location changed clearly`. */
export function splitTitle({ request, changes, unit, name, many, when, all, isUneven }: Split, voice: Voice): string {
  const { t, number } = voice;
  const { dimension } = request;
  const sizes: SplitSizes = isUneven ? { kind: 'none' } : splitSizes(changes, unit === 'rate');
  const named = (value: string) => voice.value(dimension, value);
  const clear = changes.parts.filter(({ evidence }) => evidence === 'clear');
  const compared = changes.parts.filter(({ evidence }) => evidence !== 'none').length;
  const values = {
    name,
    many,
    part: t(`trends.splitPart.${dimension as 'country'}`),
    when,
    names: clear.map(({ value }) => named(value)),
    ...(sizes.kind === 'rates' && {
      highest: named(sizes.highest.value),
      high: number.rate(sizes.highest.rate),
      lowest: named(sizes.lowest.value),
      low: number.rate(sizes.lowest.rate),
    }),
    ...(sizes.kind === 'largest' && {
      largest: named(sizes.largest),
      count: number.count(sizes.count),
      all: number.count(all.count),
      unknown: number.count(sizes.notReported),
    }),
  };
  const isPlace = dimension === 'country' || dimension === 'region';
  const largest = isPlace ? 'share' : sizes.kind === 'largest' && sizes.notReported > 0 ? 'partUnknown' : 'partShare';
  const size = t(`trends.splitTitle.size.${sizes.kind === 'largest' ? largest : sizes.kind}`, values);
  if (compared === 0) return size;
  const kind = clear.length === 0 ? 'unclear' : clear.length > mostNamed ? 'several' : 'clear';
  const change = t(`trends.splitTitle.change.${kind}`, { ...values, number: clear.length, compared });
  return t('trends.splitTitle.both', { size, change });
}

/** Parts that a title names, at most. */
const mostNamed = 2;

/** The table of the parts: how each changed, in words and numbers. */
export function splitVerdicts(
  { request, changes, measure, period, all, undescribed }: Split,
  voice: Voice,
): SplitVerdicts | undefined {
  const { t, number, date } = voice;
  const { dimension } = request;
  const parts = changes.parts.filter(({ count, change }) => count > 0 || ('before' in change && change.before.count > 0));
  if (parts.length === 0) return undefined;
  const clear = changes.parts.filter(({ evidence }) => evidence === 'clear');
  const part = t(`trends.splitPart.${dimension as 'country'}`);
  const baseline = changes.parts.flatMap(({ change }) => ('before' in change ? change.before.baseline : []))[0];
  const now = date.period(period.from, period.to);
  const isMarked = ({ evidence, change }: SplitChanges['parts'][number]) =>
    evidence !== 'clear' && change.kind === 'change' && verdictOf(change) !== 'unclear';
  const rowOf = (change: FigureChange, isClear: boolean) => {
    const words = changeWords(change, measure, voice);
    const verdict = change.kind === 'change' && !isClear ? t('summary.change.unclear') : words.verdict;
    return {
      ...('before' in change && { earlier: change.before.count }),
      ...(change.kind === 'change' && {
        difference: { difference: change.difference, low: change.low, high: change.high },
      }),
      verdict: change.kind === 'change' ? t('trends.verdicts.interval', { verdict, ...differenceWords(change, voice) }) : verdict,
      isClear,
    };
  };
  return {
    title:
      changes.compared === 0
        ? t('trends.verdicts.notCompared', { part })
        : clear.length === 0
          ? t('trends.verdicts.none', { part })
          : t('trends.verdicts.some', { count: clear.length, names: clear.map(({ value }) => voice.value(dimension, value)) }),
    reading: [
      baseline?.kind === 'period'
        ? t('trends.verdicts.reading', { now, before: date.period(baseline.from, baseline.to) })
        : t('trends.verdicts.readingAlone', { now }),
      ...(undescribed === 0
        ? []
        : [
            t('trends.verdicts.undescribed', {
              count: undescribed,
              number: number.count(undescribed),
              all: number.count(all.count),
            }),
          ]),
    ].join(' '),
    ...(changes.parts.some(isMarked) && {
      note: t('trends.verdicts.note', { count: changes.compared, number: number.count(changes.compared) }),
    }),
    rows: [
      ...parts.map((one) => ({
        value: one.value,
        name: voice.value(dimension, one.value),
        ...(one.rate && { rate: one.rate.rate }),
        count: one.count,
        ...rowOf(one.change, one.evidence === 'clear'),
        isMarked: isMarked(one),
        query: filterQuery(one.filter),
      })),
      {
        name: t('trends.verdicts.all'),
        ...(changes.whole && { rate: changes.whole.rate }),
        count: all.count,
        ...rowOf(all.change, all.change.kind === 'change' && verdictOf(all.change) !== 'unclear'),
        isMarked: false,
        query: filterQuery(all.filter),
      },
    ],
  };
}
