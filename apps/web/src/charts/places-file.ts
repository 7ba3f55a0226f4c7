import { countedKey } from '@monitor/findings';
import type { SaidPlace } from '@monitor/contract';
import type { CountedKind, Measure } from '@monitor/domain';
import type { TFunction } from 'i18next';
import type { Format } from '../format/use-format.ts';
import type { Terms } from '../i18n/terms.ts';
import { reportedCell } from '../format/reported.ts';
import { killedIn, sortedPlaces } from './place-order.ts';
import {
  changeCells,
  type ChartTable,
  countCell,
  intervalColumns,
  numberColumn,
  rateCells,
  textCell,
  textColumn,
} from '../format/chart-table.ts';

/** The numbers of a table of places, with those of its small pictures, in the order in which it first shows them. */
export function placesFile(
  name: string,
  { rows, name: counted }: { readonly rows: readonly SaidPlace[]; readonly name: CountedKind },
  t: TFunction,
  format: Format,
  place: Terms['place'],
): ChartTable {
  const ofPlaces = rows.filter(({ code }) => code !== undefined);
  const places = [...sortedPlaces(ofPlaces, 'rate', false), ...rows.filter(({ code }) => code === undefined)];
  const years = Math.max(0, ...places.map(({ past = [] }) => past.length));
  const hasSeizures = places.some(({ seizures }) => seizures !== undefined);
  const pastColumns = Array.from({ length: years }, (_, index) =>
    numberColumn(index === years - 1 ? t('chart.pastRates.last') : t('chart.pastRates.before', { count: years - 1 - index })),
  );
  const measured = (measure: Measure) => numberColumn(t(`measure.${measure}.name`));
  return {
    name,
    columns: [
      textColumn(t('places.list.place')),
      ...intervalColumns('rate', t),
      numberColumn(t(countedKey(counted, 'incidents', 'name'))),
      ...intervalColumns('change', t),
      measured('killed'),
      ...(hasSeizures ? [numberColumn(t(countedKey('weapon_seizure', 'incidents', 'name')))] : []),
      ...pastColumns,
    ],
    rows: places.map(({ code, rate, why, past, incidents, change, seizures, ...row }) => [
      textCell(code === undefined ? t('places.list.whole', { count: ofPlaces.length }) : place(code)),
      ...rateCells(rate, why ?? '–', format),
      countCell(incidents, format),
      ...changeCells(change.difference, change.verdict, format),
      reportedCell(killedIn({ incidents, ...row }), format, t),
      ...(hasSeizures ? [countCell(seizures, format)] : []),
      ...pastColumns.map((_, index) => {
        const value = past?.[index];
        return { text: typeof value === 'number' ? format.number.rate(value) : '–', value: value ?? null };
      }),
    ]),
  };
}
