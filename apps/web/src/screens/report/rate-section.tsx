import { filterQuery } from '@monitor/contract';
import { populationRate, syntheticShare } from '@monitor/findings';
import { population } from '@monitor/geography';
import { wholeOf } from '@monitor/domain';
import { RateMap, RateMapNotes } from '../../map/rate-map.tsx';
import { type MapRates, mapRates } from '../../map/rate-map-rates.ts';
import { type Brief, facet, yearFilter } from './brief.ts';
import type { Writing } from './change-sentences.ts';
import styles from './report.module.css';

/** What must be said of a brief's map, for the foot of its page. */
export function RateNotes({ brief }: { brief: Brief }) {
  const rates = ratesOf(brief);
  return rates === undefined ? null : <RateMapNotes rates={rates} synthetic={syntheticShare(brief.datasetsShown)} />;
}

/** The rates by location and region; undefined where there are none to draw. */
function ratesOf(brief: Brief): MapRates | undefined {
  const rates = mapRates(brief.answers.year, yearFilter(brief), brief.datasets, 'incidents');
  return rates === undefined || rates.locations.length === 0 ? undefined : rates;
}

/** Where: the rates of twelve months on a map, and that of the place beside the rate of all. */
export function RateSection({ brief, writing }: { brief: Brief; writing: Writing }) {
  const { t } = writing;
  const filter = yearFilter(brief);
  const rates = ratesOf(brief);
  return (
    <section>
      <h2 className={styles.heading}>{t('report.map.title')}</h2>
      {rates === undefined ? (
        <p className={styles.reading}>{t('report.map.none')}</p>
      ) : (
        <>
          <p className={styles.reading}>{rateReading(brief, rates, writing)}</p>
          <div className={styles.map} data-map>
            <RateMap
              rates={rates}
              unit={t('report.map.unit')}
              addressOf={(code) => `/explore?${filterQuery({ ...filter, ...placeFilter(code) })}`}
            />
          </div>
        </>
      )}
    </section>
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
    const rate = rates.rateOf(code);
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
