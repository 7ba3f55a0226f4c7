import type { FastifyRequest } from 'fastify';
import type { FilterName } from '@monitor/domain';
import { oneOf, type Parameter, year } from '../http/parameters.ts';
import { ProblemError } from '../http/problem-error.ts';
import { type Query, readQuery } from '../http/query.ts';
import type { SharedAnswer, SharedAnswers } from '../http/shared-answers.ts';
import type { Services } from '../services.ts';
import { type IndicatorRequest, indicatorTable, mostPlaces, mostYears } from './indicator-table.ts';

/** What the addresses of the indicators take beside locations and datasets. */
export const indicatorParameters = {
  from_year: year(`First year. Leave it out for five years. At most ${mostYears} years are given.`),
  to_year: year('Last year. Leave it out for the last year of the data.'),
  locations: oneOf(['each', 'together'], 'each', '`together` leaves out the figures of each location.'),
};
/** The parameters of the filter that they take. */
export const indicatorFilter: readonly FilterName[] = ['country', 'dataset'];

type Parameters = Readonly<Record<string, Parameter<unknown>>>;
interface Asked<Own extends Parameters> extends IndicatorRequest {
  readonly values: Query<Own>['values'];
  readonly canonical: string;
}

/** Reads what somebody asks of the indicators. Throws `bad_query` where it is too much, or no period. */
export function readIndicatorRequest<Own extends Parameters>(request: FastifyRequest, own: Own = {} as Own): Asked<Own> {
  const query = readQuery<Own & typeof indicatorParameters>(request, { ...own, ...indicatorParameters }, indicatorFilter);
  const { filter, canonical } = query;
  const { from_year: fromYear, to_year: toYear, locations } = query.values as Query<typeof indicatorParameters>['values'];
  if (fromYear !== undefined && toYear !== undefined) {
    if (fromYear > toYear) throw refusal('to_year', toYear, `"to_year" (${toYear}) is before "from_year" (${fromYear}).`);
    if (toYear - fromYear >= mostYears) throw refusal('from_year', fromYear, `Choose at most ${mostYears} years.`);
  }
  checkPlaces(filter);
  return { filter, fromYear, toYear, each: locations === 'each', canonical, values: query.values };
}

/** Throws `bad_query` where there are too many locations. */
export function checkPlaces({ country = [] }: IndicatorRequest['filter']): void {
  if (country.length > mostPlaces) throw refusal('country', country.join(','), `Choose at most ${mostPlaces} locations.`);
}

function refusal(parameter: string, value: string | number, message: string): ProblemError {
  return new ProblemError('bad_query', message, {
    problems: [{ parameter, code: 'bad_value', value: String(value).slice(0, 100), message }],
  });
}

/** The answer to a request as JSON: calculated once for the page and all files that are made of it. */
export function sharedIndicators(
  services: Services,
  answers: SharedAnswers,
  { filter, fromYear, toYear, each }: IndicatorRequest,
  request: FastifyRequest,
  version: number,
): Promise<SharedAnswer> {
  const name = `indicators ${JSON.stringify([filter.country, filter.dataset, fromYear, toYear, each])}`;
  return answers.find(version, name, request.signal, async (signal) => {
    const table = await indicatorTable(services, { filter, fromYear, toYear, each }, signal);
    return { datasetVersion: table.datasetVersion, body: Buffer.from(JSON.stringify(table)) };
  });
}
