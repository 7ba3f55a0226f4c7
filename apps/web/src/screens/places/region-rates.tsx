import type { PlaceData, PlaceFigures } from '@monitor/contract';
import { IntervalPlot } from '../../charts/interval-plot.tsx';
import { readFilter } from '../../filter/explore-query.ts';
import { placeQuery } from '../../filter/place-address.ts';
import { useTerms } from '../../i18n/terms.ts';
import { useTranslation } from '../../i18n/use-translation.ts';

interface RegionRatesProps {
  readonly page: PlaceData;
  readonly regions: NonNullable<PlaceFigures['regions']>;
}

/** How certain the rate of each region of the location is. */
export function RegionRates({ page: { place, counted, query }, regions }: RegionRatesProps) {
  const { t } = useTranslation();
  const terms = useTerms();
  const rest = placeQuery(readFilter(query));
  return (
    <IntervalPlot
      name={`rates-${place.country}`}
      title={t('places.regions.title')}
      reading={regions.reading}
      rates={regions.rates.map(({ code, events, rate, why }) => ({
        key: code,
        label: terms.place(code),
        events,
        rate,
        without: why,
        isOwn: place.kind === 'region' && code === place.code,
      }))}
      valueLabel={t('filter.dimension.region')}
      countLabel={t(`places.row.${counted}.name`)}
      reference={regions.reference}
      outdated={false}
      notes={regions.notes}
      linkOf={(code) => ({ to: '/places/$place', place: code, query: rest })}
    />
  );
}
