import type { Measure } from '@monitor/domain';
import type { FigureChange } from '@monitor/findings';
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

/** A place in a table of places, as its file has it. */
interface FiledPlace {
  readonly label: string;
  readonly rate: { readonly rate: number; readonly low: number; readonly high: number } | undefined;
  /** Why there is no rate. */
  readonly why: string;
  /** Rates of each twelve months, oldest first, all of as many. */
  readonly past?: readonly (number | undefined)[] | undefined;
  readonly incidents: number;
  readonly change: FigureChange;
  readonly killed: number;
  readonly seizures?: number | undefined;
}

/**
 * The numbers of a table of places, with those of its small pictures.
 * @param counted what its rates count: `Violent incidents`
 */
export function placesFile(
  name: string,
  places: readonly FiledPlace[],
  counted: string,
  t: TFunction,
  format: Format,
  place: Terms['place'],
): ChartTable {
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
      numberColumn(counted),
      ...intervalColumns('change', t),
      measured('killed'),
      ...(hasSeizures ? [numberColumn(t('places.row.seizures.name'))] : []),
      ...pastColumns,
    ],
    rows: places.map(({ label, rate, why, past, incidents, change, killed, seizures }) => [
      textCell(label),
      ...rateCells(rate, why, format),
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
