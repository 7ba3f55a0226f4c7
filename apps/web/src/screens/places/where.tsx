import type { PlaceData, PlaceDetails, PlaceFigures } from '@monitor/contract';
import { ChartCard } from '../../charts/chart-card.tsx';
import { paperWidth } from '../../charts/paper-width.ts';
import { type RowLink, RowPlot } from '../../charts/row-plot.tsx';
import { rowPlotLayout, type RowPlotShape } from '../../charts/row-plot-layout.ts';
import { RowPlotPicture } from '../../charts/row-plot-picture.tsx';
import { readFilter } from '../../filter/explore-query.ts';
import { placeQuery } from '../../filter/place-address.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useTerms } from '../../i18n/terms.ts';
import { RateMap, rateMapNotes, RateMapOnPaper } from '../../map/rate-map.tsx';
import { rateMapTable } from '../../map/rate-map-table.ts';
import { IntervalPlot } from '../../charts/interval-plot.tsx';

interface SettlementsProps {
  readonly page: PlaceData;
  /** Undefined while they are awaited. */
  readonly settlements: PlaceDetails['settlements'] | undefined;
}

/** The settlements with most incidents, in a column that adds up. */
export function Settlements({ page: { place, counted, query }, settlements }: SettlementsProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const title = t('places.settlements.title');
  if (settlements === undefined) {
    return (
      <ChartCard form="part" title={title} reading={undefined} table={undefined} onPaper={undefined} outdated={false}>
        {null}
      </ChartCard>
    );
  }
  const rest = placeQuery(readFilter(query));
  const { reading } = settlements;
  // Names are no keys: there are several settlements of one name.
  const rows = settlements.rows.map((row, index) => ({ ...row, key: String(index) }));
  const hasBefore = rows.some((row) => row.before !== undefined);
  const shape: RowPlotShape = {
    rows: rows.map((row) => ({
      key: row.key,
      label: row.label,
      mark: row.kind === 'settlement' ? { kind: 'bar', value: row.incidents, tick: row.before, token: '--ink-blue' } : undefined,
      cells: [
        number.count(row.incidents),
        ...(hasBefore ? [row.before === undefined ? '–' : number.count(row.before)] : []),
        number.count(row.killed),
        number.count(row.injured),
      ],
      isRest: row.kind !== 'settlement',
    })),
    columns: [
      { head: t('places.settlements.now'), side: 'left' },
      ...(hasBefore ? [{ head: t('places.settlements.before'), side: 'right' as const }] : []),
      { head: t('places.settlements.killed'), side: 'right', token: '--red' },
      { head: t('places.settlements.injured'), side: 'right', token: '--amber' },
    ],
    axis: false,
  };
  return (
    <ChartCard
      form="part"
      title={title}
      reading={reading}
      outdated={false}
      onPaper={<RowPlotPicture shape={shape} layout={rowPlotLayout(shape, paperWidth)} />}
      table={{
        name: `settlements-${place.address}`,
        columns: [
          { label: t('chart.by.settlement.name'), number: false },
          { label: t(`places.row.${counted}.name`), number: true },
          ...(hasBefore ? [{ label: t('places.settlements.yearBefore'), number: true }] : []),
          { label: t('measure.killed.name'), number: true },
          { label: t('measure.injured.name'), number: true },
        ],
        rows: rows.map((row) => [
          { text: row.label, value: row.label },
          ...[row.incidents, ...(hasBefore ? [row.before] : []), row.killed, row.injured].map((value) => ({
            text: value === undefined ? '–' : number.count(value),
            value: value ?? null,
          })),
        ]),
      }}
    >
      <RowPlot shape={shape} linkOf={linkOf} />
    </ChartCard>
  );

  function linkOf(key: string): RowLink | undefined {
    const { address, query: own } = rows[Number(key)] ?? {};
    if (address !== undefined) return { to: '/places/$place', place: address, query: rest };
    return own === undefined ? undefined : { to: '/explore', query: own };
  }
}

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
