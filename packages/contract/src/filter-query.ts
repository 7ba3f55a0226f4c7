import {
  type Box,
  type Filter,
  filterLimits,
  type FilterName,
  isIsoDate,
  listDimensionNames,
  listDimensions,
  type ListDimension,
  type Ring,
  wantedWords,
} from '@monitor/domain';

/** What is wrong with one parameter of a query. */
export interface FilterProblem {
  readonly parameter: string;
  readonly code:
    | 'unknown_parameter'
    | 'bad_value'
    | 'too_many_values'
    | 'repeated_parameter'
    | 'text_too_long'
    | 'unsearchable_character'
    | 'no_searchable_word';
  /** The offending value as given, cut to 100 characters. */
  readonly value: string;
  /** A sentence that says what to do. */
  readonly message: string;
  /** The allowed values, where they are a closed list. */
  readonly allowed?: readonly string[];
}

export const filterNames: readonly FilterName[] = ['from', 'to', ...listDimensionNames, 'min_victims', 'q', 'bbox', 'within'];

/** Anything that lists its name and value pairs: `URLSearchParams`, or the entries of a parsed query. */
export type QueryPairs = Iterable<readonly [name: string, value: string]>;

/** The codes of open lists that exist, where the caller knows them; the geography package does. */
export type KnownCodes = { readonly [Name in 'country' | 'region']?: readonly string[] };

/**
 * Reads a filter from query parameters. Never throws: what is valid is in `filter`, what is not is in `problems`;
 * the API refuses the request on any problem, the browser shows a notice and goes on.
 * @param alsoKnown names of parameters that belong to the endpoint or the screen and are passed over.
 * @param known codes of locations and regions; any that are well formed where they are left out
 */
export function parseFilter(
  pairs: QueryPairs,
  alsoKnown: readonly string[] = [],
  known: KnownCodes = {},
): { filter: Filter; problems: FilterProblem[] } {
  const filter: Record<string, unknown> = {};
  const problems: FilterProblem[] = [];
  const seen = new Set<string>();
  const refuse = (parameter: string, code: FilterProblem['code'], value: string, message: string, allowed?: readonly string[]) =>
    problems.push({ parameter, code, value: value.slice(0, 100), message, ...(allowed ? { allowed } : {}) });

  for (const [name, value] of pairs) {
    if (alsoKnown.includes(name)) continue;
    if (!(filterNames as readonly string[]).includes(name)) {
      refuse(
        name.slice(0, 100),
        'unknown_parameter',
        value,
        `There is no parameter "${name.slice(0, 100)}".`,
        [...filterNames, ...alsoKnown].toSorted(),
      );
      continue;
    }
    if (seen.has(name)) {
      refuse(name, 'repeated_parameter', value, `Give "${name}" once, with commas between its values.`);
      continue;
    }
    seen.add(name);
    if (value === '') continue;
    const bad = (message: string) => refuse(name, 'bad_value', value, message);

    if (isListDimension(name)) {
      const { values, wrong, missing } = parseList(name, value, knownValues(name, known));
      if (values.length > filterLimits.valuesPerList) {
        refuse(name, 'too_many_values', value, `At most ${filterLimits.valuesPerList} values of "${name}" at once.`);
        continue;
      }
      const expected = listDimensions[name];
      for (const one of wrong) {
        if (expected instanceof RegExp)
          refuse(name, 'bad_value', one, `"${one.slice(0, 100)}" is not a possible value of "${name}"${examples[name] ?? ''}.`);
        else refuse(name, 'bad_value', one, `"${one.slice(0, 100)}" is not one of the values of "${name}".`, expected.codes);
      }
      for (const one of missing)
        refuse(
          name,
          'bad_value',
          one,
          `"${one}" is none of the known values of "${name}"${examples[name] ?? ''}.`,
          nearestCodes(name, one, known),
        );
      if (values.length > 0) filter[name] = values;
    } else if (name === 'from' || name === 'to') {
      if (isIsoDate(value) && value >= filterLimits.firstDay && value <= filterLimits.lastDay) filter[name] = value;
      else bad(`"${name}" takes a calendar date written YYYY-MM-DD, from ${filterLimits.firstDay} to ${filterLimits.lastDay}.`);
    } else if (name === 'min_victims') {
      const number = /^\d{1,6}$/.test(value) ? Number(value) : Number.NaN;
      if (number >= 1 && number <= filterLimits.minVictims) filter[name] = number;
      else bad(`"min_victims" takes a whole number from 1 to ${filterLimits.minVictims}.`);
    } else if (name === 'q') {
      const text = value.replace(/\s+/g, ' ').trim();
      const refuseText = (code: FilterProblem['code'], message: string) => refuse(name, code, value, message);
      if (text.length > filterLimits.textLength)
        refuseText('text_too_long', `"q" takes at most ${filterLimits.textLength} characters.`);
      else if (text.includes('\u0000')) refuseText('unsearchable_character', '"q" takes text without null characters.');
      else if (text !== '' && wantedWords(text).length === 0)
        refuseText('no_searchable_word', '"q" takes words with letters or digits.');
      else if (wantedWords(text).some((words) => words.length > filterLimits.words))
        refuseText('text_too_long', `"q" takes at most ${filterLimits.words} words.`);
      else if (text !== '') filter[name] = text;
    } else if (name === 'bbox') {
      const box = parseBox(value);
      if (box) filter[name] = box;
      else
        bad(
          '"bbox" takes west,south,east,north in degrees: longitudes from -180 to 180, latitudes from -90 to 90, south not above north.',
        );
    } else {
      const ring = parseRing(value);
      if (ring) filter[name] = ring;
      else bad(`"within" takes from 3 to ${filterLimits.ringCorners} corners as lon,lat,lon,lat,… in degrees.`);
    }
  }
  if (typeof filter.from === 'string' && typeof filter.to === 'string' && filter.from > filter.to) {
    refuse('to', 'bad_value', filter.to, `"to" (${filter.to}) lies before "from" (${filter.from}).`);
    delete filter.to;
  }
  return { filter, problems };
}

