import { canonicalPairs, type KnownCodes, parseFilter, withChoices } from '@monitor/contract';
import { type Filter, filterNames, type FilterName } from '@monitor/domain';
import type { Parameter } from './parameters.ts';
import { type ParameterProblem, ProblemError } from './problem-error.ts';

/** The parameters of an endpoint, by name. */
export type Parameters = Readonly<Record<string, Parameter<unknown>>>;
type ValuesOf<Own extends Parameters> = { readonly [Name in keyof Own]: Own[Name] extends Parameter<infer Value> ? Value : never };

/** A request, by whatever way it came. */
export interface Requested {
  /** Path and query. */
  readonly url: string;
  /** Locations and regions that a filter may name. */
  readonly knownCodes: KnownCodes;
}

export interface Query<Own extends Parameters> {
  readonly filter: Filter;
  /** The endpoint's own parameters, defaults filled in. */
  readonly values: ValuesOf<Own>;
  /** Path and query in canonical form: the same text for the same request however it is written, and for no other. */
  readonly canonical: string;
}

/** More than this are not listed; a hostile query must not be answered by a page many times its size. */
const mostProblems = 20;
/** More values than this are not repeated in the sentence for people: `problems` has them. */
const mostChoices = 20;

/**
 * Reads the filter and the endpoint's own parameters, which go before those of the filter with the same name. Throws `bad_query` with
 * everything that is wrong.
 * @param names the parameters of the filter that the endpoint takes; all if left out
 */
export function readQuery<Own extends Parameters>(
  { url, knownCodes }: Requested,
  own: Own,
  names: readonly FilterName[] = filterNames,
): Query<Own> {
  const { path, pairs } = split(url);
  const taken = pairs.filter(([name]) => !isFilterName(name) || names.includes(name) || Object.hasOwn(own, name));
  const others = pairs.filter((pair) => !taken.includes(pair));
  const { filter, problems: filterProblems } = parseFilter(taken, Object.keys(own), knownCodes);
  const problems: ParameterProblem[] = [...filterProblems, ...others.map((pair) => unknown(pair, [...Object.keys(own), ...names]))];
  const values = readOwn(pairs, own, knownCodes, problems);
  refuse(problems);
  const canonical = canonicalText(path, [...canonicalPairs(filter), ...ownPairs(values)]);
  return { filter, values, canonical };
}

/** Reads the parameters of an endpoint that takes no filter. Throws `bad_query` with everything that is wrong. */
export function readParameters<Own extends Parameters>({ url, knownCodes }: Requested, own: Own): Omit<Query<Own>, 'filter'> {
  const { path, pairs } = split(url);
  const known = Object.keys(own);
  const problems = pairs.filter(([name]) => !known.includes(name)).map((pair) => unknown(pair, known));
  const values = readOwn(pairs, own, knownCodes, problems);
  refuse(problems);
  return { values, canonical: canonicalText(path, ownPairs(values)) };
}

type Pair = [name: string, value: string];

function unknown([name, value]: Pair, allowed: readonly string[]): ParameterProblem {
  const parameter = name.slice(0, 100);
  const message = `This address has no parameter "${parameter}".`;
  return { parameter, code: 'unknown_parameter', value: value.slice(0, 100), message, allowed: [...allowed] };
}

function isFilterName(name: string): name is FilterName {
  return (filterNames as readonly string[]).includes(name);
}

function split(url: string): { path: string; pairs: Pair[] } {
  const at = url.indexOf('?');
  return at === -1 ? { path: url, pairs: [] } : { path: url.slice(0, at), pairs: [...new URLSearchParams(url.slice(at))] };
}

function readOwn<Own extends Parameters>(
  pairs: readonly Pair[],
  own: Own,
  known: KnownCodes,
  problems: ParameterProblem[],
): ValuesOf<Own> {
  const values: Record<string, unknown> = {};
  for (const [parameter, { read }] of Object.entries(own)) {
    const [given = '', ...more] = pairs.filter(([name]) => name === parameter).map(([, value]) => value);
    if (more.length > 0) {
      const message = `Give "${parameter}" only once.`;
      problems.push({ parameter, code: 'repeated_parameter', value: (more[0] ?? '').slice(0, 100), message });
      continue;
    }
    const result = read(given, parameter, known);
    if ('value' in result) values[parameter] = result.value;
    else problems.push({ parameter, code: 'bad_value', value: given.slice(0, 100), ...result });
  }
  return values as ValuesOf<Own>;
}

function refuse(problems: readonly ParameterProblem[]): void {
  const [first] = problems;
  if (first === undefined) return;
  const { code, message, allowed = [] } = first;
  const detail = code === 'bad_value' && allowed.length <= mostChoices ? withChoices(first) : message;
  throw new ProblemError('bad_query', detail, { problems: problems.slice(0, mostProblems) });
}

/** The own parameters as they were understood, defaults included, so that it does not matter how they are written. */
function ownPairs(values: Readonly<Record<string, unknown>>): Pair[] {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]): Pair => [name, JSON.stringify(value)]);
}

function canonicalText(path: string, pairs: readonly (readonly [string, string])[]): string {
  return `${path}?${pairs.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`;
}
