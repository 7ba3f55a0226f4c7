import { ChartCard } from '../../charts/chart-card.tsx';
import { type Brief, filterOf, headlines, trendMonths } from './brief.ts';
import { headlineTable, trendTable } from './brief-tables.ts';
import { leadSentences, type Writing } from './change-sentences.ts';
import { HeadlineFigure } from './headline-figure.tsx';
import { Paper } from './paper.tsx';
import { reportTitle } from '../../filter/report-words.ts';
import { briefPoints, type Point } from './points.ts';
import { RateNotes, RateSection } from './rate-section.tsx';
import styles from './report.module.css';
import kit from '../../styles/kit.module.css';
import { TrendPicture } from './trend-picture.tsx';
import { trendReading } from './trend-words.ts';

/** Months of the trend. */
const monthsShown = 36;
/** Points that have room under the map; the others are under the trend. */
const underMap = 2;

/** The first page answers: what happened, how sure that is, where, and what to know beside it. */
export function FrontPaper({ brief, address, writing }: { brief: Brief; address: string; writing: Writing }) {
  const { t, format, terms } = writing;
  const months = trendMonths(brief, monthsShown);
  const reading = trendReading(months, writing);
  const points = briefPoints(brief, writing);
  const filter = filterOf(brief);
  const trend = <TrendPicture months={months} label={`${t('report.trend.title')}. ${reading}`} writing={writing} />;
  const note = (
    <p>
      {t('report.notes.front')} <RateNotes brief={brief} />
    </p>
  );
  return (
    <Paper brief={brief} page={1} address={address} note={note} writing={writing}>
      <h1 className={kit.top4}>{reportTitle(brief.place, brief.period, t, format, terms)}</h1>
      <p className={`${kit.large} ${kit.top2} ${kit.medium} ${kit.airy}`}>{leadSentences(brief, writing).join(' ')}</p>
      <ChartCard
        form="paper"
        title={t('report.figure.title')}
        reading={t('report.figure.reading')}
        isTitleHidden
        outdated={false}
        filter={filter}
        table={headlineTable(brief, writing)}
        onPaper={null}
      >
        <div className={styles.figures}>
          {headlines.map((headline) => (
            <HeadlineFigure key={headline} brief={brief} headline={headline} writing={writing} />
          ))}
        </div>
      </ChartCard>
      <div className={styles.columns}>
        <div>
          <RateSection brief={brief} writing={writing} />
          <Points points={points.slice(0, underMap)} />
        </div>
        <div>
          <ChartCard
            form="paper"
            title={t('report.trend.title')}
            reading={reading}
            outdated={false}
            filter={{ ...filter, from: months[0]?.month.from ?? filter.from }}
            legend={t('report.trend.legend')}
            table={trendTable(months, writing)}
            onPaper={trend}
          >
            {trend}
            <TrendKey writing={writing} />
          </ChartCard>
          <Points points={points.slice(underMap)} />
        </div>
      </div>
    </Paper>
  );
}

/** What to know beside the figures. */
function Points({ points }: { points: readonly Point[] }) {
  return (
    <ul className={styles.points}>
      {points.map(({ lead, text }) => (
        <li key={lead}>
          <strong>{lead}</strong> {text}
        </li>
      ))}
    </ul>
  );
}

/** What the marks of the trend mean. */
function TrendKey({ writing: { t } }: { writing: Writing }) {
  return (
    <p className={`${kit.wrap} ${kit.keys} ${styles.key}`}>
      {(['month', 'chosen', 'usual'] as const).map((mark) => (
        <span key={mark}>
          <i className={styles.mark} data-mark={mark} />
          {t(`report.trend.key.${mark}`)}
        </span>
      ))}
    </p>
  );
}
