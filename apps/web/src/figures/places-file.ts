import type { Measure } from '@monitor/domain';
import type { TFunction } from 'i18next';
import type { Format } from '../format/use-format.ts';
import type { Terms } from '../i18n/terms.ts';
import { changeWords } from './change-words.ts';
import {
  changeCells,
  type ChartTable,
  countCell,
  intervalColumns,
  numberColumn,
  rateCells,
  textCell,
  textColumn,
} from './chart-table.ts';
import { type CountedName, type PlaceRow, sortedRows, type WholeRow } from './place-rows.ts';
import { noRateText } from './rate-words.ts';

/** The numbers of a table of places, with those of its small pictures, in the order in which it first shows them. */
export function placesFile(
  name: string,
  {
    rows,
    whole,
    name: counted,
  }: { readonly rows: readonly PlaceRow[]; readonly whole?: WholeRow | undefined; readonly name: CountedName },
  t: TFunction,
  format: Format,
  place: Terms['place'],
): ChartTable {
  const places = [...sortedRows(rows, 'rate', false), ...(whole ? [whole] : [])];
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
      numberColumn(t(`places.row.${counted}.name`)),
      ...intervalColumns('change', t),
      measured('killed'),
      ...(hasSeizures ? [numberColumn(t('places.row.seizures.name'))] : []),
      ...pastColumns,
    ],
    rows: places.map(({ code, rate, why, past, incidents, change, killed, seizures }) => [
      textCell(code === undefined ? t('places.list.whole', { count: rows.length }) : place(code)),
      ...rateCells(rate, why === undefined ? '–' : noRateText(why, t), format),
      countCell(incidents, format),
      ...changeCells(
        change.kind === 'change' ? change : undefined,
        changeWords(change, 'incidents', t, format, place).verdict,
        format,
      ),
      countCell(killed, format),
      ...(hasSeizures ? [countCell(seizures, format)] : []),
      ...pastColumns.map((_, index) => {
        const value = past?.[index];
        return { text: value === undefined ? '–' : format.number.rate(value), value: value ?? null };
      }),
    ]),
  };
}
