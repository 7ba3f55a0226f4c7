import type { PlaceData, PlaceFigures } from '@monitor/contract';
import { FunnelPlot } from '../../charts/funnel-plot.tsx';
import { readFilter } from '../../filter/explore-query.ts';
import { placeQuery } from '../../filter/place-address.ts';
import { useTerms } from '../../i18n/terms.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import kit from '../../styles/kit.module.css';

interface FunnelProps {
  readonly page: PlaceData;
  readonly funnel: NonNullable<PlaceFigures['funnel']>;
  readonly title: string;
}

/** The place among all: rate against population, with what chance alone would leave around the average of all locations. */
export function Funnel({ page: { place, counted, query }, funnel: { reading, plot }, title }: FunnelProps) {
  const { t } = useTranslation();
  const terms = useTerms();
  if (plot === undefined) return <p className={`${kit.detail} ${kit.bottom2}`}>{reading}</p>;
  return (
    <FunnelPlot
      name={`all-places-${place.address}`}
      title={title}
      reading={reading}
      places={plot.places.map(({ code, ...one }) => ({ ...one, key: code, name: terms.place(code) }))}
      average={plot.average}
      years={plot.years}
      countLabel={t(`places.row.${counted}.name`)}
      legend={t('places.funnel.legend')}
      query={placeQuery(readFilter(query))}
    />
  );
}
