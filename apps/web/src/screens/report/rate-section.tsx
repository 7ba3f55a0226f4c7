import { type BriefData, filterQuery } from '@monitor/contract';
import { wholeOf, without } from '@monitor/domain';
import { ChartCard } from '../../charts/chart-card.tsx';
import { readFilter } from '../../filter/explore-query.ts';
import { useVoice } from '../../i18n/terms.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { RateMap, rateMapNotes, RateMapOnPaper } from '../../map/rate-map.tsx';
import { rateMapTable } from '../../map/rate-map-table.ts';
import styles from './report.module.css';
import kit from '../../styles/kit.module.css';

/** Where: the rates of twelve months on a map, and that of the place beside the rate of all. */
export function RateSection({ map: { rates, reading, query } }: { map: BriefData['map'] }) {
  const { t } = useTranslation();
  const voice = useVoice();
  const title = t('report.map.title');
  if (rates === undefined)
    return (
      <section>
        <h2 className={`${kit.strong} ${kit.middling}`}>{title}</h2>
        <p className={`${kit.quiet} ${kit.tiny} ${kit.around}`}>{reading}</p>
      </section>
    );
  const filter = readFilter(query);
  const unit = t('report.map.unit');
  const addressOf = (code: string) =>
    `/explore?${filterQuery({ ...without(filter, 'country'), [wholeOf('region', code) === code ? 'country' : 'region']: [code] })}`;
  return (
    <ChartCard
      form="paper"
      title={title}
      reading={reading}
      outdated={false}
      filter={filter}
      fileNotes={rateMapNotes(rates, t)}
      table={rateMapTable('brief-map', { rates, addressOf }, t('measure.incidents.name'), t, voice, voice.place)}
      onPaper={<RateMapOnPaper rates={rates} unit={unit} />}
    >
      <div className={styles.map} data-map>
        <RateMap rates={rates} unit={unit} addressOf={addressOf} />
      </div>
    </ChartCard>
  );
}
