import { type Fields, type Vocabulary, weaponClasses, weaponFields } from '@monitor/domain';
import { type Static, type TProperties, Type } from 'typebox';
import { mostHeaderLines } from '../kinds/read-header.ts';
import { reportedFields, reportedPersonFields, reportedSourceFields } from '../raw-incident.ts';

/** Where the value of a field comes from, once the short forms are written out. */
export interface MappedField {
  /** Columns to look into; the first that is not empty counts. */
  readonly column?: string[];
  /** Columns that together say it. */
  readonly join?: string[];
  /** Columns of numbers to add up. */
  readonly sum?: string[];
  /** The same value for every row. */
  readonly value?: string;
  /** What the words of the file mean; null for "not reported". */
  readonly values?: Record<string, string | null>;
  /** For words that are not in the table; null for "not reported". */
  readonly otherwise?: string | null;
  /** For empty cells. */
  readonly default?: string;
  /** How dates or times are written. */
  readonly formats?: string[];
  /** The time zone in which moments of UTC or with an offset are a day and a time. */
  readonly zone?: string;
  /** What parts several values in one cell. */
  readonly split?: string;
  /** Said by whoever wrote the mapping, of text that may be published whatever it is. */
  readonly publish?: 'all';
  /** Which of two numbers in one cell comes first. */
  readonly order?: 'lat_lon' | 'lon_lat';
}

/** All columns that a field is read from. */
export function columnsOf({ column = [], join = [], sum = [] }: MappedField): string[] {
  return [...column, ...join, ...sum];
}

const strict = { additionalProperties: false };
const Columns = Type.Array(Type.String({ minLength: 1 }), { minItems: 1 });

/** A field whose values are free, or codes of a vocabulary. */
function Field(vocabulary?: Vocabulary, more: TProperties = {}) {
  const codes = vocabulary && [...vocabulary.codes];
  const Value = Type.Unsafe<string>(codes ? { type: 'string', enum: codes } : { type: 'string' });
  const Target = Type.Unsafe<string | null>(codes ? { enum: [...codes, null] } : { type: ['string', 'null'] });
  return Type.Optional(
    Type.Unsafe<MappedField>(
      Type.Object(
        {
          column: Type.Optional(Columns),
          value: Type.Optional(Value),
          values: Type.Optional(Type.Record(Type.String(), Target)),
          otherwise: Type.Optional(Target),
          default: Type.Optional(Value),
          ...more,
        },
        strict,
      ),
    ),
  );
}

const Publish = { publish: Type.Optional(Type.Unsafe<'all'>({ type: 'string', enum: ['all'] })) };
const Join = { join: Type.Optional(Columns) };
const Moment = { formats: Type.Optional(Columns), zone: Type.Optional(Type.String()), ...Join };
const Sum = { sum: Type.Optional(Columns) };
const Split = { split: Type.Optional(Type.String({ minLength: 1 })) };

/** A field of the mapping for each of a list, and what else some of them take. */
function mappedFields<List extends Fields>(fields: List, more: { readonly [Name in keyof List]?: TProperties } = {}) {
  const mapped = Object.entries(fields).map(([name, { values }]) => {
    if (typeof values !== 'string') return [name, Field(values, more[name])];
    if (values === 'date' || values === 'time') return [name, Field(undefined, Moment)];
    if (values === 'people' || values === 'number') return [name, Field(undefined, Sum)];
    return [name, Field(undefined, more[name])];
  });
  return Object.fromEntries(mapped) as { [Name in keyof List]: ReturnType<typeof Field> };
}

const Key = Type.Object({ column: Type.Optional(Columns), ...Join }, strict);
const WantedWords = Type.Array(Type.Unsafe<string | null>({ type: ['string', 'null'] }), { minItems: 1 });

const MappedIncident = Type.Object(
  {
    source_key: Field(undefined, Join),
    ...mappedFields(reportedFields, { type_as_reported: Publish }),
    coordinates: Field(undefined, {
      order: Type.Optional(Type.Unsafe<'lat_lon' | 'lon_lat'>({ type: 'string', enum: ['lat_lon', 'lon_lat'] })),
    }),
  },
  strict,
);
const MappedPerson = Type.Object({ key: Field(undefined, Join), ...mappedFields(reportedPersonFields) }, strict);
/** What a sketch writes in place of what only a person can say. */
export const notYetKnown = 'not yet known';
/** What words such as "unarmed" mean in a column of weapons. */
export const noWeapon = 'none';
const ClassOrNone = Type.Unsafe<string | null>({ enum: [...weaponClasses.codes, noWeapon, null] });
const Classes = { values: Type.Optional(Type.Record(Type.String(), ClassOrNone)), otherwise: Type.Optional(ClassOrNone) };
const MappedWeapon = Type.Object(mappedFields(weaponFields, { class: { ...Split, ...Classes } }), strict);
const MappedSource = Type.Object(mappedFields(reportedSourceFields, { publisher: { ...Split, ...Publish }, url: Split }), strict);

/** The mapping file, once its short forms are written out. The reference is docs/importing.md. */
export const Mapping = Type.Object(
  {
    dataset: Type.Object(
      {
        slug: Type.String({ minLength: 2, maxLength: 60 }),
        title: Type.String({ minLength: 1, maxLength: 200 }),
        description: Type.Optional(Type.String({ maxLength: 2000 })),
        licence: Type.String({ minLength: 1, maxLength: 200 }),
        licence_url: Type.Optional(Type.String({ pattern: '^https?://' })),
        attribution: Type.String({ minLength: 1, maxLength: 500 }),
        url: Type.Optional(Type.String({ pattern: '^https?://' })),
        covers: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
        synthetic: Type.Optional(Type.Boolean()),
        killed_includes_suicides: Type.Optional(Type.Boolean()),
        public_identifiers: Type.Optional(Type.Boolean()),
      },
      strict,
    ),
    file: Type.Optional(
      Type.Object(
        {
          delimiter: Type.Optional(Type.String({ minLength: 1, maxLength: 1 })),
          encoding: Type.Optional(Type.String({ minLength: 1 })),
          header_lines: Type.Optional(Type.Integer({ minimum: 2, maximum: mostHeaderLines })),
          sheet: Type.Optional(Type.String({ minLength: 1 })),
          records: Type.Optional(Type.String({ minLength: 1 })),
        },
        strict,
      ),
    ),
    null_words: Type.Optional(Type.Array(Type.String())),
    where: Type.Optional(Type.Record(Type.String(), WantedWords)),
    group_by: Type.Optional(Key),
    people_file: Type.Optional(Type.Object({ group_by: Key }, strict)),
    points: Type.Optional(Type.Unsafe<'as_published'>({ type: 'string', enum: ['as_published'] })),
    rows: Type.Optional(Type.Unsafe<'incidents' | typeof notYetKnown>({ type: 'string', enum: ['incidents', notYetKnown] })),
    words: Type.Optional(Type.Unsafe<'unchecked'>({ type: 'string', enum: ['unchecked'] })),
    places: Type.Optional(Type.Record(Type.String(), Type.String({ minLength: 1 }))),
    incident: MappedIncident,
    people: Type.Optional(Type.Array(MappedPerson)),
    weapons: Type.Optional(Type.Array(MappedWeapon)),
    sources: Type.Optional(Type.Array(MappedSource)),
  },
  strict,
);
export type Mapping = Static<typeof Mapping>;
export type MappedIncident = Mapping['incident'];
export type MappedPerson = Static<typeof MappedPerson>;
export type MappedWeapon = Static<typeof MappedWeapon>;
