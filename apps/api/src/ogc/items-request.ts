import type { FastifyRequest } from 'fastify';
import { type Expression, FilterExpressionError, readExpression, readExpressionText } from '@monitor/contract';
import type { Filter } from '@monitor/domain';
import { ProblemError } from '../http/problem-error.ts';
import { readQuery } from '../http/query.ts';
import { equalsParameters, type FilterLanguage, itemsParameters, keptFilters } from './parameters.ts';

/** What a request for the items of a collection selects. */
interface ItemsRequest {
  readonly filter: Filter;
  /** What the incidents must meet beside the filter; true if there is nothing. */
  readonly expression: Expression;
  readonly limit: number;
  readonly cursor: string | undefined;
  readonly canonical: string;
}

/** Reads the query of the items of a dataset. Throws `bad_query` with everything that is wrong. */
export function readItemsRequest(request: FastifyRequest, dataset: string): ItemsRequest {
  const { filter, values, canonical } = readQuery(request, { ...itemsParameters, ...equalsParameters }, keptFilters);
  const { limit, bbox, datetime, cursor } = values;
  const given = values.filter === undefined ? [] : [readFilter(values.filter, values['filter-lang'])];
  const equal = Object.keys(equalsParameters).flatMap(
    (name) => ((values as Readonly<Record<string, unknown>>)[name] as Expression | undefined) ?? [],
  );
  const all = [...given, ...equal];
  const selected: Filter = { ...filter, ...datetime, ...(bbox && { bbox }), dataset: [dataset] };
  // For the log.
  request.filter = selected;
  const [first = true] = all;
  return {
    filter: selected,
    expression: all.length > 1 ? { op: 'and', args: all } : first,
    limit,
    cursor,
    canonical,
  };
}

function readFilter(text: string, language: FilterLanguage): Expression {
  try {
    return language === 'cql2-json' ? readExpression(parseJson(text)) : readExpressionText(text);
  } catch (error) {
    if (!(error instanceof FilterExpressionError)) throw error;
    const problem = { parameter: 'filter', code: 'bad_value', value: text.slice(0, 100), message: error.message };
    throw new ProblemError('bad_query', error.message, { problems: [problem] });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new FilterExpressionError('"filter" is not JSON. For CQL2 as text, leave out "filter-lang".');
  }
}
