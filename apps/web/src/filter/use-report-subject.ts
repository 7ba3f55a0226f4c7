import type { CalendarPeriod, Period } from '@monitor/domain';
import { coverageOf, datasetsInScope } from '@monitor/findings';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { queries } from '../api/queries.ts';
import { latestQuarter, type ReportAddress, readReportAddress } from './report-address.ts';

/** What the address asks a brief of. */
export interface ReportSubject extends ReportAddress {
  /** That of the address, or the last whole quarter of the data; undefined while neither is known, or without data. */
  readonly period: CalendarPeriod | undefined;
  /** First and last day of the data; undefined while it is not known, or where there is none. */
  readonly coverage: Period | undefined;
}

/** The place and period of a brief, read from the address. @param enabled false on other pages, where the data are not asked for */
export function useReportSubject(enabled = true): ReportSubject {
  const { query } = useSearch({ from: '__root__' });
  const { data } = useQuery({ ...queries.datasets(), enabled });
  const address = readReportAddress(query);
  const coverage = data && coverageOf(datasetsInScope(address, data.datasets));
  return { ...address, coverage, period: address.period ?? (coverage && latestQuarter(coverage)) };
}
