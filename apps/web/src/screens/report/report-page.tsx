import { briefQuery, briefTitle } from '@monitor/findings';
import { useQuery } from '@tanstack/react-query';
import { whatFailed } from '../../sections/state-notice.tsx';
import { queries } from '../../api/queries.ts';
import { wholeAddress } from '../../api/site.ts';
import { ChartNotes } from '../../sections/chart-notes.tsx';
import kit from '../../styles/kit.module.css';
import buttons from '../../controls/button.module.css';
import notices from '../../controls/notice.module.css';
import { ExploreContext, useExploreFromAddress } from '../../filter/use-explore.ts';
import { useReportSubject } from '../../filter/use-report-subject.ts';
import { LinkNotice } from '../../filter/link-notice.tsx';
import { useVoice } from '../../i18n/terms.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ReportsNav } from '../../sections/reports-nav.tsx';
import { BackPaper } from './back-paper.tsx';
import { briefOf } from './brief.ts';
import { FrontPaper } from './front-paper.tsx';
import { ReportControls } from './report-controls.tsx';
import styles from './report.module.css';

/** A brief of two pages about a place in a month, a quarter or a year, to read, print or save. */
export default function ReportPage() {
  const { t, i18n } = useTranslation();
  const { data: known } = useQuery(queries.datasets());
  const { asked, subject, coverage } = useReportSubject();
  const explore = useExploreFromAddress();
  const voice = useVoice();
  // The last one is not kept while a new one is on its way: it would be printed under the new address.
  const { data: answer, error, refetch } = useQuery(queries.page('brief', 'main', briefQuery(asked), i18n.language));
  const brief = answer && briefOf(answer);
  const address = subject === undefined ? '' : wholeAddress(`/report?${briefQuery(subject)}`);
  return (
    <>
      <div className={styles.pages}>
        <ReportsNav />
      </div>
      {subject === undefined || coverage === undefined ? null : (
        <ReportControls subject={subject} coverage={coverage} datasets={known?.datasets ?? []} brief={brief} />
      )}
      <div className={kit.screenOnly}>
        <ExploreContext value={explore}>
          <LinkNotice />
        </ExploreContext>
      </div>
      {asked.unused.length === 0 ? null : (
        <p className={`${notices.notice} ${kit.screenOnly}`} role="alert">
          {t('report.unused', { count: asked.unused.length, names: asked.unused.join(', ') })}
        </p>
      )}
      <article className={styles.desk} aria-busy={answer === undefined}>
        {brief !== undefined ? (
          <ChartNotes answers={{ ...brief, datasets: brief.datasetsShown }}>
            <FrontPaper brief={brief} address={address} />
            <BackPaper brief={brief} address={address} />
          </ChartNotes>
        ) : answer !== undefined ? (
          <div className={styles.message}>
            {subject === undefined ? null : <h1>{briefTitle(subject, voice)}</h1>}
            <p>
              {coverage === undefined
                ? t('noData.yet')
                : t('report.noData', { period: voice.date.period(coverage.from, coverage.to) })}
            </p>
          </div>
        ) : error !== null ? (
          <div className={styles.message} role="alert">
            <p>
              <strong>{t('report.failed')}</strong> {whatFailed(error, t).text}
            </p>
            <button type="button" className={buttons.plain} onClick={() => void refetch()}>
              {t('state.failure.retry')}
            </button>
          </div>
        ) : (
          <p className={styles.message}>{t('report.loading')}</p>
        )}
      </article>
    </>
  );
}
