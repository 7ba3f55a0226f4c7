import { type TSchema, type TUnsafe, Type } from 'typebox';
import {
  type Field,
  type Fields,
  type FieldValues,
  namesOf,
  type NamesOf,
  type Shown,
  type ValueOf,
  type Vocabulary,
} from '@monitor/domain';

/* The schemas of what the list of fields says that an answer holds. */

export const Nullable = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);

export const CodeFrom = <Code extends string>(of: Vocabulary<Code>, description = `Code of the vocabulary "${of.name}".`) =>
  Type.Unsafe<Code>({ type: 'string', enum: [...of.codes], description });

const schemaOf: Readonly<Record<keyof FieldValues, (description: string) => TSchema>> = {
  date: (description) => Type.String({ format: 'date', description }),
  time: (description) => Type.String({ description }),
  text: (description) => Type.String({ description }),
  degrees: (description) => Type.Number({ description }),
  people: (description) => Type.Integer({ minimum: 0, description }),
  number: (description) => Type.Integer({ minimum: 0, description }),
  age: (description) => Type.Integer({ minimum: 0, maximum: 120, description }),
};

/** The schema of the values of a field, null apart. */
export function plainFieldSchema({ values, meaning }: Field): TSchema {
  return typeof values === 'string'
    ? schemaOf[values](meaning)
    : CodeFrom(values, `${meaning} Code of the vocabulary "${values.name}".`);
}

function fieldSchema(field: Field): TSchema {
  const schema = plainFieldSchema(field);
  return field.required ? schema : Nullable(schema);
}

/** The schemas of the fields that are shown so, in the order of their list. */
export function fieldSchemas<List extends Fields, Way extends Shown>(fields: List, shown: Way) {
  const schemas = namesOf(fields, shown).map((name) => [name, fieldSchema(fields[name] as Field)]);
  return Object.fromEntries(schemas) as { [Name in NamesOf<List, { readonly shown: Way }>]: TUnsafe<ValueOf<List[Name]>> };
}
