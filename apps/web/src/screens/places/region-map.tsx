import type { PlaceData, PlaceFigures } from '@monitor/contract';
import { ChartCard } from '../../charts/chart-card.tsx';
import { readFilter } from '../../filter/explore-query.ts';
import { placeQuery } from '../../filter/place-address.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTerms } from '../../i18n/terms.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { RateMap, rateMapNotes, RateMapOnPaper } from '../../map/rate-map.tsx';
import { rateMapTable } from '../../map/rate-map-table.ts';

interface RegionMapProps {
  readonly page: PlaceData;
  readonly map: NonNullable<PlaceFigures['map']>;
}

/** The rates of the regions of the location, on its map. */
export function RegionMap({ page: { place, counted, query, synthetic }, map: { reading, rates, query: own } }: RegionMapProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const terms = useTerms();
  const rest = placeQuery(readFilter(query));
  const many = t(`places.row.${counted}.name`);
  const map = { rates, unit: t('places.map.unit', { many }), addressOf: (code: string) => `/places/${code}?${rest}` };
  return (
    <ChartCard
      form="part"
      title={t('places.map.title', { many })}
      reading={reading}
      outdated={false}
      filter={readFilter(own)}
      fileNotes={rateMapNotes(rates, t)}
      table={rateMapTable(`map-${place.country}`, map, many, t, format, terms.place)}
      onPaper={<RateMapOnPaper rates={rates} unit={map.unit} />}
    >
      <RateMap {...map} synthetic={synthetic} />
    </ChartCard>
  );
}
