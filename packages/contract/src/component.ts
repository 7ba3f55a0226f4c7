import { type Static, type TSchema, type TUnsafe, Type } from 'typebox';

/** Reference to a schema that the description of the API says once, with the type of that schema. */
export function component<Schema extends TSchema & { $id?: string }>(schema: Schema, more: object = {}): TUnsafe<Static<Schema>> {
  return Type.Unsafe<Static<Schema>>({ $ref: `${schema.$id}#`, ...more });
}
