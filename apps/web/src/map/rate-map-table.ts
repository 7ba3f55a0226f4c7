import { leastOnMap } from '@monitor/findings';
import { regionsOf } from '@monitor/geography';
import type { TFunction } from 'i18next';
import {
  type ChartTable,
  countCell,
  intervalColumns,
  numberColumn,
  rateCells,
  textCell,
  textColumn,
} from '../format/chart-table.ts';
import type { Format } from '../format/use-format.ts';
import type { Terms } from '../i18n/terms.ts';
import { rateIn, type RateMapProps } from './rate-map-props.ts';

/** The values of a map as a table: each location, then its regions. @param counted what its rates count: `Violent incidents` */
export function rateMapTable(
  name: string,
  { rates, addressOf }: Pick<RateMapProps, 'rates' | 'addressOf'>,
  counted: string,
  t: TFunction,
  format: Format,
  place: Terms['place'],
): ChartTable {
  const codes = rates.locations.flatMap((location) => [location, ...regionsOf(location).map(({ code }) => code)]);
  return {
    name,
    columns: [textColumn(t('rateMap.column.place')), ...intervalColumns('rate', t), numberColumn(counted)],
    rows: codes.map((code) => {
      const rate = rateIn(rates, code);
      return [
        textCell(place(code), addressOf?.(code)),
        ...(rate.kind === 'rate'
          ? rateCells(rate, '', format)
          : rateCells(undefined, t(`rateMap.texture.${rate.kind}`, { least: leastOnMap }), format)),
        countCell(rate.events, format),
      ];
    }),
  };
}
