import type { Filter, Period } from '@monitor/domain';
import type { TFunction } from 'i18next';
import { useSummary } from '../../answers/use-summary.ts';
import { ChartCard } from '../../charts/chart-card.tsx';
import type { ChartTable } from '../../figures/chart-table.ts';
import { RowBarsPicture } from '../../charts/row-bars-picture.tsx';
import { type BarRow, RowBars } from '../../charts/row-bars.tsx';
import { type YearColumn, YearColumns } from '../../charts/year-columns.tsx';
import { type Format, useFormat } from '../../format/use-format.ts';
import { useTerms } from '../../i18n/terms.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { filterOfPeople, peopleRequest, peopleRows, rangeOfYears, yearColumns } from './people-figures.ts';

/** Women killed by a partner, year by year, with those whose killer's relationship is not known. */
export function PartnerKillings({ filter }: { filter: Filter }) {
  const { t } = useTranslation();
  const { number, date } = useFormat();
  const meant: Filter = { ...filterOfPeople(filter), victim_sex: ['woman'], victim_outcome: ['killed'] };
  const { data, outdated } = useSummary(meant, { interval: 'year', split: 'relationship', measures: ['victims'] });
  const partly = partlyText(data?.period, t, date);
  const columns = columnsOf(data?.series, 'intimate_partner', 'not_reported', partly);
  const range = rangeOfYears(columns);
  const title =
    range === undefined
      ? t('trends.partners.title')
      : t('trends.partners.range', { low: number.count(range.low), high: number.count(range.high), count: range.high });
  const reading = t('trends.partners.reading', {
    period: data?.period == null ? '' : date.period(data.period.from, data.period.to),
  });
  return (
    <YearCard
      title={title}
      reading={reading}
      columns={columns}
      tone="killed"
      outdated={outdated}
      filter={{ ...meant, relationship: ['intimate_partner', 'not_reported'] }}
      name="women-killed-by-partners"
      known={t('trends.partners.known')}
      unknown={t('trends.partners.unknown')}
    />
  );
}

interface YearCardProps {
  readonly title: string;
  readonly reading: string;
  readonly columns: readonly YearColumn[];
  readonly tone: 'killed' | 'count' | 'quiet';
  readonly outdated: boolean;
  readonly filter: Filter;
  /** Part of the names of its files. */
  readonly name: string;
  /** What the columns count, and what may belong to it. */
  readonly known: string;
  readonly unknown?: string;
}

/** People by year as columns. */
export function YearCard({ title, reading, columns, tone, outdated, filter, name, known, unknown }: YearCardProps) {
  const { t } = useTranslation();
  const chart = (width: number | '100%') => <YearColumns title={title} columns={columns} tone={tone} width={width} />;
  return (
    <ChartCard
      form="section"
      title={title}
      reading={reading}
      outdated={outdated}
      filter={filter}
      table={yearTable(name, columns, [known, ...(unknown === undefined ? [] : [unknown])], t)}
      onPaper={columns.length === 0 ? undefined : chart(paperWidth)}
    >
      {chart('100%')}
    </ChartCard>
  );
}

/** Width of the picture in a file, in pixels. */
const paperWidth = 620;

/** `to Oct`: how far a year that is not complete goes. */
export function partlyText(period: Period | null | undefined, t: TFunction, date: Format['date']): string {
  return period == null ? '' : t('trends.partly', { month: date.shortMonthName(period.to) });
}

type Series = NonNullable<ReturnType<typeof useSummary>['data']>['series'];

function columnsOf(series: Series | undefined, known: string, unknown: string, partly: string): YearColumn[] {
  if (series?.parts === undefined) return [];
  const pointsOf = (value: string) => series.parts?.find((part) => part.value === value)?.points ?? [];
  const amounts = (value: string) => new Map(pointsOf(value).map((point) => [point.start, point.victims ?? 0]));
  const [one, other] = [amounts(known), amounts(unknown)];
  return yearColumns(
    series.points.map(({ start, partial }) => ({ start, partial, amount: one.get(start) ?? 0 })),
    series.points.map(({ start }) => other.get(start) ?? 0),
    partly,
  );
}

