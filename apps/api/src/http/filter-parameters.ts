import { type TObject, type TSchema, Type } from 'typebox';
import { type Filter, filterLimits, listDimensionNames, listDimensions, type ListDimension } from '@monitor/domain';
import type { Parameter } from './parameters.ts';

const listDescriptions: Record<ListDimension, string> = {
  country: 'Locations: ISO 3166-1 alpha-2 codes, and XK for Kosovo*.',
  region: 'First-level regions, such as RS-20.',
  type: 'Incident types.',
  subtype: 'Incident sub-types.',
  weapon: 'Weapon classes; together with `legal` of one and the same weapon.',
  legal: 'Whether the weapon was possessed legally.',
  outcome: 'What came of it for people.',
  victim_sex: 'Sex of a victim; together with `victim_age` of one and the same victim.',
  victim_age: 'Age band of a victim.',
  perpetrator_sex: 'Sex of a perpetrator.',
  relationship: 'How victim and perpetrator know each other.',
  setting: 'Setting.',
  urbanity: 'Urban or rural.',
  source: 'Kinds of source.',
  precision: 'How well the place is known.',
  dataset: 'Datasets, by their short name.',
};

const listSchema = (name: ListDimension): TSchema => {
  const expected = listDimensions[name];
  const items =
    expected instanceof RegExp ? { type: 'string', pattern: expected.source } : { type: 'string', enum: [...expected.codes] };
  const description = `${listDescriptions[name]} Commas between values; any of them.`;
  return Type.Unsafe({ type: 'array', items, maxItems: filterLimits.valuesPerList, description });
};

const filterSchemas: Record<keyof Filter, TSchema> = {
  from: Type.String({ format: 'date', description: 'First day, included.' }),
  to: Type.String({ format: 'date', description: 'Last day, included.' }),
  ...(Object.fromEntries(listDimensionNames.map((name) => [name, listSchema(name)])) as Record<ListDimension, TSchema>),
  min_victims: Type.Integer({
    minimum: 1,
    maximum: filterLimits.minVictims,
    description: 'Least number of people killed and injured together.',
  }),
  q: Type.String({
    maxLength: filterLimits.textLength,
    description:
      'Words, each of which begins a word of place, region, location, publisher, identifier or reported type; case and diacritics do not matter, Cyrillic and Latin find each other.',
  }),
  bbox: Type.String({ description: 'west,south,east,north in degrees; incidents with a public point in the box.' }),
  within: Type.String({
    description: `A polygon of 3 to ${filterLimits.ringCorners} corners as lon,lat,lon,lat,… in degrees; incidents with a public point in it.`,
  }),
};

type Parameters = Readonly<Record<string, Parameter<unknown>>>;

/** The query of an endpoint that takes a filter, for the documentation. */
export function filterQuerySchema(own: Parameters = {}): TObject {
  return querySchema(own, filterSchemas);
}

/** The query of an endpoint that takes no filter, for the documentation. */
export function querySchema(own: Parameters, filter: Readonly<Record<string, TSchema>> = {}): TObject {
  const schemas = [
    ...Object.entries(own).map(([name, parameter]): [string, TSchema] => [name, parameter.schema]),
    ...Object.entries(filter),
  ];
  // Style and explode say that the values of a list stand in one parameter with commas between.
  return Type.Object(Object.fromEntries(schemas.map(([name, schema]) => [name, Type.Optional(schema)])), {
    style: 'form',
    explode: false,
  });
}
