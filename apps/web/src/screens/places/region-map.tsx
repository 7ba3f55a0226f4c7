import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { useTerms } from '../../i18n/terms.ts';
import { RateMap } from '../../map/rate-map.tsx';
import { mapRates } from '../../map/rate-map-rates.ts';
import { placeQuery } from './explore-query.ts';
import styles from './place-page.module.css';
import type { PlaceAnswers } from './use-place-answers.ts';

/** The rates of the regions of the location, on its map. Undefined rates, as of people of one sex, have none. */
export function RegionMap({ answers }: { answers: PlaceAnswers }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const terms = useTerms();
  const { place, main, everywhere, datasets, synthetic } = answers;
  if (everywhere.answer === undefined || datasets === undefined) return null;
  const rates = mapRates(everywhere.answer, { ...everywhere.filter, country: [place.country] }, datasets, 'incidents');
  if (rates === undefined) return null;
  const own = rates.regions.flatMap((code) => {
    const rate = rates.rateOf(code);
    return code.startsWith(`${place.country}-`) && rate.kind === 'rate' ? [{ code, rate: rate.rate }] : [];
  });
  const [highest] = own.toSorted((one, other) => other.rate - one.rate);
  const query = placeQuery(answers.filter);
  const many = t(`places.row.${main.name}.name`);
  const title = t('places.map.title', { many });
  return (
    <section aria-label={title}>
      <h3 className={styles.chartTitle}>{title}</h3>
      <p className={styles.chartReading}>
        {highest === undefined
          ? t('places.map.none')
          : t('places.map.reading', { region: terms.place(highest.code), rate: number.rate(highest.rate) })}
      </p>
      <RateMap
        rates={rates}
        unit={t('places.map.unit', { many })}
        synthetic={synthetic}
        addressOf={(code) => `/places/${code}?${query}`}
      />
    </section>
  );
}
