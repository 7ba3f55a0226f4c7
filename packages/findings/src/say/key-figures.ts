import type { KeyFigure, Summary } from '@monitor/contract';
import { type CountedKind, isMeasureOfDescribed, type Measure } from '@monitor/domain';
import type { Dataset } from '../judge/dataset-coverage.ts';
import type { FigureChange } from '../judge/change.ts';
import { isWithoutData, type SidesComparison } from '../judge/compare-sides.ts';
import type { PopulationRate } from '../judge/population-rate.ts';
import { type Covering, overlappingDatasets } from '../judge/overlapping-datasets.ts';
import { isNotReported, notReportedOf } from '../judge/reported.ts';
import { changeWords } from './change-words.ts';
import { countedKey } from './counted-words.ts';
import { rateWords } from './rate-words.ts';
import { sidesWords } from './sides-words.ts';
import type { Voice } from './voice.ts';

/* The figures that a person came for; each with its change, how it differs from that of another selection, or why neither is given. */

type Words = Pick<KeyFigure, 'verdict' | 'isClear' | 'detail' | 'explanation' | 'about'>;

/** What stands in place of a number that is not known: 0 would be a lie. */
const none = '–';

/** What a measure counts of incidents of a kind. @param compared `no_data` if the data has no day of the selection */
export function keyFigure(
  measure: Measure,
  kind: CountedKind,
  { totals }: Pick<Summary, 'totals'>,
  compared: { readonly change: FigureChange } | { readonly comparison: SidesComparison } | 'no_data',
  voice: Voice,
): KeyFigure {
  const { t, number } = voice;
  const count = totals[measure] ?? 0;
  const label = t(countedKey(kind, measure, 'label'), { count });
  const isSilent = isNotReported(totals, measure);
  const isOfNone = measure !== 'incidents' && totals.incidents === 0;
  const own = isOfNone || isSilent ? null : count;
  const found = (amounts: readonly (number | null)[], words: Words): KeyFigure => ({
    of: measure,
    label,
    amounts,
    values: amounts.map((amount) => (amount === null ? none : number.count(amount))),
    ...words,
    ...describedMissing(measure, totals, voice),
  });
  if (compared === 'no_data') return found([null], { isClear: false });
  if ('comparison' in compared) {
    const { comparison } = compared;
    const amounts = [isWithoutData(comparison, 0) ? null : own, comparison.counts[1] ?? null];
    if (isOfNone) return found(amounts, { isClear: false });
    // Beside two counts, a ratio per person would read as theirs.
    const isPerPerson = comparison.per === 'person' && comparison.change.kind === 'change';
    return found(amounts, { ...comparedWords(comparison, label, voice), ...(isPerPerson && { detail: t('compare.perPerson') }) });
  }
  if (isOfNone) return found([own], { isClear: false });
  if (isSilent) return found([own], { isClear: false, detail: t('summary.notReported.all') });
  return found([own], changedWords(compared.change, measure, label, notReportedWords(measure, totals, voice), voice));
}

/** Beside a number of people described: how many incidents describe nobody. */
function describedMissing(measure: Measure, totals: Summary['totals'], { t, number }: Voice): Pick<KeyFigure, 'missing'> {
  const count = notReportedOf(totals, measure) ?? 0;
  if (!isMeasureOfDescribed(measure) || count === 0) return {};
  return { missing: t(`summary.notReported.${measure}`, { count, number: number.count(count) }) };
}

/** A change in words, verdict first, or why none is given. */
function changedWords(change: FigureChange, measure: Measure, label: string, missing: string | undefined, voice: Voice): Words {
  const { t } = voice;
  // The finding above asks for a period; each figure need not ask again.
  if (change.kind === 'no_first_day') {
    if (missing === undefined || isMeasureOfDescribed(measure)) return { isClear: false };
    const about = t('summary.about', { figure: label });
    return { isClear: false, detail: t('summary.notReported.some'), explanation: missing, about };
  }
  const { verdict, isClear, before, explanation } = changeWords(change, measure, voice);
  return {
    ...(before === undefined ? { detail: verdict } : { verdict, detail: before }),
    isClear,
    explanation: [explanation, missing].filter(Boolean).join(' '),
    about: t(change.kind === 'change' ? 'summary.aboutChange' : 'summary.aboutNoChange', { figure: label }),
  };
}

