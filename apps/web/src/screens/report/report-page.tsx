import { wholeOf } from '@monitor/domain';
import { coveredPeriods, type Dataset, datasetsInScope, overlapOf, syntheticShare } from '@monitor/findings';
import { useQuery } from '@tanstack/react-query';
import { ChartNotes } from '../../charts/chart-notes.tsx';
import { failureWords } from '../../answers/failure-words.ts';
import { queries } from '../../api/queries.ts';
import kit from '../../styles/kit.module.css';
import buttons from '../../controls/button.module.css';
import { inBrowser } from '../../controls/in-browser.ts';
import notices from '../../controls/notice.module.css';
import { reportQuery } from '../../filter/report-address.ts';
import { useReportSubject } from '../../filter/use-report-subject.ts';
import { useTerms, useVoice } from '../../i18n/terms.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { BackPaper } from './back-paper.tsx';
import type { Subject } from './brief.ts';
import { FrontPaper } from './front-paper.tsx';
import { ReportControls } from './report-controls.tsx';
import styles from './report.module.css';
import { useBrief } from './use-brief.ts';

/** A brief of two pages about a place in a month, a quarter or a year, to read, print or save. */
export default function ReportPage() {
  const { t } = useTranslation();
  const writing = { t, terms: useTerms(), format: useVoice() };
  const { data: known } = useQuery(queries.datasets());
  const { place, dataset, period, coverage, unused } = useReportSubject();
  const subject: Subject | undefined = period && { place, dataset, period };
  const { brief, error, retry } = useBrief(subject);
  const address = inBrowser && subject !== undefined ? `${location.origin}/report?${reportQuery(subject, subject.period)}` : '';
  return (
    <>
      {subject === undefined || coverage === undefined ? null : (
        <ReportControls subject={subject} coverage={coverage} datasets={known?.datasets ?? []} brief={brief} writing={writing} />
      )}
      {unused.length === 0 ? null : (
        <p className={`${notices.notice} ${kit.screenOnly}`} role="alert">
          {t('report.unused', { count: unused.length, names: unused.join(', ') })}
        </p>
      )}
      <article className={styles.desk} aria-busy={brief === undefined}>
        {error !== null && brief === undefined ? (
          <div className={styles.message} role="alert">
            <p>
              <strong>{t('report.failed')}</strong> {failureWords(error, t).text}
            </p>
            <button type="button" className={buttons.plain} onClick={retry}>
              {t('state.failure.retry')}
            </button>
          </div>
        ) : known !== undefined && !hasData(subject, known.datasets) ? (
          <p className={styles.message}>{t('report.noData')}</p>
        ) : brief === undefined ? (
          <p className={styles.message}>{t('report.loading')}</p>
        ) : (
          <ChartNotes
            answers={{
              datasets: brief.datasetsKnown,
              datasetsShown: brief.datasetsShown,
              synthetic: syntheticShare(brief.datasetsShown),
            }}
          >
            <FrontPaper brief={brief} address={address} writing={writing} />
            <BackPaper brief={brief} address={address} writing={writing} />
          </ChartNotes>
        )}
      </article>
    </>
  );
}

/** Whether the data covers a day of the place in the period: without one, its figures would be zeros that nobody counted. */
function hasData(subject: Subject | undefined, datasets: readonly Dataset[]): boolean {
  if (subject === undefined) return false;
  const { place, period } = subject;
  const inScope = datasetsInScope(subject, datasets);
  const codes = place.kind === 'all' ? inScope.flatMap(({ countries }) => countries) : [wholeOf('region', place.code)];
  return codes.some((code) => coveredPeriods(code, inScope).some((covered) => overlapOf(covered, period) !== undefined));
}
