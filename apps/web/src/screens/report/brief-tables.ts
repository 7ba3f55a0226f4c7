import { reportedCell } from '../../format/reported.ts';
import { type BriefData, sexColumns } from '@monitor/contract';
import { harmedPeople, type HarmedPeople, type Reported, reportedOf } from '@monitor/domain';
import { briefFigureKey, countedKey, type Voice } from '@monitor/findings';
import type { TFunction } from 'i18next';
import { type Cell, type ChartTable, countCell, numberColumn, textCell, textColumn } from '../../format/chart-table.ts';

/** The numbers of the parts of a brief, for their files. */

/** The four figures in the same period of each year. */
export function figuresTable({ figures }: BriefData, t: TFunction, voice: Voice): ChartTable {
  return {
    name: 'brief-figures',
    columns: [
      textColumn(t('report.file.period')),
      ...figures.map(({ measure }) => numberColumn(t(briefFigureKey(measure), { count: 0 }))),
    ],
    rows: (figures[0]?.years ?? []).map(({ from, to }, index) => [
      textCell(voice.date.period(from, to)),
      ...figures.map(({ years }) => countCell(years[index]?.count ?? undefined, voice)),
    ]),
  };
}

/** The months of the trend, each with its usual range. */
export function trendTable({ trend: { months } }: BriefData, t: TFunction, voice: Voice): ChartTable {
  return {
    name: 'brief-months',
    columns: [
      textColumn(t('chart.intervals.month')),
      numberColumn(t(countedKey('violence', 'incidents', 'name'))),
      numberColumn(t('report.file.usualLeast')),
      numberColumn(t('report.file.usualMost')),
    ],
    rows: months.map(({ month, incidents, usual }) => [
      { text: voice.date.step(month, 'month'), value: month },
      countCell(incidents, voice),
      countCell(usual?.least, voice),
      countCell(usual?.most, voice),
    ]),
  };
}

/** People killed and injured in periods in a row. */
export function periodsTable({ periods: { columns } }: BriefData, t: TFunction, voice: Voice): ChartTable {
  return {
    name: 'brief-periods',
    columns: [textColumn(t('report.file.period')), ...harmedPeople.map((measure) => numberColumn(t(`measure.${measure}.name`)))],
    rows: columns.map(({ from, to, ...harmed }) => [
      textCell(voice.date.period(from, to)),
      ...harmedPeople.map((measure) => countCell(harmed[measure] ?? undefined, voice)),
    ]),
  };
}

export function typesTable(data: BriefData, t: TFunction, voice: Voice): ChartTable {
  const { rows, all, seizures } = data.types;
  return {
    name: 'brief-types',
    columns: [
      textColumn(t('report.types.type')),
      ...yearColumns(data, voice),
      numberColumn(t('report.types.killed')),
      numberColumn(t('report.types.injured')),
    ],
    rows: [...rows, { code: 'all', ...all }, ...(seizures === undefined ? [] : [{ code: 'weapon_seizure', ...seizures }])].map(
      (row) => [
        textCell(row.code === 'rest' || row.code === 'all' ? t(`report.types.${row.code}`) : voice.label('type', row.code)),
        ...yearCells(row, voice),
        ...harmedPeople.map((name) => reportedCell(harmedByType(row, name), voice, t)),
      ],
    ),
  };
}

export function weaponsTable(data: BriefData, t: TFunction, voice: Voice): ChartTable {
  return {
    name: 'brief-weapons',
    columns: [textColumn(t('report.weapons.weapon')), ...yearColumns(data, voice)],
    rows: data.weapons.rows.map((row) => [
      textCell(row.code === 'rest' ? t('report.weapons.rest') : voice.label('weapon_class', row.code)),
      ...yearCells(row, voice),
    ]),
  };
}

export function peopleTable({ people: { rows }, types }: BriefData, t: TFunction, voice: Voice): ChartTable {
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
    rows: rows.map((row) => [
      textCell(voice.label('age_band', row.age)),
      ...groups.map(({ sex, outcome }) => reportedCell(harmedBySex(row[sex], outcome, types.all), voice, t)),
      countCell(row.all, voice),
    ]),
  };
}

type Harmed = Pick<BriefData['types']['all'], HarmedPeople | 'notReported'>;

/** People killed or injured in the incidents of a type. */
export function harmedByType(row: Harmed & { readonly now: number }, name: HarmedPeople): Reported {
  return reportedOf({ ...row, incidents: row.now }, name);
}

/** People of one sex and age. Any incident without the number may have some of them. @param all of the violent incidents */
export function harmedBySex(people: Harmed, name: HarmedPeople, all: { readonly now: number }): Reported {
  return reportedOf({ ...people, incidents: all.now }, name);
}

/** The period of the brief and that of the year before. */
function yearColumns({ period, yearBefore }: BriefData, { date }: Voice): ChartTable['columns'] {
  return [period, yearBefore].map(({ from, to }) => numberColumn(date.period(from, to)));
}

function yearCells({ now, before }: BriefData['weapons']['all'], voice: Voice): Cell[] {
  return [countCell(now ?? undefined, voice), countCell(before ?? undefined, voice)];
}
