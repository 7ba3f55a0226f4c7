import { type Dimension, dimensions, type Filter, type FilterName, isDimension, type Measure } from '@monitor/domain';
import type { SidesComparison, UnevenSides } from '../judge/compare-sides.ts';
import { verdictOfRatio } from '../judge/verdict.ts';
import { dataPartsWords } from './change-words.ts';
import { constraintWords, type Wording } from './filter-words.ts';
import { inPeriod, periodText } from './period-words.ts';
import type { Voice } from './voice.ts';

/** A ratio with enough decimals to see on which side of 1 it is. */
export function ratioText(ratio: number, { number }: Pick<Voice, 'number'>): string {
  return ratio < 0.1 ? number.rate(ratio) : number.decimal(ratio, ratio < 10 ? 2 : 1);
}

/** What is said under a figure of two sides. */
export interface SidesWords {
  readonly verdict: string;
  readonly isClear: boolean;
  readonly explanation: string;
}

/** The difference of a figure with its interval, or why none is given. */
export function sidesWords(comparison: SidesComparison, voice: Voice): SidesWords {
  const { t, number } = voice;
  const { change, per } = comparison;
  switch (change.kind) {
    case 'change': {
      const kind = verdictOfRatio(change);
      const { ratio, low, high } = change;
      return {
        verdict: t(`compare.verdict.${kind}`, {
          difference: number.signedPercent(ratio - 1),
          low: number.signedPercent(low - 1),
          high: number.signedPercent(high - 1),
        }),
        isClear: kind !== 'unclear',
        explanation: [
          t(`compare.explained.${per}`, {
            ratio: ratioText(ratio, voice),
            low: ratioText(low, voice),
            high: ratioText(high, voice),
          }),
          ...caveats(comparison, voice),
        ].join(' '),
      };
    }
    case 'too_few':
      return reason(t('compare.verdict.too_few'), t('compare.finding.too_few'));
    case 'in_waves':
      return reason(t('compare.verdict.in_waves'), t('compare.finding.in_waves'));
    case 'few_incidents':
      return reason(t('compare.verdict.few_incidents'), t('compare.verdict.few_incidents'));
    case 'rests_on_largest': {
      const verdict = t('compare.verdict.rests_on_largest', { count: change.heaviest.incidents });
      return reason(verdict, verdict);
    }
    case 'identical':
      return reason(t('compare.verdict.identical'), '');
    case 'not_reported':
      return reason(t('compare.verdict.not_reported', { sides: silentSides(comparison, t) }), '');
    case 'no_data':
      return reason(t('compare.verdict.no_data', { sides: silentSides(comparison, t) }), '');
    default:
      return reason(t('compare.verdict.uneven'), unevenSidesWords(change, voice));
  }

  function reason(verdict: string, explanation: string): SidesWords {
    return { verdict, isClear: false, explanation };
  }
}

/** What the interval cannot know. */
function caveats({ mayShare, notReported, per, rates }: SidesComparison, { t, number }: Voice): string[] {
  const [a, b] = notReported;
  const withoutPeople = per === 'day' && rates.some(({ kind }) => kind === 'area' || kind === 'region');
  return [
    ...(mayShare ? [t('compare.explained.mayShare')] : []),
    ...(withoutPeople ? [t('compare.explained.population')] : []),
    ...(a > 0 || b > 0 ? [t('compare.explained.notReported', { a: number.share(a), b: number.share(b) })] : []),
  ];
}

function silentSides({ counts }: SidesComparison, t: Voice['t']): string[] {
  return (['a', 'b'] as const).filter((_, at) => counts[at] === undefined).map((side) => t(`compare.side.${side}`));
}

/** Why nothing of A is beside B, for a whole chart and for one bar of it; undefined if something is. */
export function uncomparedWords(
  comparison: SidesComparison,
  measure: Measure,
  voice: Voice,
): { readonly reading: string; readonly note: string } | undefined {
  const { t } = voice;
  const { kind } = comparison.change;
  const sides = silentSides(comparison, t);
  const note = sidesWords(comparison, voice).verdict;
  switch (kind) {
    case 'identical':
      return { reading: t('compare.finding.identical'), note };
    case 'no_data':
      return { reading: t('compare.finding.noData', { sides: sides.map((side) => t('compare.finding.in', { side })) }), note };
    case 'not_reported':
      return { reading: t('compare.finding.silent', { many: t(`measure.${measure}.many`), sides }), note };
    default:
      return undefined;
  }
}

/** Why no ratio is given, in words. */
export function unevenSidesWords(change: UnevenSides, voice: Voice): string {
  const { t, date } = voice;
  switch (change.kind) {
    case 'data_end':
    case 'data_begin':
      return t(`compare.uneven.${change.kind}`, { day: date.day(change.day) });
    case 'uneven_data':
      return t('compare.uneven.uneven_data', { parts: dataPartsWords(change.parts, voice) });
    case 'no_data':
      return t('compare.uneven.no_data');
    case 'other_data': {
      const parts = (['a', 'b'] as const).flatMap((side, at) => {
        const titles = change.titles[at] ?? [];
        return titles.length === 0 ? [] : [t('compare.uneven.only', { side: t(`compare.side.${side}`), titles })];
      });
      return t('compare.uneven.other_data', { parts: parts.join(' ') });
    }
  }
}

/** The sentence that leads a comparison, and the one under it. */
export interface SidesFinding {
  readonly lead: string;
  readonly detail: string;
  readonly isClear: boolean;
}

/** Days that a period may be longer than the other, and still be compared by its count. */
const sameLength = 0.02;

