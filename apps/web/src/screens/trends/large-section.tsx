import {
  type Filter,
  filterOfLargeSeizures,
  filterOfSeizures,
  type Measure,
  type Period,
  weaponsOfLargeSeizure,
} from '@monitor/domain';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useSummary } from '../../answers/use-summary.ts';
import { ChartCard } from '../../charts/chart-card.tsx';
import { YearColumns } from '../../charts/year-columns.tsx';
import { type ChartTable, countCell, numberColumn, textColumn } from '../../figures/chart-table.ts';
import { type Format, useFormat } from '../../format/use-format.ts';
import { exploreQuery } from '../../filter/explore-query.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { filterOfNumberedSeizures, filterOfSeizuresOfWeapons, type LargeYear, largeYears } from './large-figures.ts';
import { LargeTable } from './large-table.tsx';
import { rangeOfYears } from './people-figures.ts';
import { partlyText } from './people-section.tsx';
import { seizuresRequest } from './seizures-figures.ts';
import kit from '../../styles/kit.module.css';
import seizures from './seizures-section.module.css';

const byYear = { interval: 'year', measures: ['weapons'] as readonly Measure[] } as const;
/** Width of the picture in a file, in pixels. */
const paperWidth = 620;

/** Large seizures year by year beside all seizures, and the weapons in them. */
export function LargeSeizures({ filter, period }: { filter: Filter; period: Period | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { number, date } = format;
  const least = number.count(weaponsOfLargeSeizure);
  const all = useSummary(filterOfSeizures(filter), byYear);
  const large = useSummary(filterOfLargeSeizures(filter), byYear);
  const ofWeapons = useSummary(filterOfSeizuresOfWeapons(filter), { interval: 'year' });
  const numbered = useSummary(filterOfNumberedSeizures(filter), { interval: 'year' });
  const hasWeapons = filterOfSeizuresOfWeapons(filter) !== undefined;
  const years = largeYears({
    all: all.data,
    large: large.data,
    ofWeapons: hasWeapons ? ofWeapons.data : null,
    numbered: hasWeapons ? numbered.data : null,
  });
  const partly = partlyText(all.data?.period, t, date);
  const columns = years.map((one) => ({
    label: one.year,
    value: one.large,
    unknown: one.unknown,
    ...(one.partial && { partly }),
  }));
  const range = rangeOfYears(columns);
  const title =
    range === undefined
      ? t('trends.large.title')
      : t('trends.large.range', { low: number.count(range.low), high: number.count(range.high) });
  const table = years.length === 0 ? undefined : largeTable(years, partly, t, format);
  const covered = all.data?.period;
  const chart = (width: number | '100%') => <YearColumns title={title} columns={columns} tone="seizure" width={width} />;
  return (
    <ChartCard
      form="section"
      title={title}
      reading={t('trends.large.reading', { least, period: covered == null ? '' : date.period(covered.from, covered.to) })}
      outdated={[all, large, ofWeapons, numbered].some(({ outdated }) => outdated)}
      filter={filterOfSeizures(filter)}
      table={table}
      showsTable
      onPaper={years.length === 0 ? undefined : chart(paperWidth)}
    >
      <div className={`${kit.pair} ${seizures.parts}`}>
        {table === undefined ? <div /> : <LargeTable title={title} table={table} years={years} filter={filter} />}
        <div>
          {years.length === 0 ? null : chart('100%')}
          <InPeriod filter={filter} period={period} />
        </div>
      </div>
    </ChartCard>
  );
}

/** The large seizures of the compared period, and those that may be large. */
function InPeriod({ filter, period }: { filter: Filter; period: Period | undefined }) {
  const { t } = useTranslation();
  const { number, date } = useFormat();
  const meant = period && { ...filter, ...period };
  const all = useSummary(meant && filterOfSeizures(meant), seizuresRequest).data?.totals;
  const large = useSummary(meant && filterOfLargeSeizures(meant), byYear).data?.totals;
  if (meant === undefined || all === undefined || large === undefined || all.incidents === 0) return null;
  const [weapons, inLarge] = [all.weapons ?? 0, large.weapons ?? 0];
  const unknown = (all.notReported.weapons ?? 0) - (large.notReported.weapons ?? 0);
  return (
    <p className={`${kit.words} ${kit.top3}`}>
      {t('trends.large.found', {
        period: date.period(meant.from, meant.to),
        large: number.count(large.incidents),
        seizures: t('changes.incidents.weapon_seizure.amount', { count: all.incidents, number: number.count(all.incidents) }),
        share: number.share(large.incidents / all.incidents),
        inLarge: number.count(inLarge),
        weapons: t('measure.weapons.amount', { count: weapons, number: number.count(weapons) }),
        weaponShare: weapons === 0 ? '–' : number.share(inLarge / weapons),
      })}{' '}
      {unknown === 0 ? null : t('trends.large.unknown', { count: unknown, number: number.count(unknown) })}{' '}
      <Link to="/explore" search={{ query: exploreQuery(filterOfLargeSeizures(meant), 'weapons') }}>
        {t('trends.large.list')}
      </Link>
    </p>
  );
}

/** The numbers by year, as a file has them. */
function largeTable(years: readonly LargeYear[], partly: string, t: TFunction, format: Format): ChartTable {
  const { number } = format;
  const count = (value: number) => countCell(value, format);
  const share = (part: number, whole: number) =>
    whole === 0 ? { text: '–', value: null } : { text: number.share(part / whole), value: part / whole };
  const names = ['seizures', 'large', 'share', 'unknown', 'weapons', 'inLarge', 'weaponShare'] as const;
  return {
    name: 'large-seizures',
    columns: [textColumn(t('chart.intervals.year')), ...names.map((name) => numberColumn(t(`trends.large.column.${name}`)))],
    rows: years.map((one) => [
      { text: one.partial ? `${one.year} (${partly})` : one.year, value: one.year },
      count(one.seizures),
      count(one.large),
      share(one.large, one.seizures),
      count(one.unknown),
      count(one.weapons),
      count(one.inLarge),
      share(one.inLarge, one.weapons),
    ]),
  };
}
