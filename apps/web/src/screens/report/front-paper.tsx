import type { BriefData } from '@monitor/contract';
import { ChartCard } from '../../charts/chart-card.tsx';
import { readFilter } from '../../filter/explore-query.ts';
import { useVoice } from '../../i18n/terms.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { RateMapNotes } from '../../map/rate-map.tsx';
import type { Brief } from './brief.ts';
import { figuresTable, trendTable } from './brief-tables.ts';
import { HeadlineFigure } from './headline-figure.tsx';
import { Paper } from './paper.tsx';
import { RateSection } from './rate-section.tsx';
import styles from './report.module.css';
import kit from '../../styles/kit.module.css';
import { TrendPicture } from './trend-picture.tsx';

/** Points that have room under the map; the others are under the trend. */
const underMap = 2;

/** The first page answers: what happened, how sure that is, where, and what to know beside it. */
export function FrontPaper({ brief, address }: { brief: Brief; address: string }) {
  const { t } = useTranslation();
  const voice = useVoice();
  const { data, synthetic } = brief;
  const { trend, points, map } = data;
  const filter = readFilter(data.query);
  const picture = <TrendPicture trend={trend} label={`${t('report.trend.title')}. ${trend.reading}`} />;
  const note = (
    <p>
      {t('report.notes.front')} {map.rates === undefined ? null : <RateMapNotes rates={map.rates} synthetic={synthetic} />}
    </p>
  );
  return (
    <Paper brief={brief} page={1} address={address} note={note}>
      <h1 className={kit.top4}>{data.title}</h1>
      <p className={`${kit.large} ${kit.top2} ${kit.medium} ${kit.airy}`}>{data.lead}</p>
      <ChartCard
        form="paper"
        title={t('report.figure.title')}
        reading={t('report.figure.reading')}
        isTitleHidden
        outdated={false}
        filter={filter}
        table={figuresTable(data, t, voice)}
        onPaper={null}
      >
        <div className={styles.figures}>
          {data.figures.map((figure) => (
            <HeadlineFigure key={figure.measure} figure={figure} />
          ))}
        </div>
      </ChartCard>
      <div className={styles.columns}>
        <div>
          <RateSection map={map} />
          <Points points={points.slice(0, underMap)} />
        </div>
        <div>
          <ChartCard
            form="paper"
            title={t('report.trend.title')}
            reading={trend.reading}
            outdated={false}
            filter={{ ...filter, from: trend.months[0]?.month ?? filter.from }}
            legend={t('report.trend.legend')}
            table={trendTable(data, t, voice)}
            onPaper={picture}
          >
            {picture}
            <TrendKey />
          </ChartCard>
          <Points points={points.slice(underMap)} />
        </div>
      </div>
    </Paper>
  );
}

/** What to know beside the figures. */
function Points({ points }: { points: BriefData['points'] }) {
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
function TrendKey() {
  const { t } = useTranslation();
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
