import { Type } from 'typebox';
import { type Expression, expressionLimits, queryableFields, queryables, readExpression } from '@monitor/contract';
import { type Box, type Filter, filterLimits, filterNames, type FilterName, isIsoDate } from '@monitor/domain';
import { oneOf, type Parameter, shortText } from '@monitor/engine';
import { crs84 } from './addresses.ts';

/* The query parameters of OGC API – Features. */

/** For clients that name the format in every address. */
export const formatParameter = oneOf(['json'], 'json', 'Format of the response.');

const landingFormats = ['json', 'html'] as const;

/** The landing page is for people, too; absent means what the client accepts. */
export const landingFormat: Parameter<(typeof landingFormats)[number] | undefined> = {
  schema: Type.Unsafe({
    type: 'string',
    enum: landingFormats,
    description: 'Format of the response. If you leave it out, the `Accept` header decides.',
  }),
  read: (text, name, known) => (text === '' ? { value: undefined } : oneOf(landingFormats, 'json', '').read(text, name, known)),
};

const mostItems = 1000;

/** A page size. More than the most is read as the most, as the standard asks. */
const limit: Parameter<number> = {
  schema: Type.Integer({ minimum: 1, maximum: mostItems, default: 100, description: 'Incidents per page.' }),
  read(text, name) {
    const value = text === '' ? 100 : /^\d{1,9}$/.test(text) ? Number(text) : 0;
    return value >= 1 ? { value: Math.min(value, mostItems) } : { message: `"${name}" must be a whole number, 1 or more.` };
  },
};

const bbox: Parameter<Box | undefined> = {
  schema: Type.Unsafe({
    type: 'array',
    items: { type: 'number' },
    minItems: 4,
    maxItems: 6,
    description:
      'A box as west,south,east,north in degrees. Selects incidents with a public point inside it. With six numbers, the third and the sixth are heights, which are ignored.',
  }),
  read(text, name) {
    if (text === '') return { value: undefined };
    const given = text.split(',').map((part) => Number(part.trim() === '' ? Number.NaN : part));
    const [west, south, east, north] = given.length === 6 ? [0, 1, 3, 4].map((at) => given[at]) : given;
    const isWhole = (given.length === 4 || given.length === 6) && given.every((side) => Number.isFinite(side));
    const isOnEarth = [west, east].every((lon) => Math.abs(lon!) <= 180) && [south, north].every((lat) => Math.abs(lat!) <= 90);
    if (isWhole && isOnEarth && south! <= north!) return { value: [west!, south!, east!, north!] };
    return {
      message: `"${name}" must be four or six numbers with commas between them: west,south,east,north in degrees, south not above north.`,
    };
  },
};

type Period = Pick<Filter, 'from' | 'to'>;

const datetime: Parameter<Period> = {
  schema: Type.String({
    description:
      'A date, or an interval of two with a slash between them; `..` or nothing for an open end. Selects incidents whose first day is in it. Times of the day are ignored.',
  }),
  read(text, name) {
    if (text === '') return { value: {} };
    const parts = text.split('/');
    const [start, end] = parts.map(readMoment);
    const refusal = {
      message: `"${name}" must be a date such as 2024-05-31, or an interval such as 2024-01-01/2024-12-31, 2024-01-01/.. or ../2024-12-31.`,
    };
    if (start === undefined || parts.length > 2 || (parts.length === 2 && end === undefined)) return refusal;
    if (parts.length === 1) return start === '' ? refusal : { value: clamped(start, start) };
    if ((start === '' && end === '') || (start !== '' && end !== '' && start > end!)) return refusal;
    return { value: clamped(start, end!) };
  },
};

/** The day of a date or a moment (RFC 3339), `T` alone after it as GDAL writes it; empty if the end is open. */
function readMoment(text: string): string | undefined {
  if (text === '' || text === '..') return '';
  const day = /^(\d{4}-\d{2}-\d{2})(?:$|T(?:$|\d{2}(?::\d{2}(?::\d{2}(?:\.\d+)?)?)?(?:Z|[+-]\d{2}:\d{2})?$))/i.exec(text)?.[1];
  return day !== undefined && isIsoDate(day) ? day : undefined;
}

/** A period within the days that the filter of the product takes. Beyond them nothing is on record. */
function clamped(start: string, end: string): Period {
  const { firstDay, lastDay } = filterLimits;
  const within = (day: string) => (day < firstDay ? firstDay : day > lastDay ? lastDay : day);
  return { ...(start !== '' && { from: within(start) }), ...(end !== '' && { to: within(end) }) };
}

const onlyCrs84 = (of: string) => oneOf([crs84], crs84, `Coordinate reference system of ${of}: longitude and latitude (CRS84).`);

/** Parameters of the filter of the product that keep their meaning here: all but those that this standard has its own for. */
export const keptFilters: readonly FilterName[] = filterNames.filter((name) => !['dataset', 'bbox', 'from', 'to'].includes(name));

/** Queryables that are parameters of their own: the property is this value. Those of the filter are there already. */
const ownQueryables = queryableFields.filter((name) => !(filterNames as readonly string[]).includes(name));

const equals: Readonly<Record<string, Parameter<Expression | undefined>>> = Object.fromEntries(
  ownQueryables.map((name): [string, Parameter<Expression | undefined>] => {
    const { kind, schema } = queryables.get(name)!;
    return [
      name,
      {
        schema: Type.Unsafe(schema),
        read(text) {
          if (text === '') return { value: undefined };
          try {
            return { value: readExpression({ op: '=', args: [{ property: name }, kind === 'number' ? numberIn(text) : text] }) };
          } catch (error) {
            return { message: (error as Error).message };
          }
        },
      },
    ];
  }),
);

function numberIn(text: string): number {
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
}

/** `cql-text` is what drafts of the standard called it, and GDAL still does. */
const filterLanguages = ['cql2-text', 'cql2-json', 'cql-text'] as const;
export type FilterLanguage = (typeof filterLanguages)[number];

export const itemsParameters = {
  f: formatParameter,
  limit,
  bbox,
  datetime,
  filter: shortText(
    expressionLimits.length,
    "A filter in CQL2, such as `killed > 1 AND weapon = 'handgun'`. The queryables list what it can name.",
  ),
  'filter-lang': oneOf(filterLanguages, 'cql2-text', 'Language of `filter`. `cql-text` is an older name of `cql2-text`.'),
  'filter-crs': onlyCrs84('areas in `filter`'),
  'bbox-crs': onlyCrs84('`bbox`'),
  crs: onlyCrs84('the response'),
  cursor: shortText(1000, 'Where the page starts: part of the `next` link of the page before.'),
};

/** Parameters that select by the value of one property. */
export const equalsParameters = equals;
