import { reportedCell, reportedShort } from '../../format/reported.ts';
import { harmedPeople, isSilent, reportedOf } from '@monitor/domain';
import type { PlaceData, PlaceDetails, PlaceFigures } from '@monitor/contract';
import { sitePath } from '../../api/site.ts';
import { Section } from '../../sections/section.tsx';
import { RowPlotCard } from '../../charts/row-plot.tsx';
import { countCell, intervalColumns, numberColumn, rateCells, textCell, textColumn } from '../../format/chart-table.ts';
import { readFilter } from '../../filter/explore-query.ts';
import { placeQuery } from '../../filter/place-address.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { RateMap, rateMapNotes, RateMapOnPaper } from '../../map/rate-map.tsx';
import { rateMapTable } from '../../map/rate-map-table.ts';
import { countedKey, fewForRate } from '@monitor/findings';
import { useTerms } from '../../i18n/terms.ts';

interface SettlementsProps {
  readonly page: PlaceData;
  /** Undefined while they are awaited. */
  readonly settlements: PlaceDetails['settlements'] | undefined;
}

/** The settlements with most incidents, in a column that adds up. */
export function Settlements({ page: { place, counted, query }, settlements }: SettlementsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const title = t('places.settlements.title');
  if (settlements === undefined) {
    return <Section form="part" title={title} reading={undefined} table={undefined} onPaper={undefined} />;
  }
  const rest = placeQuery(readFilter(query));
  const { reading, rows } = settlements;
  const hasBefore = rows.some((row) => row.before !== undefined);
  const hasDash = rows.some((row) => harmedPeople.some((name) => isSilent(reportedOf(row, name))));
  const countsOf = ({ incidents, before }: Pick<(typeof rows)[number], 'incidents' | 'before'>) =>
    [incidents, ...(hasBefore ? [before] : [])].map((count) => countCell(count, format));
  return (
    <RowPlotCard
      title={title}
      reading={reading}
      notes={hasDash ? [t('table.dash')] : []}
      shape={{
        rows: rows.map(({ label, kind, address, query: own, ...row }, index) => ({
          // Names are no keys: there are several settlements of one name.
          key: String(index),
          label,
          mark: kind === 'settlement' ? { kind: 'bar', value: row.incidents, tick: row.before, token: '--ink-blue' } : undefined,
          cells: [
            ...countsOf(row).map(({ text }) => text),
            ...harmedPeople.map((name) => reportedShort(reportedOf(row, name), format)),
          ],
          isRest: kind !== 'settlement',
          link:
            address === undefined
              ? own === undefined
                ? undefined
                : { to: '/explore', query: own }
              : { to: '/places/$place', place: address, query: rest },
        })),
        columns: [
          { head: t('places.settlements.now'), side: 'left' },
          ...(hasBefore ? [{ head: t('places.settlements.before'), side: 'right' as const }] : []),
          { head: t('places.settlements.killed'), side: 'right', token: '--red' },
          { head: t('places.settlements.injured'), side: 'right', token: '--amber' },
        ],
        axis: false,
      }}
      table={{
        name: `settlements-${place.address}`,
        columns: [
          textColumn(t('chart.by.settlement.name')),
          numberColumn(t(countedKey(counted, 'incidents', 'name'))),
          ...(hasBefore ? [numberColumn(t('places.settlements.yearBefore'))] : []),
          numberColumn(t('measure.killed.name')),
          numberColumn(t('measure.injured.name')),
        ],
        rows: rows.map(({ label, ...row }) => [
          textCell(label),
          ...countsOf(row),
          ...harmedPeople.map((name) => reportedCell(reportedOf(row, name), format, t)),
        ]),
      }}
    />
  );
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
  const many = t(countedKey(counted, 'incidents', 'name'));
  const map = { rates, many, addressOf: (code: string) => sitePath(`/places/${code}?${rest}`) };
  return (
    <Section
      form="part"
      title={
        rates.shows === 'rates'
          ? t('places.map.rates', { many })
          : t('places.map.counts', { many: t(countedKey(counted, 'incidents', 'many')) })
      }
      reading={reading}
      filter={readFilter(own)}
      fileNotes={rateMapNotes(rates, t)}
      table={rateMapTable(`map-${place.country}`, map, many, t, format, terms.place)}
      onPaper={<RateMapOnPaper rates={rates} many={many} />}
    >
      <RateMap {...map} synthetic={synthetic} />
    </Section>
  );
}

interface RegionRatesProps {
  readonly page: PlaceData;
  readonly regions: NonNullable<PlaceFigures['regions']>;
}

/** How certain the rate of each region of the location is: each in its interval, on one scale. Without rates, the incidents of each. */
export function RegionRates({ page: { place, counted, query }, regions }: RegionRatesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const terms = useTerms();
  const rest = placeQuery(readFilter(query));
  const many = t(countedKey(counted, 'incidents', 'name'));
  const hasRates = regions.rates.some(({ rate }) => rate);
  return (
    <RowPlotCard
      title={hasRates ? t('places.regions.title') : t('places.regions.counts', { many })}
      reading={regions.reading}
      notes={regions.notes}
      legend={hasRates ? t('chart.rates.legend', { few: fewForRate }) : undefined}
      shape={{
        rows: regions.rates.map(({ code, events, rate, why }) => ({
          key: code,
          label: terms.place(code),
          mark: hasRates
            ? rate && { kind: 'interval', value: rate.rate, low: rate.low, high: rate.high, few: events < fewForRate }
            : { kind: 'bar', value: events, token: '--ink-blue' },
          without: why,
          cells: [format.number.count(events)],
          isOwn: place.kind === 'region' && code === place.code,
          link: { to: '/places/$place', place: code, query: rest },
        })),
        columns: [{ head: '', side: 'left' }],
        axis: hasRates,
        reference: regions.reference,
      }}
      table={{
        name: `rates-${place.country}`,
        columns: [textColumn(t('filter.dimension.region')), numberColumn(many), ...intervalColumns('rate', t)],
        rows: regions.rates.map(({ code, events, rate, why = '' }) => [
          textCell(terms.place(code)),
          countCell(events, format),
          ...rateCells(rate, why, format),
        ]),
      }}
    />
  );
}
