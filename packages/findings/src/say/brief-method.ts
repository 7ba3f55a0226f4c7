import type { Summary } from '@monitor/contract';
import type { CalendarUnit, IncidentType } from '@monitor/domain';
import type { Dataset } from '../judge/dataset-coverage.ts';
import { countOf } from '../judge/brief-rows.ts';
import { countedAmount } from './counted-words.ts';
import { datasetNotes } from './key-figures.ts';
import type { Voice } from './voice.ts';

/** The datasets that count suicides among those killed, without saying how many. */
const withSuicides = (shown: readonly Dataset[]) => shown.filter((dataset) => dataset.killed_includes_suicides);

/** What suicides are in the numbers of people killed. @param suicides those counted separately */
export function suicidesWords(suicides: number, shown: readonly Dataset[], { t, number }: Voice): string {
  if (withSuicides(shown).length > 0) return t('report.periods.including');
  // Hardly any source says that there were none.
  return suicides === 0 ? t('report.method.suicides') : t('report.periods.reading', { suicides: number.count(suicides) });
}

/** How figures are made, in paragraphs. @param shown the datasets of the brief */
export function methodWords(unit: CalendarUnit, shown: readonly Dataset[], { t }: Voice): string[] {
  const incident = t('report.method.incident');
  return [
    withSuicides(shown).length > 0 ? incident : `${incident} ${t('report.method.suicides')}`,
    [t('report.method.change'), ...(unit === 'year' ? [] : [t('report.method.season')]), t('report.method.usual')].join(' '),
  ];
}

/** The types whose names do not explain themselves. */
const defined: readonly IncidentType[] = ['criminal_context', 'undetermined_shooting', 'accidental_shooting'];

/** How much is known of the incidents, and what words mean, in paragraphs. @param updated when the data last changed */
export function qualityWords(now: Summary, shown: readonly Dataset[], updated: string | null, voice: Voice): string[] {
  const { t, number, date, label, definition } = voice;
  const { incidents, notReported } = now.totals;
  const definitions = defined
    .map((type) => t('report.method.definition', { term: label('type', type), definition: definition('type', type) }))
    .join(' ');
  if (incidents === 0) return [t('report.quality.none'), definitions];
  const known = (count: number) => `${number.count(count)} (${number.share(count / incidents)})`;
  const place = (precision: 'exact' | 'settlement' | 'region' | 'jurisdiction') =>
    number.count(countOf(now, 'place_precision', precision));
  const places = t('report.quality.places', {
    incidents: countedAmount('violence', 'incidents', incidents, voice),
    exact: place('exact'),
    settlement: place('settlement'),
    region: place('region'),
    jurisdiction: place('jurisdiction'),
  });
  const sources = t('report.quality.sources', {
    official: known(countOf(now, 'source', 'official')),
    weapon: known(countOf(now, 'weapon', 'not_reported')),
    hour: known(now.hours?.unknown ?? incidents),
  });
  const missing = t('report.quality.notReported', {
    killed: number.count(notReported.killed),
    injured: number.count(notReported.injured),
  });
  return [
    `${places} ${sources}`,
    [missing, datasetNotes(shown, voice) ?? []].flat().join(' '),
    ...(updated === null ? [] : [t('report.quality.updated', { day: date.moment(updated) })]),
    definitions,
  ];
}

/** So many datasets are named; more of them would not fit the page. */
const mostDatasets = 2;

/** Where the brief is from, and under which terms it may be used. @param licence that of figures and charts */
export function termsWords(shown: readonly Dataset[], licence: string | undefined, { t }: Voice): string {
  const others = shown.length - mostDatasets;
  return [
    t('report.cite.scan'),
    ...shown
      .slice(0, mostDatasets)
      .map(({ title, attribution, licence: own }) => t('report.cite.source', { title, attribution, licence: own })),
    ...(others > 0 ? [t('report.cite.more', { count: others })] : []),
    ...(licence === undefined ? [] : [t('report.cite.figures', { licence })]),
  ].join(' ');
}
