import type { Field, FieldValues, Vocabulary } from '@monitor/domain';

/* JSON Schemas of single values, for threads that do without TypeBox too: see without-schemas.ts. */

export function codeSchema(of: Vocabulary, description: string): object {
  return { type: 'string', enum: [...of.codes], description };
}

const schemaOf: Readonly<Record<keyof FieldValues, object>> = {
  date: { type: 'string', format: 'date' },
  time: { type: 'string' },
  text: { type: 'string' },
  degrees: { type: 'number' },
  people: { type: 'integer', minimum: 0 },
  number: { type: 'integer', minimum: 0 },
  age: { type: 'integer', minimum: 0, maximum: 120 },
};

/** The schema of the values of a field, null apart. */
export function plainFieldSchema({ values, meaning }: Field): object {
  return typeof values === 'string'
    ? { ...schemaOf[values], description: meaning }
    : codeSchema(values, `${meaning} Code of the vocabulary "${values.name}".`);
}