/** How a figure of A differs from that of B. */
function comparedWords(comparison: SidesComparison, label: string, voice: Voice): Words {
  const { verdict, isClear, explanation } = sidesWords(comparison, voice);
  if (explanation === '') return { verdict, isClear };
  const about = comparison.change.kind === 'change' ? 'summary.aboutChange' : 'summary.aboutNoChange';
  return { verdict, isClear, explanation, about: voice.t(about, { figure: label }) };
}

/** How many of the incidents do not say the number: not zero, and not in the sum. */
function notReportedWords(measure: Measure, totals: Summary['totals'], { t, number }: Voice): string | undefined {
  const missing = notReportedOf(totals, measure) ?? 0;
  if (missing === 0 || totals.incidents === 0) return undefined;
  const values = { count: missing, number: number.count(missing), share: number.share(missing / totals.incidents) };
  return isMeasureOfDescribed(measure) ? t(`summary.notReported.${measure}`, values) : t('summary.notReported.number', values);
}

/**
 * What is counted per 100,000 people and year, with the source and year of its population; or why there is none.
 * @param many what it counts: `violent incidents`
 */
export function rateFigure(many: string, own: PopulationRate, comparison: SidesComparison | undefined, voice: Voice): KeyFigure {
  const { t, number } = voice;
  const label = t('summary.rate.label', { many });
  const other = comparison?.rates[1];
  const rates = other === undefined ? [own] : [own, other];
  const found = (words: Words): KeyFigure => ({
    of: 'rate',
    label,
    amounts: rates.map((rate) => (rate.kind === 'rate' ? rate.rate : null)),
    values: rates.map((rate) => (rate.kind === 'rate' ? number.rate(rate.rate) : none)),
    ...words,
  });
  if (comparison?.per === 'person') return found(comparedWords(comparison, label, voice));
  const said = own.kind === 'rate' && other !== undefined && other.kind !== 'rate' ? other : own;
  const { text, explanation } = rateWords(said, many, voice, other);
  // Beside the rate of A, why B has none would read as of A.
  const detail = said === other && own.kind === 'rate' ? `${t('compare.side.b')}: ${text}` : text;
  return found({ isClear: false, detail, explanation, about: t('summary.about', { figure: label }) });
}

type Noted = Covering & Pick<Dataset, 'title' | 'killed_includes_suicides' | 'several_days' | 'covers'>;

/** That some datasets are not to be added up; undefined if there are none. */
export function overlapNote(datasets: readonly (Covering & Pick<Dataset, 'title'>)[], { t }: Pick<Voice, 't'>): string | undefined {
  const titles = overlappingDatasets(datasets).map(({ title }) => title);
  return titles.length === 0 ? undefined : t('summary.overlapping', { datasets: titles });
}

/**
 * What must accompany figures of some datasets: that they are not to be added up, which part of their locations they cover, that suicides
 * are among the people killed, that several days are one; undefined if nothing must.
 */
export function datasetNotes(datasets: readonly Noted[], { t }: Pick<Voice, 't'>): string | undefined {
  const of = (key: 'suicidesAmongKilled' | 'severalDays', isMeant: (dataset: Noted) => boolean) => {
    const titles = datasets.filter(isMeant).map(({ title }) => title);
    return titles.length === 0 ? [] : [t(`summary.${key}`, { datasets: titles })];
  };
  const notes = [
    overlapNote(datasets, { t }) ?? [],
    ...datasets.flatMap(({ title, covers }) => (covers === null ? [] : t('summary.covers', { dataset: title, part: covers }))),
    ...of('suicidesAmongKilled', (dataset) => dataset.killed_includes_suicides),
    ...of('severalDays', (dataset) => dataset.several_days !== undefined),
  ];
  return notes.flat().length === 0 ? undefined : notes.flat().join(' ');
}
