import type { IndicatorCell, indicatorRowChoices, IndicatorsData, IndicatorSeries, IndicatorTable } from '@monitor/contract';
import type { Filter } from '@monitor/domain';
import { population } from '@monitor/geography';
import { familyOfCells } from '../judge/indicator-families.ts';
import { falseDiscoveries } from '../judge/verdict.ts';
import { firstNames } from '../say/bar-words.ts';
import { comparedCell, placeOfRow, unknownWords, valueWords, verdictWords } from '../say/indicator-words.ts';
import type { Voice } from '../say/voice.ts';
import type { AnswersTo, Page, PageInput } from './page.ts';

interface Choices {
  readonly indicators: (typeof indicatorRowChoices)[number];
}

function questions({ filter: { country, dataset }, choices, datasets }: PageInput<Choices>) {
  if (datasets.length === 0) return undefined;
  const filter: Filter = { ...(country && { country }), ...(dataset && { dataset }) };
  return { table: { indicators: { filter, each: choices.indicators === 'each' } } };
}
type IndicatorQuestions = NonNullable<ReturnType<typeof questions>>;

function say(_: PageInput<Choices>, { table }: AnswersTo<IndicatorQuestions>, voice: Voice): IndicatorsData {
  const { morePlaces, places, synthetic, indicators } = table;
  const rows = rowsOf(table);
  // Years in which nothing is known say nothing.
  if (indicators.every(({ cells }) => cells.every(({ gap }) => gap === 'no_data'))) {
    const none = rows[0] === undefined ? {} : { finding: voice.t('noData.about', { places: [placeOfRow(rows[0], table, voice)] }) };
    return { ...none, families: [], places: places.length, synthetic, frameworks: [] };
  }
  return {
    ...findingOf(table, rows, voice),
    ...(morePlaces > 0 && { more: voice.t('indicators.more', { count: morePlaces }) }),
    places: places.length,
    synthetic,
    frameworks: [...new Set(indicators.map(({ framework }) => framework))].map((one) => frameworkOf(one, table, rows, voice)),
  };
}

/** The locations of the rows: all together or the only one first, then by how many violent incidents they have for their people. */
function rowsOf({ indicators }: IndicatorTable): readonly (string | null)[] {
  const cells = (indicators.find(({ id }) => id === 'incidents') ?? indicators[0])?.cells ?? [];
  const [first, ...places] = new Set(cells.map(({ place }) => place));
  const rate = (place: string | null) => {
    const cell = comparedCell(cells.filter((one) => one.place === place));
    const people = cell && place !== null ? population(place, cell.year)?.people : undefined;
    return cell && people ? cell.numerator / people : -1;
  };
  return first === undefined ? [] : [first, ...places.toSorted((one, other) => rate(other) - rate(one))];
}

/** What the last complete year says, and of how many comparisons. */
function findingOf(
  table: IndicatorTable,
  [first]: readonly (string | null)[],
  voice: Voice,
): Pick<IndicatorsData, 'finding' | 'reading' | 'families'> {
  const compared = first === undefined ? [] : comparedOf(table.indicators, first);
  const year = compared[0]?.year;
  if (first === undefined || year === undefined) return { families: [] };
  const { t, number } = voice;
  const family = familyOfCells(compared);
  const named = (wanted: IndicatorCell['verdict']) => {
    const some = table.indicators.filter((series) => comparedOf([series], first).some(({ verdict }) => verdict === wanted));
    return firstNames(
      some.map(({ id, title }) => t('indicators.quoted', { title: voice.indicator(id, 'title', title) })),
      (title) => title,
      t,
    );
  };
  const [rose, fell] = [named('rise'), named('fall')];
  const values = { place: placeOfRow(first, table, voice), all: family.compared, rose, fell, year };
  const kind = family.rises > 0 ? (family.falls > 0 ? 'both' : 'rose') : family.falls > 0 ? 'fell' : 'none';
  return {
    finding: t(`indicators.finding.${family.compared === 0 ? 'nothing' : kind}`, values),
    reading: t('indicators.reading', {
      all: family.compared,
      before: year - 1,
      rises: family.rises,
      falls: family.falls,
      without: compared.length - family.compared,
    }),
    families: table.families
      .filter((one) => one.year === year && one.compared > 0)
      .map(({ of, compared: all, alone, clear }) =>
        t(`indicators.family.${of}`, { place: values.place, all, alone, clear, chance: number.decimal(falseDiscoveries * all, 1) }),
      ),
  };
}

/** The cells of a row of each indicator that are compared. */
function comparedOf(indicators: readonly IndicatorSeries[], row: string | null): readonly IndicatorCell[] {
  return indicators.flatMap(({ cells }) => comparedCell(cells.filter(({ place }) => place === row)) ?? []);
}

function frameworkOf(
  framework: IndicatorSeries['framework'],
  table: IndicatorTable,
  rows: readonly (string | null)[],
  voice: Voice,
): IndicatorsData['frameworks'][number] {
  const { t } = voice;
  const shown = table.indicators.filter((series) => series.framework === framework);
  const cells = rows[0] === undefined ? [] : comparedOf(shown, rows[0]);
  const { compared, rises, falls } = familyOfCells(cells);
  const changed = rises + falls;
  const first = shown[0]?.cells ?? [];
  return {
    framework,
    title: t(`indicators.framework.${framework}`),
    reading: t(`indicators.clear.${compared === 0 ? 'nothing' : changed === 0 ? 'none' : 'some'}`, {
      count: changed,
      all: compared,
      year: cells[0]?.year,
    }),
    years: table.years.map((year) => ({ year, isComplete: first.find((cell) => cell.year === year)?.complete ?? true })),
    indicators: shown.map((series) => ({
      id: series.id,
      title: voice.indicator(series.id, 'title', series.title),
      definition: voice.indicator(series.id, 'definition', series.definition),
      measure: series.measure,
      rows: rows.map((place) => rowOf(place, series, table, voice)),
    })),
    unavailable: table.unavailable.filter((one) => one.framework === framework).map(({ title, reason }) => ({ title, reason })),
  };
}

type Row = IndicatorsData['frameworks'][number]['indicators'][number]['rows'][number];

function rowOf(place: string | null, series: IndicatorSeries, table: IndicatorTable, voice: Voice): Row {
  const cells = series.cells.filter((cell) => cell.place === place);
  const compared = comparedCell(cells);
  return {
    place,
    name: placeOfRow(place, table, voice),
    ...(compared && { verdict: saidVerdict(series, compared, table, voice) }),
    cells: cells.map((cell) => {
      const { text, detail } = valueWords(series, cell, voice);
      return {
        year: cell.year,
        isComplete: cell.complete,
        value: cell.value,
        text,
        ...(detail !== undefined && { detail }),
        ...(cell.gap !== 'no_data' && { query: cell.query }),
      };
    }),
  };
}

function saidVerdict(
  series: IndicatorSeries,
  cell: IndicatorCell,
  { families }: IndicatorTable,
  voice: Voice,
): NonNullable<Row['verdict']> {
  const unknown = unknownWords(series, cell, voice);
  const family = families.find(({ year, of }) => year === cell.year && (of === 'together') === (cell.place === null));
  return { ...verdictWords(series, cell, family?.compared ?? 0, voice), ...(unknown !== undefined && { unknown }) };
}

export const indicatorsPage: Page<Choices, IndicatorQuestions, IndicatorsData> = { questions, say };
