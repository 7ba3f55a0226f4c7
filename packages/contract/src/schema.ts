import type { TSchema, Type as Builders } from 'typebox';

/** Schemas that a property may do without. */
const optional = new WeakSet<object>();

type Used =
  | 'Array'
  | 'Boolean'
  | 'Immutable'
  | 'Integer'
  | 'Literal'
  | 'Null'
  | 'Number'
  | 'Object'
  | 'Optional'
  | 'Record'
  | 'String'
  | 'Tuple'
  | 'Union'
  | 'Unsafe';

const same = (schema: TSchema) => schema;
const ofType = (type: string) => (options?: object) => ({ type, ...options });

const builders: Readonly<Record<Used, (...given: never[]) => object>> = {
  Array: (items: TSchema, options?: object) => ({ type: 'array', items, ...options }),
  Boolean: ofType('boolean'),
  Immutable: same,
  Integer: ofType('integer'),
  Literal: (value: string | number | boolean) => ({ type: typeof value, const: value }),
  Null: ofType('null'),
  Number: ofType('number'),
  Object(properties: Readonly<Record<string, TSchema>>, options?: object) {
    const required = Object.keys(properties).filter((name) => !optional.has(properties[name]!));
    return { type: 'object', ...(required.length > 0 && { required }), properties, ...options };
  },
  Optional(schema: TSchema) {
    const copy = { ...schema };
    optional.add(copy);
    return copy;
  },
  Record: (_names: TSchema, value: TSchema, options?: object) => ({
    type: 'object',
    patternProperties: { '^.*$': value },
    ...options,
  }),
  String: ofType('string'),
  Tuple: (items: readonly TSchema[], options?: object) => ({
    type: 'array',
    additionalItems: false,
    items,
    minItems: items.length,
    ...options,
  }),
  Union: (anyOf: readonly TSchema[], options?: object) => ({ anyOf, ...options }),
  Unsafe: same,
};

/**
 * Makes JSON Schemas, with the types of typebox and without its four hundred modules, which a server would load into each of its
 * threads, and a command before it begins. The names of a record can be any.
 */
export const Type = builders as unknown as Pick<typeof Builders, Used>;