const examples: Partial<Record<ListDimension, string>> = {
  country: ' (two capital letters, such as RS or XK)',
  region: ' (a code such as RS-20)',
  dataset: ' (a dataset name such as demo)',
};

/**
 * The canonical query text of a filter: names sorted, lists sorted and without repetition, numbers in their shortest form,
 * nothing that is absent. Equal filters have equal text; the text reads back as the same filter.
 */
export function filterQuery(filter: Filter): string {
  return canonicalPairs(filter)
    .map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll('%2C', ',')}`)
    .join('&');
}

/** The name and value pairs behind `filterQuery`, sorted by name, values not yet escaped. */
export function canonicalPairs(filter: Filter): [FilterName, string][] {
  return filterNames
    .toSorted()
    .map((name): [FilterName, string] | undefined => {
      const value = filter[name];
      if (value === undefined) return undefined;
      if (isListDimension(name)) {
        const values = [...new Set(value as readonly string[])].toSorted();
        return values.length === 0 ? undefined : [name, values.join(',')];
      }
      if (name === 'bbox') return [name, (value as Box).map(degrees).join(',')];
      if (name === 'within') return [name, (value as Ring).flat().map(degrees).join(',')];
      return [name, String(value)];
    })
    .filter((pair) => pair !== undefined);
}

function isListDimension(name: string): name is ListDimension {
  return name in listDimensions;
}

function knownValues(name: ListDimension, known: KnownCodes): ReadonlySet<string> | undefined {
  const codes = name === 'country' || name === 'region' ? known[name] : undefined;
  return codes && new Set(codes);
}

/** What is allowed instead of a code that does not exist: all locations; of regions, those of the same location, or the locations. */
function nearestCodes(name: ListDimension, code: string, known: KnownCodes): readonly string[] {
  const siblings = name === 'region' ? (known.region ?? []).filter((one) => one.startsWith(code.slice(0, 3))) : [];
  return siblings.length > 0 ? siblings : (known.country ?? []).map((one) => (name === 'region' ? `${one}-…` : one));
}

/** `wrong` are no values at all, `missing` are well formed and not among those that exist. */
function parseList(
  name: ListDimension,
  text: string,
  existing: ReadonlySet<string> | undefined,
): { values: string[]; wrong: string[]; missing: string[] } {
  const expected = listDimensions[name];
  const parts = [
    ...new Set(
      text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    ),
  ].toSorted();
  const valid = (part: string) => (expected instanceof RegExp ? part.length <= 60 && expected.test(part) : expected.has(part));
  const exists = (part: string) => existing?.has(part) ?? true;
  return {
    values: parts.filter((part) => valid(part) && exists(part)),
    wrong: parts.filter((part) => !valid(part)).slice(0, 10),
    missing: parts.filter((part) => valid(part) && !exists(part)).slice(0, 10),
  };
}

/** Degrees to six decimals, about a decimetre, in the shortest form. */
function degrees(value: number): string {
  return String(roundDegrees(value));
}

function roundDegrees(value: number): number {
  return Math.round(value * 1e6) / 1e6 + 0;
}

function parseNumbers(text: string): number[] | undefined {
  const parts = text.split(',');
  if (!parts.every((part) => /^-?\d{1,3}(?:\.\d{1,15})?$/.test(part))) return undefined;
  return parts.map((part) => roundDegrees(Number(part)));
}

function parseBox(text: string): Box | undefined {
  const [west, south, east, north, ...rest] = parseNumbers(text) ?? [];
  if (west === undefined || south === undefined || east === undefined || north === undefined || rest.length > 0) return undefined;
  const possible = isPosition(west, south) && isPosition(east, north) && south <= north;
  return possible ? [west, south, east, north] : undefined;
}

function parseRing(text: string): Ring | undefined {
  const numbers = parseNumbers(text);
  if (!numbers || numbers.length % 2 !== 0) return undefined;
  const ring: [number, number][] = [];
  for (let index = 0; index < numbers.length; index += 2) ring.push([numbers[index] ?? 0, numbers[index + 1] ?? 0]);
  const possible = ring.length >= 3 && ring.length <= filterLimits.ringCorners && ring.every(([lon, lat]) => isPosition(lon, lat));
  return possible ? ring : undefined;
}

function isPosition(lon: number, lat: number): boolean {
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
}