/** @param names where or when A and B are: `sidePlace` */
export function sidesFinding(
  comparison: SidesComparison,
  measure: Measure,
  names: { readonly a: string; readonly b: string },
  voice: Voice,
): SidesFinding {
  const { t, number } = voice;
  const { change, per, rates, days } = comparison;
  const [a, b] = comparison.counts;
  const many = t(`measure.${measure}.many`);
  const amountOf = (count: number) => t(`measure.${measure}.amount`, { count, number: number.count(count) });
  if (change.kind === 'no_data') {
    const sides = (['a', 'b'] as const).filter((_, at) => comparison.counts[at] === undefined).map((side) => names[side]);
    const known = a ?? b;
    const detail =
      known === undefined
        ? ''
        : t('compare.finding.only', { count: known, amount: amountOf(known), side: a === undefined ? names.b : names.a });
    return { lead: t('compare.finding.noData', { sides }), detail, isClear: false };
  }
  if (a === undefined || b === undefined) {
    return { lead: t('compare.finding.silent', { many, sides: silentSides(comparison, t) }), detail: '', isClear: false };
  }
  const isAsLong = days !== undefined && Math.abs(Math.log(days[0] / days[1])) <= sameLength;
  const values = { ...names, count: a, amount: amountOf(a), other: amountOf(b), difference: number.count(Math.abs(a - b)) };
  const counts = t(`compare.finding.${isAsLong ? (a === b ? 'same' : a > b ? 'more' : 'fewer') : 'both'}`, values);
  if (change.kind === 'identical') {
    const detail = t('compare.finding.only', { count: a, amount: amountOf(a), side: names.a });
    return { lead: t('compare.finding.identical'), detail, isClear: false };
  }
  if (change.kind !== 'change') {
    const { verdict, explanation } = sidesWords(comparison, voice);
    return { lead: counts, detail: explanation === '' ? verdict : explanation, isClear: false };
  }
  const kind = verdictOfRatio(change);
  const ends = { low: endWords(change.low, voice), high: endWords(change.high, voice) };
  const notes = caveats(comparison, voice);
  const [rateA, rateB] = rates;
  if (per === 'person' && rateA.kind === 'rate' && rateB.kind === 'rate') {
    const rated = t('compare.finding.rates', { ...names, many, rateA: number.rate(rateA.rate), rateB: number.rate(rateB.rate) });
    return {
      lead: `${rated} ${t(kind === 'unclear' ? 'compare.finding.chance' : 'compare.finding.clear')}`,
      detail: [t('compare.finding.intervalPerPerson', ends), t('compare.finding.counts', values), ...notes].join(' '),
      isClear: kind !== 'unclear',
    };
  }
  if (isAsLong) {
    return {
      lead: `${counts} ${t(kind === 'unclear' ? 'compare.finding.chance' : 'compare.finding.clear')}`,
      detail: [t('compare.finding.interval', ends), ...notes].join(' '),
      isClear: kind !== 'unclear',
    };
  }
  const perDay = { unclear: 'perDayChance', more: 'perDayMore', fewer: 'perDayFewer' } as const;
  return {
    lead: `${counts} ${t(`compare.finding.${perDay[kind]}`)}`,
    detail: [t('compare.finding.intervalPerDay', ends), ...notes].join(' '),
    isClear: kind !== 'unclear',
  };
}

/** An end of an interval in words: `23% fewer`. */
function endWords(ratio: number, { t, number }: Voice): string {
  if (ratio === 1) return t('compare.finding.end.same');
  return t(`compare.finding.end.${ratio < 1 ? 'fewer' : 'more'}`, { percent: number.share(Math.abs(ratio - 1)) });
}

/**
 * What a side of a comparison is, in words: its values of the constraints in which the sides differ.
 * @param names of those constraints
 */
export function sideWords(filter: Filter, names: readonly FilterName[], wording: Wording): string {
  const own = constraintWords(filter, wording).filter((words) => words.names.some((name) => names.includes(name)));
  const said = new Set(own.flatMap((words) => words.names));
  const absent = names.filter((name) => !said.has(name) && filter[name] === undefined && (isDimension(name) || name === 'from'));
  const { t } = wording.voice;
  const isPartOf = (one: FilterName, other: FilterName) =>
    isDimension(one) && (dimensions[one] as Dimension).partOf?.whole === other;
  // A region says its location, and a location means all of its regions.
  const open = absent.filter((name) => ![...said].some((other) => isPartOf(name, other) || isPartOf(other, name)));
  const all = open.map((name) =>
    t('compare.any', { label: name === 'from' ? t('filter.period') : isDimension(name) ? t(`filter.dimension.${name}`) : name }),
  );
  return [...own.map(({ text }) => text), ...all].join(', ') || t('filter.none');
}

/** Whether nothing but the period differs: the sides are then called by it. */
export function isPeriodOnly(names: readonly FilterName[]): boolean {
  return names.every((name) => name === 'from' || name === 'to');
}

/** Where or when a side is: `in Jun–Aug 2025`, `on 1 Dec 2026`, `in B (Kosovo*)`. */
export function sidePlace(side: 'a' | 'b', filter: Filter, names: readonly FilterName[], wording: Wording): string {
  const { voice } = wording;
  if (!isPeriodOnly(names)) return voice.t('compare.finding.in', { side: sideName(side, filter, names, wording) });
  const { from, to } = filter;
  if (from !== undefined && to !== undefined) return inPeriod({ from, to }, voice);
  return periodText(filter, voice) ?? voice.t('compare.finding.anyTime');
}

/** What a side is called in a sentence: `Jun–Aug 2025`, or `B (Kosovo*)`. */
export function sideName(side: 'a' | 'b', filter: Filter, names: readonly FilterName[], wording: Wording): string {
  const words = sideWords(filter, names, wording);
  return isPeriodOnly(names) ? words : wording.voice.t(`compare.named.${side}`, { words });
}
