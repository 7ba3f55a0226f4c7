import type { ByYear, TrendsSubjectsData, TrendsTablesData } from '@monitor/contract';
import type { Filter, Measure } from '@monitor/domain';
import { unknownValue } from '@monitor/findings';
import { Link } from '@tanstack/react-router';
import { Section } from '../../sections/section.tsx';
import { RowBarsCard } from '../../charts/row-bars.tsx';
import { YearColumns } from '../../pictures/year-columns.tsx';
import { countCell, numberColumn, textCell, textColumn } from '../../format/chart-table.ts';
import { ColumnsLink } from '../../charts/steps-link.tsx';
import { exploreAddress, exploreQuery, filterOfStep, readFilter } from '../../filter/explore-query.ts';
import { IncidentsLink } from '../../filter/incidents-link.tsx';
import { useTerms } from '../../i18n/terms.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import buttons from '../../controls/button.module.css';
import { ScrollArea } from '../../controls/scroll-area.tsx';
import { useFormat } from '../../format/use-format.ts';
import styles from './people-table.module.css';
import kit from '../../styles/kit.module.css';

/** What is counted by year: the name of its files, what the columns count and what may belong to it, and the words for a number of them. */
const counts = {
  partners: {
    tone: 'killed',
    name: 'women-killed-by-partners',
    measure: 'victims',
    labels: ['trends.partners.known', 'trends.partners.unknown'],
    counted: 'trends.partners.amount',
  },
  children: {
    tone: 'count',
    name: 'children-in-accidental-shootings',
    measure: 'victims',
    labels: ['trends.children.known', 'trends.children.unknown'],
    counted: 'trends.children.amount',
  },
  suicides: {
    tone: 'quiet',
    name: 'suicides',
    measure: 'suicides',
    labels: ['measure.suicides.name'],
    counted: 'measure.suicides.amount',
  },
} as const;
export const countedByYear = Object.keys(counts) as (keyof typeof counts)[];

interface YearCardProps {
  readonly of: keyof typeof counts;
  readonly years: ByYear;
  readonly outdated: boolean;
}

/** People by year as columns. */
export function YearCard({ of, years: { title, reading, query, columns, places = [] }, outdated }: YearCardProps) {
  const { tone, name, measure, counted } = counts[of];
  const { t } = useTranslation();
  const { number } = useFormat();
  const terms = useTerms();
  const all = columns.reduce((sum, { value }) => sum + value, 0);
  const labels = counts[of].labels.map((label) => t(label));
  const marks = useYearMarks(columns, query, labels[0]!, measure);
  const chart = (width: number | '100%') => (
    <YearColumns title={title} columns={columns} tone={tone} width={width} over={width === '100%' ? marks.over : undefined} />
  );
  return (
    <Section
      title={title}
      reading={reading}
      outdated={outdated}
      filter={readFilter(query)}
      table={{
        name,
        columns: [textColumn(t('chart.intervals.year')), ...labels.map(numberColumn)],
        rows: columns.map(({ label, value, unknown: rest, partly }, at) => [
          { text: partly === undefined ? label : `${label} (${partly})`, value: label, incidents: marks.queryOf(at) },
          ...[value, rest].slice(0, labels.length).map((amount) => ({ text: String(amount), value: amount })),
        ]),
      }}
      paper="wide"
      onPaper={columns.length === 0 ? undefined : chart}
    >
      {chart('100%')}
      {all === 0 ? null : (
        <ul className={`${kit.wrap} ${kit.small} ${kit.top1}`} aria-label={t('trends.byPlace')}>
          {places.map(({ code, count }) => (
            <li key={code} className={kit.target}>
              <IncidentsLink className={buttons.link} query={exploreQuery({ ...reportedOf(query), country: [code] }, measure)}>
                {t('trends.inPlace', { place: terms.place(code), count: number.count(count) })}
              </IncidentsLink>
            </li>
          ))}
          <li className={`${kit.screenOnly} ${kit.target}`}>
            <Link
              to="/explore"
              // Rates of so few would say more of chance than of the place.
              search={{ query: exploreQuery(reportedOf(query), measure, { layer: 'locations', shade: 'count' }) }}
              className={buttons.link}
            >
              {t('trends.onMap', { count: all, amount: t(counted, { count: all, number: number.count(all) }) })}
            </Link>
          </li>
        </ul>
      )}
    </Section>
  );
}

/** The filter of those who are known to be counted: without those who may be. */
function reportedOf(query: string): Filter {
  const lists = Object.entries(readFilter(query)).map(([name, value]: [string, unknown]) => [
    name,
    Array.isArray(value) && value.length > 1 ? value.filter((one) => one !== unknownValue) : value,
  ]);
  return Object.fromEntries(lists) as Filter;
}

