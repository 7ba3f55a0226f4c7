import type { IncidentType } from '@monitor/domain';
import { amountOf, type Brief } from './brief.ts';
import type { Writing } from './change-sentences.ts';
import { lastUpdate } from './paper.tsx';

/** The types whose names do not explain themselves. */
const defined: readonly IncidentType[] = ['criminal_context', 'undetermined_shooting', 'accidental_shooting'];

/** Whether a source of the brief counts suicides among those killed, without saying how many. */
export function includesSuicides({ datasetsShown }: Brief): boolean {
  return datasetsShown.some((dataset) => dataset.killed_includes_suicides);
}

/** How figures are made. */
export function Method({ brief, writing: { t } }: { brief: Brief; writing: Writing }) {
  return (
    <>
      <p>
        {t('report.method.incident')} {includesSuicides(brief) ? null : t('report.method.suicides')}
      </p>
      <p>
        {t(brief.period.unit === 'year' ? 'report.method.changeOfYear' : 'report.method.change')} {t('report.method.usual')}
      </p>
    </>
  );
}

/** What words mean. */
export function Definitions({ writing: { t, terms } }: { writing: Writing }) {
  return (
    <p>
      {defined
        .map((type) =>
          t('report.method.definition', { term: terms.label('type', type), definition: terms.definition('type', type) }),
        )
        .join(' ')}
    </p>
  );
}

/** How much is known of the incidents. */
export function Quality({ brief, writing }: { brief: Brief; writing: Writing }) {
  const { t, format } = writing;
  const { now } = brief.answers;
  const { incidents } = now.totals;
  const known = (count: number) =>
    `${format.number.count(count)} (${format.number.share(incidents === 0 ? 0 : count / incidents)})`;
  const place = (precision: 'exact' | 'settlement' | 'region' | 'jurisdiction') =>
    format.number.count(amountOf(now, 'place_precision', precision));
  const updated = lastUpdate(brief);
  const suicidesIn = brief.datasetsShown.filter((dataset) => dataset.killed_includes_suicides).map(({ title }) => title);
  if (incidents === 0) return <p>{t('report.quality.none')}</p>;
  return (
    <>
      <p>
        {t('report.quality.places', {
          incidents: t('measure.incidents.amount', { count: incidents, number: format.number.count(incidents) }),
          exact: place('exact'),
          settlement: place('settlement'),
          region: place('region'),
          jurisdiction: place('jurisdiction'),
        })}{' '}
        {t('report.quality.sources', {
          official: known(amountOf(now, 'source', 'official')),
          weapon: known(amountOf(now, 'weapon', 'not_reported')),
          hour: known(now.hours?.unknown ?? incidents),
        })}
      </p>
      <p>
        {t('report.quality.notReported', {
          killed: format.number.count(now.totals.notReported.killed),
          injured: format.number.count(now.totals.notReported.injured),
        })}
        {suicidesIn.length === 0 ? null : <> {t('report.quality.suicidesAmongKilled', { datasets: suicidesIn })}</>}
      </p>
      {updated === undefined ? null : <p>{t('report.quality.updated', { day: format.date.moment(updated) })}</p>}
    </>
  );
}
