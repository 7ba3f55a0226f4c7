import { csvStyles } from '@monitor/contract';
import type { FilterName } from '@monitor/domain';
import { oneOf, year } from '../request/parameters.ts';
import { type Parameters, type Query, readQuery, type Requested } from '../request/read-query.ts';
import { indicatorRefusal, type IndicatorRequest, mostYears } from './indicator-table.ts';

/** What the addresses of the indicators take beside locations and datasets. */
export const indicatorParameters = {
  from_year: year(`First year. Leave it out for five years. At most ${mostYears} years are given.`),
  to_year: year('Last year. Leave it out for the last year of the data.'),
  locations: oneOf(['each', 'together'], 'each', '`together` leaves out the figures of each location.'),
};
/** What their CSV takes too. */
export const indicatorCsvParameters = {
  style: oneOf(
    csvStyles,
    'plain',
    '`readable` is for spreadsheets: headings in words, cells separated by `;`, decimal commas, and a byte-order mark.',
  ),
};
/** The parameters of the filter that they take. */
export const indicatorFilter: readonly FilterName[] = ['country', 'dataset'];

interface Asked<Own extends Parameters> extends IndicatorRequest {
  readonly values: Query<Own>['values'];
  readonly canonical: string;
}

/** Reads what somebody asks of the indicators. Throws `bad_query` where it is too much, or no period. */
export function readIndicatorRequest<Own extends Parameters>(request: Requested, own: Own = {} as Own): Asked<Own> {
  const query = readQuery<Own & typeof indicatorParameters>(request, { ...own, ...indicatorParameters }, indicatorFilter);
  const { filter, canonical } = query;
  const { from_year: fromYear, to_year: toYear, locations } = query.values as Query<typeof indicatorParameters>['values'];
  if (fromYear !== undefined && toYear !== undefined) {
    if (fromYear > toYear) throw indicatorRefusal('to_year', toYear, `"to_year" (${toYear}) is before "from_year" (${fromYear}).`);
    if (toYear - fromYear >= mostYears) throw indicatorRefusal('from_year', fromYear, `Choose at most ${mostYears} years.`);
  }
  return { filter, fromYear, toYear, each: locations === 'each', canonical, values: query.values };
}