/** The way from columns by year to the incidents behind them. @param of what the columns count */
export function useYearMarks(columns: ByYear['columns'], query: string, of: string, measure: Measure = 'incidents') {
  const { t } = useTranslation();
  const queryOf = (at: number) =>
    exploreQuery(filterOfStep(reportedOf(query), `${columns[at]?.label ?? ''}-01-01`, 'year'), measure);
  const over = (left: number, height: number) => (
    <ColumnsLink
      steps={columns.length}
      markOf={(at) => {
        const { label, value = 0 } = columns[at] ?? {};
        return { query: queryOf(at), name: t('trends.mark', { part: of, step: label, amount: value }) };
      }}
      left={left}
      wide={100 - left}
      unit="%"
      top={0}
      height={height}
    />
  );
  return { queryOf, over: columns.length === 0 ? undefined : over };
}

interface SexAndAgeProps {
  readonly people: NonNullable<TrendsSubjectsData['people']>;
  readonly outdated: boolean;
}

/** People killed and injured in the compared period by sex and by age; not reported is a row of its own. */
export function SexAndAge({ people: { title, reading, query, ...people }, outdated }: SexAndAgeProps) {
  const { t } = useTranslation();
  const terms = useTerms();
  const groups = people.groups.map(({ list, rows }) =>
    rows.map(({ value, amounts }) => ({
      key: `${list} ${value}`,
      label: terms.value(list, value),
      amounts,
      isUnknown: value === unknownValue,
      // Those who are not described at all are of no value of the list.
      queries:
        value === unknownValue
          ? []
          : people.columns.map(({ measure }) =>
              exploreQuery({ ...readFilter(query), [list]: [value], victim_outcome: [measure] }, 'victims'),
            ),
    })),
  );
  return (
    <RowBarsCard
      name="people-by-sex-and-age"
      title={title}
      reading={reading}
      outdated={outdated}
      filter={readFilter(query)}
      rowTitle={t('trends.people.row')}
      columns={people.columns.map(({ measure, count, amount }) => ({ key: measure, tone: measure, whole: count, title: amount }))}
      groups={groups}
    />
  );
}

type Described = TrendsTablesData['described'];

interface PeopleTableProps {
  readonly described: Described;
  readonly outdated: boolean;
}

/** Victims and perpetrators who are described, by sex, age, relationship and outcome, and by type. */
export function PeopleTable({ described: { reading, query, types, groups }, outdated }: PeopleTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const terms = useTerms();
  const columns = [...types.map((type) => terms.value('type', type)), t('trends.described.others'), t('trends.described.all')];
  const title = t('trends.described.title');
  const cell = (value: number) => countCell(value, format);
  return (
    <Section
      title={title}
      reading={reading}
      outdated={outdated}
      filter={readFilter(query)}
      table={{
        name: 'people-described',
        columns: [textColumn(t('trends.described.list')), textColumn(t('trends.people.row')), ...columns.map(numberColumn)],
        rows: groups.flatMap(({ list, rows, sums }) => {
          const name = textCell(t(`filter.dimension.${list}`));
          return [
            ...rows.map(({ value, amounts, sum }) => [name, textCell(terms.value(list, value)), ...[...amounts, sum].map(cell)]),
            [name, textCell(t('trends.described.sum')), ...sums.map(cell)],
          ];
        }),
      }}
      onPaper={null}
    >
      <ScrollArea className={kit.scroll} label={title}>
        <table className={styles.table}>
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t('trends.people.row')}</th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          {groups.map((group) => (
            <Group key={group.list} group={group} columns={columns} />
          ))}
        </table>
      </ScrollArea>
    </Section>
  );
}

interface GroupProps {
  readonly group: Described['groups'][number];
  readonly columns: readonly string[];
}

function Group({ group: { list, role, rows, sums }, columns }: GroupProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const terms = useTerms();
  return (
    <tbody>
      <tr>
        <th className={styles.group} colSpan={columns.length + 1} scope="rowgroup">
          {t(`filter.dimension.${list}`)}
        </th>
      </tr>
      {rows.map(({ value, amounts, sum, query }) => (
        <tr key={value} data-unknown={value === unknownValue || undefined}>
          <th scope="row">{terms.value(list, value)}</th>
          {amounts.map((amount, at) => (
            <td key={columns[at]}>{number.count(amount)}</td>
          ))}
          <td>
            <IncidentsLink className={buttons.link} query={exploreAddress(query, role)}>
              {number.count(sum)}
            </IncidentsLink>
          </td>
        </tr>
      ))}
      <tr className={styles.sums}>
        <th scope="row">{t('trends.described.sum')}</th>
        {sums.map((sum, at) => (
          <td key={columns[at]}>{number.count(sum)}</td>
        ))}
      </tr>
    </tbody>
  );
}
