import { parseFilter, viewNames } from '@monitor/contract';
import type { Period } from '@monitor/domain';
import { type AskedBrief, askedBrief, briefCoverage, briefPeriod, type BriefSubject } from '@monitor/findings';
import { knownCodes } from '@monitor/geography';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { queries } from '../api/queries.ts';

/** What the address asks a brief of. */
export interface ReportSubject {
  /** The address without what a brief cannot use. */
  readonly asked: AskedBrief;
  /** With the last whole quarter of the data of its place where the address has no period; undefined while it is not known, or without data. */
  readonly subject: BriefSubject | undefined;
  /** First and last day of the data of its place; undefined while it is not known, or if there is none. */
  readonly coverage: Period | undefined;
}

/** The place and period of a brief, read from the address. @param enabled false on other pages, where the data is not needed */
export function useReportSubject(enabled = true): ReportSubject {
  const { query } = useSearch({ from: '__root__' });
  const { data } = useQuery({ ...queries.datasets(), enabled });
  const { filter } = parseFilter([...new URLSearchParams(query)], viewNames, knownCodes);
  const asked = askedBrief(filter);
  const period = briefPeriod(asked, data?.datasets ?? []);
  return {
    asked,
    subject: period && { ...asked, period },
    coverage: data && briefCoverage(asked, data.datasets),
  };
}
