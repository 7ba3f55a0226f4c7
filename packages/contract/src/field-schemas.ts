import { type Static, type TSchema, type TUnsafe, Type } from 'typebox';
import { type Field, type Fields, namesOf, type NamesOf, type Shown, type ValueOf, type Vocabulary } from '@monitor/domain';
import { codeSchema, plainFieldSchema } from './plain-schemas.ts';

/** Reference to a schema that the description of the API says once, with the type of that schema. */
export function component<Schema extends TSchema & { $id?: string }>(schema: Schema, more: object = {}): TUnsafe<Static<Schema>> {
  return Type.Unsafe<Static<Schema>>({ $ref: `${schema.$id}#`, ...more });
}

/* The schemas of what the list of fields says that an answer holds. */

export const Nullable = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);

export const CodeFrom = <Code extends string>(of: Vocabulary<Code>, description = `Code of the vocabulary "${of.name}".`) =>
  Type.Unsafe<Code>(codeSchema(of, description));

function fieldSchema(field: Field): TSchema {
  const schema = Type.Unsafe(plainFieldSchema(field));
  return field.required ? schema : Nullable(schema);
}

/** The schemas of the fields that are shown so, in the order of their list. */
export function fieldSchemas<List extends Fields, Way extends Shown>(fields: List, shown: Way) {
  const schemas = namesOf(fields, shown).map((name) => [name, fieldSchema(fields[name] as Field)]);
  return Object.fromEntries(schemas) as { [Name in NamesOf<List, { readonly shown: Way }>]: TUnsafe<ValueOf<List[Name]>> };
}
