import { countedKey } from '@monitor/findings';
import { type BriefData, filterQuery } from '@monitor/contract';
import { sitePath } from '../../api/site.ts';
import { Section } from '../../sections/section.tsx';
import { readFilter } from '../../filter/explore-query.ts';
import { useVoice } from '../../i18n/terms.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { RateMap, RateMapNotes, rateMapNotes, RateMapOnPaper } from '../../map/rate-map.tsx';
import type { Brief } from './brief.ts';
import { figuresTable, trendTable } from './brief-tables.ts';
import { HeadlineFigure } from './headline-figure.tsx';
import { Paper } from './paper.tsx';
import styles from './report.module.css';
import kit from '../../styles/kit.module.css';
import { TrendPicture } from './trend-picture.tsx';
import { wholeOf, without } from '@monitor/domain';
import { rateMapTable } from '../../map/rate-map-table.ts';

/** The first page answers: what happened, how sure that is, where, and what to know beside it. */
export function FrontPaper({ brief, address }: { brief: Brief; address: string }) {
  const { t } = useTranslation();
  const voice = useVoice();
  const { data, synthetic } = brief;
  const { trend, points, map } = data;
  const filter = readFilter(data.query);
  const picture = <TrendPicture trend={trend} label={`${trend.title}. ${trend.reading}`} />;
  const note = (
    <p>
      {t('report.notes.front')} {map.notes.join(' ')}{' '}
      {map.rates === undefined ? null : <RateMapNotes rates={map.rates} synthetic={synthetic} />}
    </p>
  );
  return (
    <Paper brief={brief} page={1} address={address} note={note}>
      <h1 className={kit.top4}>{data.title}</h1>
      <p className={`${kit.large} ${kit.top2} ${kit.medium} ${kit.airy}`}>{data.lead}</p>
      <Section
        form="paper"
        title={t('report.figure.title')}
        reading={t('report.figure.reading')}
        isTitleHidden
        filter={filter}
        table={figuresTable(data, t, voice)}
        onPaper={null}
      >
        <div className={`${kit.grid} ${styles.figures}`}>
          {data.figures.map((figure) => (
            <HeadlineFigure key={figure.measure} figure={figure} />
          ))}
        </div>
      </Section>
      <div className={styles.columns} data-front>
        <RateSection map={map} />
        <div>
          <Section
            form="paper"
            title={trend.title}
            reading={trend.reading}
            filter={{ ...filter, from: trend.months[0]?.month ?? filter.from }}
            legend={t('report.trend.legend')}
            table={trendTable(data, t, voice)}
            onPaper={picture}
          >
            {picture}
            <TrendKey />
          </Section>
          <Points points={points} />
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
          <strong>{lead}</strong> <span className={kit.quiet}>{text}</span>
        </li>
      ))}
    </ul>
  );
}

/** What the marks of the trend mean. */
function TrendKey() {
  const { t } = useTranslation();
  return (
    <p className={`${kit.wrap} ${kit.keys} ${kit.note} ${kit.top1} ${styles.key}`}>
      {(['month', 'chosen', 'usual'] as const).map((mark) => (
        <span key={mark}>
          <i className={styles.mark} data-mark={mark} />
          {t(`report.trend.key.${mark}`)}
        </span>
      ))}
    </p>
  );
}

/** Where: the rates of twelve months on a map, and that of the place beside the rate of all. */
function RateSection({ map: { rates, title, reading, notes, query } }: { map: BriefData['map'] }) {
  const { t } = useTranslation();
  const voice = useVoice();
  if (rates === undefined)
    return (
      <section>
        <h2 className={`${kit.strong} ${kit.middling}`}>{title}</h2>
        <p className={`${kit.quiet} ${kit.tiny} ${kit.around}`}>{reading}</p>
      </section>
    );
  const filter = readFilter(query);
  const many = t(countedKey('violence', 'incidents', 'name'));
  const addressOf = (code: string) =>
    sitePath(
      `/explore?${filterQuery({ ...without(filter, 'country'), [wholeOf('region', code) === code ? 'country' : 'region']: [code] })}`,
    );
  return (
    <Section
      form="paper"
      title={title}
      reading={reading}
      filter={filter}
      fileNotes={[...notes, ...rateMapNotes(rates, t)]}
      table={rateMapTable('brief-map', { rates, addressOf }, many, t, voice, voice.place)}
      onPaper={<RateMapOnPaper rates={rates} many={many} />}
    >
      <div className={styles.map} data-map>
        <RateMap rates={rates} many={many} addressOf={addressOf} />
      </div>
    </Section>
  );
}
