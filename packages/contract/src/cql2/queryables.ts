import { type Dimension, dimensionNames, dimensions, type Field, incidentFields, namesOf } from '@monitor/domain';
import { codeSchema, plainFieldSchema } from '../plain-schemas.ts';

/**
 * What a filter can compare with a property. `codes` are those of all subjects of an incident, of which any one may be meant; `point` is
 * where it happened.
 */
export type QueryableKind = 'text' | 'number' | 'day' | 'codes' | 'point';

export interface Queryable {
  readonly kind: QueryableKind;
  /** JSON Schema of its values, without null. */
  readonly schema: object;
}

/** The fields of the list that a filter can name. The point is one property. */
export const queryableFields = namesOf(incidentFields, 'list').filter((name) => name !== 'lon' && name !== 'lat');
export type QueryableField = (typeof queryableFields)[number];

/** The dimensions whose codes are those of the subjects of an incident. */
export const queryableSubjects = dimensionNames.filter((name) => dimensions[name].subject !== 'incident');

const kindOf: Readonly<Record<string, QueryableKind>> = { date: 'day', people: 'number', number: 'number', age: 'number' };

/** Name of the property that is where an incident happened. */
export const pointProperty = 'geometry';

/**
 * What a filter of the OGC API can name: the fields that everybody sees in the list, the lists of the filter, and the point. Nothing else
 * of the record can be compared, so that no filter can find out what the list does not show.
 */
export const queryables: ReadonlyMap<string, Queryable> = new Map<string, Queryable>([
  ['id', { kind: 'text', schema: { type: 'string', description: 'Permanent public identifier.', 'x-ogc-role': 'id' } }],
  ...queryableFields.map((name): [string, Queryable] => {
    const field: Field = incidentFields[name];
    const kind = typeof field.values === 'string' ? (kindOf[field.values] ?? 'text') : 'text';
    const role = name === 'occurred_on' ? { 'x-ogc-role': 'primary-instant' } : {};
    return [name, { kind, schema: { ...plainFieldSchema(field), ...role } }];
  }),
  ...queryableSubjects.map((name): [string, Queryable] => {
    const { values, description }: Dimension = dimensions[name];
    const words = `${description.replace(/ Together with .*$/, '')} An incident can have several: it is enough if one of them is meant.`;
    const schema = values instanceof RegExp ? { type: 'string', description: words } : codeSchema(values, words);
    return [name, { kind: 'codes', schema }];
  }),
  [
    pointProperty,
    {
      kind: 'point',
      schema: {
        // Understood by clients that look for either.
        $ref: 'https://geojson.org/schema/Point.json',
        format: 'geometry-point',
        'x-ogc-role': 'primary-geometry',
        description: 'Public point in degrees (CRS84). No value where only the region or location is known.',
      },
    },
  ],
]);
