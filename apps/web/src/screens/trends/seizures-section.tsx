import type { TrendsSubjectsData, TrendsTablesData } from '@monitor/contract';
import { unknownValue } from '@monitor/findings';
import { RowBarsCard } from '../../charts/row-bars.tsx';
import { exploreAddress, exploreQuery, readFilter } from '../../filter/explore-query.ts';
import { IncidentsLink } from '../../filter/incidents-link.tsx';
import { useTerms } from '../../i18n/terms.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import kit from '../../styles/kit.module.css';
import { Section } from '../../sections/section.tsx';
import styles from './seizures-section.module.css';
import type { TFunction } from 'i18next';
import { YearColumns } from '../../pictures/year-columns.tsx';
import { type ChartTable, countCell, numberColumn, textColumn } from '../../format/chart-table.ts';
import { type Format, useFormat } from '../../format/use-format.ts';
import buttons from '../../controls/button.module.css';
import { PlainTable } from '../../controls/plain-table.tsx';
import { ScrollArea } from '../../controls/scroll-area.tsx';
import { useYearMarks } from './people-section.tsx';
import people from './people-table.module.css';

interface SeizuresSectionProps {
  readonly seizures: NonNullable<TrendsSubjectsData['seizures']>;
  readonly outdated: boolean;
}

/** What was seized in the compared period: by class, how it was obtained, legality, the largest seizures, and how much was traced. */
export function SeizuresSection({ seizures, outdated }: SeizuresSectionProps) {
  const { t } = useTranslation();
  const terms = useTerms();
  const { title, reading, query, weapons, amount, traced, largest, notReported } = seizures;
  const groups = seizures.groups.map(({ list, rows }) =>
    rows.map(({ value, weapons: count }) => ({
      key: `${list} ${value}`,
      group: t(`filter.dimension.${list}`),
      label: terms.value(list, value),
      amounts: [count],
      isUnknown: value === unknownValue,
      queries: [exploreQuery({ ...readFilter(query), [list]: [value] }, 'weapons')],
    })),
  );
  return (
    <RowBarsCard
      name="weapons-seized"
      title={title}
      reading={reading}
      outdated={outdated}
      filter={readFilter(query)}
      rowTitle={t('trends.seizures.row')}
      columns={[{ key: 'weapons', title: amount, whole: weapons, tone: 'seizure' }]}
      groups={groups}
      under={
        <p className={`${kit.detail} ${kit.top2}`}>
          {traced && (
            <>
              <strong>{traced.title}</strong> {traced.text}{' '}
            </>
          )}
          {largest}{' '}
          {weapons > 0 && <IncidentsLink query={exploreAddress(query, 'weapons')}>{t('trends.seizures.list')}</IncidentsLink>}
          {notReported && ` ${notReported}`}
        </p>
      }
    />
  );
}

type Large = NonNullable<TrendsTablesData['large']>;

/** Large seizures year by year beside all seizures, and the weapons in them. */
export function LargeSeizures({ large, outdated }: { readonly large: Large; readonly outdated: boolean }) {
  const { t } = useTranslation();
  const table = largeTable(large, t, useFormat());
  const { title, reading, query, columns, years, found } = large;
  const { over } = useYearMarks(columns, query, t('trends.large.column.large'));
  const chart = (width: number | '100%') => (
    <YearColumns title={title} columns={columns} tone="seizure" width={width} over={width === '100%' ? over : undefined} />
  );
  return (
    <Section
      title={title}
      reading={reading}
      outdated={outdated}
      filter={readFilter(query)}
      table={table}
      showsTable
      paper="wide"
      onPaper={chart}
    >
      <div className={`${kit.pair} ${styles.parts}`}>
        <LargeTable title={title} table={table} years={years} />
        <div>
          {chart('100%')}
          {found && (
            <p className={`${kit.words} ${kit.top3}`}>
              {found.text} <IncidentsLink query={exploreAddress(found.query, 'weapons')}>{t('trends.large.list')}</IncidentsLink>
            </p>
          )}
        </div>
      </div>
    </Section>
  );
}

/** The numbers by year, as a file has them. */
function largeTable({ years, columns }: Large, t: TFunction, format: Format): ChartTable {
  const count = (value: number) => countCell(value, format);
  const share = (part: number, whole: number) =>
    whole === 0 ? { text: '–', value: null } : { text: format.number.share(part / whole), value: part / whole };
  const names = ['seizures', 'large', 'share', 'unknown', 'weapons', 'inLarge', 'weaponShare'] as const;
  return {
    name: 'large-seizures',
    columns: [textColumn(t('chart.intervals.year')), ...names.map((name) => numberColumn(t(`trends.large.column.${name}`)))],
    rows: columns.flatMap(({ label, partly }, at) => {
      const year = years[at];
      if (year === undefined) return [];
      return [
        [
          { text: partly === undefined ? label : `${label} (${partly})`, value: label },
          count(year.seizures),
          count(year.large),
          share(year.large, year.seizures),
          count(year.unknown),
          count(year.weapons),
          count(year.inLarge),
          share(year.inLarge, year.weapons),
        ],
      ];
    }),
  };
}

type LargeYear = Large['years'][number];

/** The numbers of large seizures by year; each that a filter can select leads to its incidents. */
function LargeTable({
  title,
  table: { columns, rows },
  years,
}: {
  title: string;
  table: ChartTable;
  /** One for each row. */
  years: readonly LargeYear[];
}) {
  return (
    <ScrollArea className={kit.scroll} label={title}>
      <PlainTable
        className={`${people.table} ${styles.table}`}
        caption={title}
        isCaptionHidden
        columns={columns}
        rows={rows.map(([head, ...cells], at) => {
          const queries = years[at] === undefined ? [] : queriesOf(years[at]);
          return [
            head?.text,
            ...cells.map(({ text, value }, column) =>
              queries[column] === undefined || value === 0 ? (
                text
              ) : (
                <IncidentsLink key={columns[column]?.label} className={buttons.link} query={queries[column]}>
                  {text}
                </IncidentsLink>
              ),
            ),
          ];
        })}
      />
    </ScrollArea>
  );
}

/** What each number of a year leads to; a share, or what no filter selects, to nothing. */
function queriesOf({ query, largeQuery }: LargeYear): readonly (string | undefined)[] {
  const [weapons, inLarge] = [query, largeQuery].map((one) => exploreAddress(one, 'weapons'));
  return [query, largeQuery, undefined, undefined, weapons, inLarge, undefined];
}
