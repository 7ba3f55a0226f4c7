import { harmedPeople, yearsEarlier } from '@monitor/domain';
import { type Cell, type ChartTable, countCell, numberColumn, textCell, textColumn } from '../../figures/chart-table.ts';
import { type Brief, hasYearBefore, headlines, type PeriodAmount, type TrendMonth, yearlyAmounts } from './brief.ts';
import { rankedYears, type Writing } from './change-sentences.ts';
import { harmedOf, peopleRows, sexColumns, sumOf } from './people.ts';
import { typeRows, weaponRows } from './rows.ts';

/** The numbers of the parts of a brief, for their files. */

/** The four figures in the same period of each year. */
export function headlineTable(brief: Brief, { t, format }: Writing): ChartTable {
  const years = headlines.map((headline) => yearlyAmounts(brief, headline, rankedYears));
  return {
    name: 'brief-figures',
    columns: [textColumn(t('report.file.period')), ...headlines.map((headline) => numberColumn(t(`report.figure.${headline}`)))],
    rows: (years[0] ?? []).map(({ period }, index) => [
      textCell(format.date.period(period.from, period.to)),
      ...headlines.map((headline, at) => {
        const amounts = years[at]?.[index]?.amounts;
        return countCell(amounts && (amounts[headline] ?? 0), format);
      }),
    ]),
  };
}

/** The months of the trend, each with its usual range. */
export function trendTable(months: readonly TrendMonth[], { t, format }: Writing): ChartTable {
  return {
    name: 'brief-months',
    columns: [
      textColumn(t('chart.intervals.month')),
      numberColumn(t('measure.incidents.name')),
      numberColumn(t('report.file.usualLeast')),
      numberColumn(t('report.file.usualMost')),
    ],
    rows: months.map(({ month, incidents, usual }) => [
      { text: format.date.step(month.from, 'month'), value: month.from },
      countCell(incidents, format),
      countCell(usual?.[0], format),
      countCell(usual?.[1], format),
    ]),
  };
}

/** People killed and injured in periods in a row. */
export function periodsTable(amounts: readonly PeriodAmount[], { t, format }: Writing): ChartTable {
  return {
    name: 'brief-periods',
    columns: [textColumn(t('report.file.period')), ...harmedPeople.map((measure) => numberColumn(t(`measure.${measure}.name`)))],
    rows: amounts.map(({ period, amounts: of }) => [
      textCell(format.date.period(period.from, period.to)),
      ...harmedPeople.map((measure) => countCell(of && (of[measure] ?? 0), format)),
    ]),
  };
}

export function typesTable(brief: Brief, { t, format, terms }: Writing): ChartTable {
  return {
    name: 'brief-types',
    columns: [
      textColumn(t('report.types.type')),
      ...yearColumns(brief, format),
      numberColumn(t('report.types.killed')),
      numberColumn(t('report.types.injured')),
    ],
    rows: typeRows(brief).map((row) => [
      textCell(row.code === 'rest' ? t('report.types.rest') : terms.label('type', row.code)),
      ...yearCells(brief, row, format),
      countCell(row.killed, format),
      countCell(row.injured, format),
    ]),
  };
}

export function weaponsTable(brief: Brief, { t, format, terms }: Writing): ChartTable {
  return {
    name: 'brief-weapons',
    columns: [textColumn(t('report.weapons.weapon')), ...yearColumns(brief, format)],
    rows: weaponRows(brief).map((row) => [
      textCell(row.code === 'rest' ? t('report.weapons.rest') : terms.label('weapon_class', row.code)),
      ...yearCells(brief, row, format),
    ]),
  };
}

export function peopleTable(brief: Brief, { t, format, terms }: Writing): ChartTable {
  const groups = sexColumns.flatMap((sex) => harmedPeople.map((outcome) => ({ sex, outcome })));
  return {
    name: 'brief-people',
    columns: [
      textColumn(t('report.people.age')),
      ...groups.map(({ sex, outcome }) =>
        numberColumn(t('report.file.people', { sex: t(`report.people.${sex}`), outcome: t(`report.people.${outcome}`) })),
      ),
      numberColumn(t('report.people.all')),
    ],
    rows: peopleRows(brief).map((row) => [
      textCell(terms.label('age_band', row.age)),
      ...groups.map(({ sex, outcome }) => countCell(sumOf([row], [sex], outcome), format)),
      countCell(harmedOf([row]), format),
    ]),
  };
}

/** The year of the brief and the year before. */
function yearColumns({ period }: Brief, { date }: Writing['format']): ChartTable['columns'] {
  return [period, yearsEarlier(period, 1)].map(({ from, to }) => numberColumn(date.period(from, to)));
}

function yearCells(
  brief: Brief,
  { now, before }: { readonly now: number; readonly before: number },
  format: Writing['format'],
): Cell[] {
  return [countCell(now, format), countCell(hasYearBefore(brief) ? before : undefined, format)];
}
