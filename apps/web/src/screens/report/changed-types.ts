import { yearsEarlier } from '@monitor/domain';
import { compareCoverage } from '@monitor/findings';
import { benjaminiHochberg, pValueOfChange, rateRatio } from '@monitor/statistics';
import { type Brief, filterOf } from './brief.ts';
import { intervalWords, type Writing } from './change-sentences.ts';
import { type TypeRow, typeRows } from './rows.ts';

/** A type whose incidents clearly changed, with the 95% interval of the difference as shares of one. */
export interface ChangedType {
  readonly row: TypeRow;
  readonly low: number;
  readonly high: number;
}

/** Among the types that are called changed, at most this share is chance, on average. */
const falseDiscoveries = 0.05;

/**
 * The types with clearly more or fewer incidents than a year before, after correction for how many are compared (Benjamini and
 * Hochberg, 1995), the surest first. Undefined where the data do not cover both periods.
 */
export function changedTypes(brief: Brief): ChangedType[] | undefined {
  const coverage = compareCoverage(brief.datasets, filterOf(brief), brief.period, yearsEarlier(brief.period, 1));
  if (coverage.kind !== 'comparable') return undefined;
  const tested = typeRows(brief).flatMap((row) => {
    const change = rateRatio({ events: row.now, exposure: coverage.days }, { events: row.before, exposure: coverage.otherDays });
    return row.code === 'rest' || change.kind !== 'change' ? [] : [{ row, change, p: pValueOfChange(change) }];
  });
  const adjusted = benjaminiHochberg(tested.map(({ p }) => p));
  return tested
    .map(({ row, change }, index) => ({ row, low: change.low - 1, high: change.high - 1, p: adjusted[index] ?? 1 }))
    .filter(({ p }) => p <= falseDiscoveries)
    .toSorted((one, other) => one.p - other.p);
}

/** So many are said; more would not fit above the table. */
const mostSaid = 1;

/** What clearly changed, in a sentence. */
export function changedTypesWords(brief: Brief, writing: Writing): string {
  const { t, format, terms } = writing;
  const changed = changedTypes(brief);
  const year = format.date.year(yearsEarlier(brief.period, 1).from);
  if (changed === undefined) return t('report.types.notCompared', { year });
  if (changed.length === 0) return t('report.types.unchanged', { year });
  const said = changed.slice(0, mostSaid).map(({ row, low, high }) =>
    t('report.types.changed', {
      type: row.code === 'rest' ? t('report.types.rest') : terms.label('type', row.code),
      interval: intervalWords(low, high, writing),
    }),
  );
  const others = changed.length - said.length;
  return [...said, ...(others > 0 ? [t('report.types.alsoChanged', { count: others })] : [])].join(' ');
}
