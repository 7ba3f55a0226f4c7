import { filterQuery, type MapRates } from '@monitor/contract';
import { mapRates, populationRate, ratesShown, syntheticShare } from '@monitor/findings';
import { population } from '@monitor/geography';
import { wholeOf } from '@monitor/domain';
import { ChartCard } from '../../charts/chart-card.tsx';
import { RateMap, RateMapNotes, rateMapNotes, RateMapOnPaper } from '../../map/rate-map.tsx';
import { rateIn } from '../../map/rate-map-props.ts';
import { rateMapTable } from '../../map/rate-map-table.ts';
import { type Brief, facet, yearFilter } from './brief.ts';
import type { Writing } from './change-sentences.ts';
import styles from './report.module.css';
import kit from '../../styles/kit.module.css';

/** What must be said of a brief's map, for the foot of its page. */
export function RateNotes({ brief }: { brief: Brief }) {
  const rates = ratesOf(brief);
  return rates === undefined ? null : <RateMapNotes rates={rates} synthetic={syntheticShare(brief.datasetsShown)} />;
}

/** The rates by location and region; undefined where there are none to draw. */
function ratesOf(brief: Brief): MapRates | undefined {
  const rates = mapRates(brief.answers.year, yearFilter(brief), brief.datasets, 'incidents');
  return rates === undefined || rates.locations.length === 0 ? undefined : ratesShown(rates);
}

/** Where: the rates of twelve months on a map, and that of the place beside the rate of all. */
export function RateSection({ brief, writing }: { brief: Brief; writing: Writing }) {
  const { t, format, terms } = writing;
  const filter = yearFilter(brief);
  const rates = ratesOf(brief);
  const title = t('report.map.title');
  if (rates === undefined)
    return (
      <section>
        <h2 className={`${kit.strong} ${kit.middling}`}>{title}</h2>
        <p className={`${kit.quiet} ${kit.tiny} ${kit.around}`}>{t('report.map.none')}</p>
      </section>
    );
  const unit = t('report.map.unit');
  const addressOf = (code: string) => `/explore?${filterQuery({ ...filter, ...placeFilter(code) })}`;
  return (
    <ChartCard
      form="paper"
      title={title}
      reading={rateReading(brief, rates, writing)}
      outdated={false}
      filter={filter}
      fileNotes={rateMapNotes(rates, t)}
      table={rateMapTable('brief-map', { rates, addressOf }, t('measure.incidents.name'), t, format, terms.place)}
      onPaper={<RateMapOnPaper rates={rates} unit={unit} />}
    >
      <div className={styles.map} data-map>
        <RateMap rates={rates} unit={unit} addressOf={addressOf} />
      </div>
    </ChartCard>
  );
}

function placeFilter(code: string) {
  return wholeOf('region', code) === code ? { country: [code] } : { country: undefined, region: [code] };
}

/** `Oct 2025 – Sept 2026. Serbia: 6.9 (95% interval: 6.2 to 7.5). All locations: 17.0 (…).` */
function rateReading(brief: Brief, rates: MapRates, { t, format, terms }: Writing): string {
  const { from = '', to = '' } = yearFilter(brief);
  const { place } = brief;
  const { number, date } = format;
  const said = (name: string, rate: { readonly rate: number; readonly low: number; readonly high: number }) =>
    t('report.map.rate', { place: name, rate: number.rate(rate.rate), low: number.rate(rate.low), high: number.rate(rate.high) });
  const own = place.kind === 'all' ? [] : [...(place.kind === 'region' ? [place.code] : []), wholeOf('region', place.code)];
  const ofPlaces = own.flatMap((code) => {
    const rate = rateIn(rates, code);
    return rate.kind === 'rate' ? [said(terms.place(code), rate)] : [];
  });
  const { yearEverywhere } = brief.answers;
  const input = {
    filter: yearFilter({ ...brief, place: { kind: 'all' } }),
    period: yearEverywhere.period,
    datasets: brief.datasetsKnown,
    findPopulation: population,
  };
  const all = place.kind === 'region' ? undefined : populationRate(input, facet(yearEverywhere, 'country'), 'incidents');
  const ofAll = all?.kind === 'rate' ? [said(t('report.everywhere'), all)] : [];
  const isYear = brief.period.unit === 'year';
  const when = t(isYear ? 'report.map.period' : 'report.map.long', { period: date.period(from, to) });
  const isKnown = place.kind === 'all' ? ofAll.length > 0 : ofPlaces.length > 0;
  return isKnown ? [when, ...ofPlaces, ...ofAll].join(' ') : t('report.map.none');
}