/** The numbers of columns by year. */
function yearTable(name: string, columns: readonly YearColumn[], labels: readonly string[], t: TFunction): ChartTable {
  const cell = (value: number) => ({ text: String(value), value });
  return {
    name,
    columns: [{ label: t('chart.intervals.year'), number: false }, ...labels.map((label) => ({ label, number: true }))],
    rows: columns.map(({ label, value, unknown: rest, partly }) => [
      { text: partly === undefined ? label : `${label} (${partly})`, value: label },
      ...[value, rest].slice(0, labels.length).map(cell),
    ]),
  };
}

/** People killed and injured in the compared period by sex and by age; not reported is a row of its own. */
export function SexAndAge({ filter, period }: { filter: Filter; period: Period | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const terms = useTerms();
  const meant: Filter | undefined = period && { ...filterOfPeople(filter), ...period };
  const parts = { interval: 'none', facets: ['victim_sex', 'victim_age'], measures: ['victims'] } as const;
  const { data: all, outdated } = useSummary(meant, peopleRequest);
  const { data: killed } = useSummary(meant && { ...meant, victim_outcome: ['killed'] }, parts);
  const { data: injured } = useSummary(meant && { ...meant, victim_outcome: ['injured'] }, parts);
  const totals = all?.totals;
  const groups =
    totals === undefined || killed === undefined || injured === undefined
      ? []
      : (['victim_sex', 'victim_age'] as const).map((dimension) =>
          peopleRows(dimension, [
            { whole: totals.killed, facets: killed.facets },
            { whole: totals.injured, facets: injured.facets },
          ]).map((row) => ({ ...row, label: terms.value(dimension, row.label) })),
        );
  const title = sexAndAgeTitle(groups, totals?.killed ?? 0, t, format);
  const columns = (['killed', 'injured'] as const).map((outcome) => {
    const whole = totals?.[outcome] ?? 0;
    const name = t(`measure.${outcome}.amount`, { count: whole, number: format.number.count(whole) });
    return { key: outcome, tone: outcome, whole, title: name };
  });
  const bars = { columns, groups };
  return (
    <ChartCard
      form="section"
      title={title}
      reading={t('trends.people.reading', { period: period === undefined ? '' : format.date.period(period.from, period.to) })}
      outdated={outdated}
      filter={meant}
      table={groups.length === 0 ? undefined : barTable('people-by-sex-and-age', t('trends.people.row'), groups, columns)}
      onPaper={groups.length === 0 ? undefined : <RowBarsPicture {...bars} width={paperWidth} />}
    >
      {groups.length === 0 ? null : <RowBars caption={title} rowTitle={t('trends.people.row')} {...bars} />}
    </ChartCard>
  );
}

function sexAndAgeTitle(groups: readonly (readonly BarRow[])[], killed: number, t: TFunction, { number }: Format): string {
  const [bySex, byAge] = groups;
  const men = bySex?.find(({ key }) => key === 'victim_sex man')?.amounts[0];
  const unknownAge = byAge?.at(-1)?.amounts[0];
  if (killed === 0 || men === undefined || unknownAge === undefined) return t('trends.people.title');
  return t('trends.people.found', { men: number.share(men / killed), unknown: number.share(unknownAge / killed) });
}

/** The numbers of rows of bars. */
export function barTable(
  name: string,
  label: string,
  groups: readonly (readonly BarRow[])[],
  columns: readonly { readonly title: string }[],
): ChartTable {
  return {
    name,
    columns: [{ label, number: false }, ...columns.map(({ title }) => ({ label: title, number: true }))],
    rows: groups
      .flat()
      .map(({ key, label: text, amounts }) => [
        { text, value: key },
        ...amounts.map((amount) => ({ text: String(amount), value: amount })),
      ]),
  };
}
