import type { constraintNames } from '@monitor/domain';
import {
  type Constraint,
  constraints,
  type Dimension,
  type DimensionName,
  dimensions,
  type Filter,
  filterLimits,
  filterNames,
  type FilterName,
  formerNames,
  isDimension,
  namedGroup,
  type OpenDimension,
  type Refusal,
  type Vocabulary,
  withoutGroups,
} from '@monitor/domain';

/** What is wrong with one parameter of a query. */
export interface FilterProblem {
  readonly parameter: string;
  readonly code: Refusal['refused'] | 'unknown_parameter' | 'too_many_values' | 'repeated_parameter';
  /** The offending value as given, cut to 100 characters. */
  readonly value: string;
  /** A sentence that says what to do. */
  readonly message: string;
  /** The allowed values, where they are a closed list. */
  readonly allowed?: readonly string[];
}

/** A problem in words with its allowed values, for where people read only the sentence. */
export function withChoices({ message, allowed = [] }: Pick<FilterProblem, 'message' | 'allowed'>): string {
  return allowed.length > 0 ? `${message} Use ${allowed.length > 1 ? 'one of ' : ''}${allowed.join(', ')}.` : message;
}

/** Anything that lists its name and value pairs: `URLSearchParams`, or the entries of a parsed query. */
export type QueryPairs = Iterable<readonly [name: string, value: string]>;

/** The codes of open lists that exist, where the caller knows them; the geography package does. */
export type KnownCodes = { readonly [Name in OpenDimension]?: readonly string[] };

type Refuse = (code: FilterProblem['code'], value: string, message: string, allowed?: readonly string[]) => void;

/**
 * Reads a filter from query parameters. Never throws: what is valid is in `filter`, what is not is in `problems`;
 * the API refuses the request on any problem, the browser shows a notice and continues.
 * @param alsoKnown names of parameters that belong to the endpoint or the screen and are passed over.
 * @param known codes of locations and regions; any that are well formed if they are left out
 */
export function parseFilter(
  pairs: QueryPairs,
  alsoKnown: readonly string[] = [],
  known: KnownCodes = {},
): { filter: Filter; problems: FilterProblem[] } {
  const filter: Record<string, unknown> = {};
  const problems: FilterProblem[] = [];
  const seen = new Set<string>();
  for (const [given, value] of pairs) {
    if (alsoKnown.includes(given)) continue;
    const name = formerNames.get(given) ?? given;
    const refuse: Refuse = (code, wrong, message, allowed) =>
      problems.push({
        parameter: given.slice(0, 100),
        code,
        value: wrong.slice(0, 100),
        message,
        ...(allowed ? { allowed } : {}),
      });
    if (!isFilterName(name)) {
      const allowed = [...filterNames, ...alsoKnown].toSorted();
      refuse('unknown_parameter', value, `"${given.slice(0, 100)}" is not a parameter. Remove it or check its spelling.`, allowed);
    } else if (seen.has(name)) refuse('repeated_parameter', value, `Give "${given}" only once, with commas between its values.`);
    else if (value !== '') filter[name] = isDimension(name) ? readList(name, value, refuse, known) : read(name, value, refuse);
    seen.add(name);
  }
  if (typeof filter.from === 'string' && typeof filter.to === 'string' && filter.from > filter.to) {
    const message = `"to" (${filter.to}) is before "from" (${filter.from}).`;
    problems.push({ parameter: 'to', code: 'bad_value', value: filter.to, message });
    delete filter.to;
  }
  return { filter: Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)), problems };
}

function isFilterName(name: string): name is FilterName {
  return (filterNames as readonly string[]).includes(name);
}

function read(name: (typeof constraintNames)[number], text: string, refuse: Refuse): unknown {
  const found = constraints[name].read(text);
  if ('value' in found) return found.value;
  refuse(found.refused, text, found.message);
  return undefined;
}

/** The codes of a list, sorted; undefined if none of them can be used. */
function readList(name: DimensionName, text: string, refuse: Refuse, known: KnownCodes): readonly string[] | undefined {
  const { values, example }: Dimension = dimensions[name];
  const existing = knownOf(known, name);
  const given = [...new Set(text.split(',').map((part) => part.trim()))].filter((part) => part !== '').toSorted();
  const parts = values instanceof RegExp ? given : withoutGroups(values, given);
  const isValid = (code: string) => (values instanceof RegExp ? code.length <= 60 && values.test(code) : values.has(code));
  const wrong = parts.filter((code) => !isValid(code));
  const missing = parts.filter((code) => isValid(code) && existing?.includes(code) === false);
  const found = parts.filter((code) => !wrong.includes(code) && !missing.includes(code));
  if (found.length > filterLimits.valuesPerList) {
    refuse('too_many_values', text, `Give at most ${filterLimits.valuesPerList} values of "${name}".`);
    return undefined;
  }
  const hint = example === undefined ? '' : ` It takes ${example}.`;
  for (const code of wrong.slice(0, mostRefused)) {
    const message = `"${code.slice(0, 100)}" is not a valid value of "${name}".${hint}`;
    refuse('bad_value', code, message, values instanceof RegExp ? undefined : namesIn(values));
  }
  for (const code of missing.slice(0, mostRefused))
    refuse('bad_value', code, `"${code}" is not a known value of "${name}".${hint}`, nearestCodes(name, code, known));
  return found.length > 0 ? found : undefined;
}

/** Codes of a list, and the names for several of them. */
function namesIn({ codes, groups }: Vocabulary): readonly string[] {
  return [...codes, ...groups.map(({ code }) => code)];
}

function knownOf(known: KnownCodes, name: DimensionName): readonly string[] | undefined {
  return (known as Readonly<Record<string, readonly string[] | undefined>>)[name];
}

/** Values of one list that are refused one by one. */
const mostRefused = 10;

/** What is allowed instead of a code that does not exist: all codes; of a region, those of the same location, or the locations. */
function nearestCodes(name: DimensionName, code: string, known: KnownCodes): readonly string[] {
  const { partOf }: Dimension = dimensions[name];
  if (partOf === undefined) return knownOf(known, name) ?? [];
  const ofSameWhole = code.slice(0, code.indexOf(partOf.mark) + 1);
  const siblings = (knownOf(known, name) ?? []).filter((one) => one.startsWith(ofSameWhole));
  return siblings.length > 0 ? siblings : (knownOf(known, partOf.whole) ?? []).map((one) => `${one}${partOf.mark}…`);
}

/**
 * The canonical query text of a filter: names sorted, lists sorted and without repetition, numbers in their shortest form,
 * nothing that is absent. Equal filters have equal text; the text reads back as the same filter.
 */
export function filterQuery(filter: Filter): string {
  return canonicalPairs(filter)
    .map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll('%2C', ',')}`)
    .join('&');
}

const sortedNames = filterNames.toSorted();

/** The name and value pairs behind `filterQuery`, sorted by name, values not yet escaped. */
export function canonicalPairs(filter: Filter): [FilterName, string][] {
  return sortedNames
    .filter((name) => filter[name] !== undefined)
    .map((name): [FilterName, string] => [name, textOf(name, filter[name])])
    .filter(([, text]) => text !== '');
}

function textOf(name: FilterName, value: unknown): string {
  return isDimension(name) ? listText(name, value as readonly string[]) : (constraints[name] as Constraint<unknown>).write(value);
}

/** The codes of a list, sorted; the name of the group that is just these. */
function listText(name: DimensionName, codes: readonly string[]): string {
  return namedGroup(name, codes)?.code ?? [...new Set(codes)].toSorted().join(',');
}
