import { useFormat } from '../../format/use-format.ts';
import { useTerms } from '../../i18n/terms.ts';
import { ChartCard } from '../../charts/chart-card.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { RateMap, rateMapNotes, RateMapOnPaper } from '../../map/rate-map.tsx';
import { mapRates, ratesShown } from '@monitor/findings';
import { rateMapTable } from '../../map/rate-map-table.ts';
import { placeQuery } from '../../filter/place-address.ts';
import type { PlaceAnswers } from './use-place-answers.ts';

/** The rates of the regions of the location, on its map. Undefined rates, as of people of one sex, have none. */
export function RegionMap({ answers }: { answers: PlaceAnswers }) {
  const { t } = useTranslation();
  const format = useFormat();
  const terms = useTerms();
  const { place, main, everywhere, datasets, synthetic } = answers;
  if (everywhere.answer === undefined || datasets === undefined) return null;
  const filter = { ...everywhere.filter, country: [place.country] };
  const found = mapRates(everywhere.answer, filter, datasets, 'incidents');
  if (found === undefined) return null;
  const own = found.regions.flatMap((code) => {
    const rate = found.of[code];
    return code.startsWith(`${place.country}-`) && rate?.kind === 'rate' ? [{ code, rate: rate.rate }] : [];
  });
  const rates = ratesShown(found);
  const [highest] = own.toSorted((one, other) => other.rate - one.rate);
  const query = placeQuery(answers.filter);
  const many = t(`places.row.${main.name}.name`);
  const title = t('places.map.title', { many });
  const map = { rates, unit: t('places.map.unit', { many }), addressOf: (code: string) => `/places/${code}?${query}` };
  return (
    <ChartCard
      form="part"
      title={title}
      reading={
        highest === undefined
          ? t('places.map.none')
          : t('places.map.reading', { region: terms.place(highest.code), rate: format.number.rate(highest.rate) })
      }
      outdated={false}
      filter={filter}
      fileNotes={rateMapNotes(rates, t)}
      table={rateMapTable(`map-${place.country}`, map, many, t, format, terms.place)}
      onPaper={<RateMapOnPaper rates={rates} unit={map.unit} />}
    >
      <RateMap {...map} synthetic={synthetic} />
    </ChartCard>
  );
}
