import type { IndicatorCell, indicatorRowChoices, IndicatorsData, IndicatorSeries, IndicatorTable } from '@monitor/contract';
import type { Filter } from '@monitor/domain';
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
  return {
    ...findingOf(table, voice),
    ...(morePlaces > 0 && { more: voice.t('indicators.more', { count: morePlaces }) }),
    places: places.length,
    synthetic,
    frameworks: [...new Set(indicators.map(({ framework }) => framework))].map((one) => frameworkOf(one, table, voice)),
  };
}

/** Share of comparisons that look clear although nothing changed. */
const clearByChance = 0.05;

/** What the last complete year says, in one sentence. */
function findingOf(table: IndicatorTable, voice: Voice): Pick<IndicatorsData, 'finding' | 'reading'> {
  const compared = comparedOf(table.indicators);
  const [first] = compared;
  if (first === undefined) return {};
  const count = (verdict: string) => compared.filter((cell) => cell.verdict === verdict).length;
  const [rises, falls] = [count('rise'), count('fall')];
  const finding = rises > 0 ? (falls > 0 ? 'both' : 'rises') : falls > 0 ? 'falls' : 'none';
  const { year, place } = first;
  const values = {
    place: placeOfRow(place, table, voice),
    year,
    before: year - 1,
    all: compared.length,
    rises,
    falls,
    chance: voice.number.decimal(clearByChance * compared.length, 1),
  };
  return { finding: voice.t(`indicators.finding.${finding}`, values), reading: voice.t('indicators.reading', values) };
}

/** The cells of the first row of each indicator that are compared. */
function comparedOf(indicators: readonly IndicatorSeries[]): readonly IndicatorCell[] {
  return indicators.flatMap(({ cells }) => comparedCell(cells.filter(({ place }) => place === cells[0]?.place)) ?? []);
}

function frameworkOf(
  framework: IndicatorSeries['framework'],
  table: IndicatorTable,
  voice: Voice,
): IndicatorsData['frameworks'][number] {
  const { t } = voice;
  const shown = table.indicators.filter((series) => series.framework === framework);
  const compared = comparedOf(shown);
  const clear = compared.filter(({ verdict }) => verdict === 'rise' || verdict === 'fall').length;
  const first = shown[0]?.cells ?? [];
  return {
    framework,
    title: t(`indicators.framework.${framework}`),
    reading: t(`indicators.clear.${clear === 0 ? 'none' : 'some'}`, { count: clear, all: shown.length, year: compared[0]?.year }),
    years: table.years.map((year) => ({ year, isComplete: first.find((cell) => cell.year === year)?.complete ?? true })),
    indicators: shown.map((series) => ({
      id: series.id,
      title: voice.indicator(series.id, 'title', series.title),
      definition: voice.indicator(series.id, 'definition', series.definition),
      measure: series.measure,
      rows: [...new Set(series.cells.map(({ place }) => place))].map((place) => rowOf(place, series, table, voice)),
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
    ...(compared && { verdict: saidVerdict(series, compared, voice) }),
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

function saidVerdict(series: IndicatorSeries, cell: IndicatorCell, voice: Voice): NonNullable<Row['verdict']> {
  const { verdict, isClear, rest } = verdictWords(series, cell, voice);
  const unknown = unknownWords(series, cell, voice);
  return { text: verdict, isClear, rest, ...(unknown !== undefined && { unknown }) };
}

export const indicatorsPage: Page<Choices, IndicatorQuestions, IndicatorsData> = { questions, say };
