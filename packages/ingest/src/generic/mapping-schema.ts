import {
  ageBands,
  datePrecisions,
  incidentSubtypes,
  incidentTypes,
  legalStatuses,
  personOutcomes,
  personRoles,
  placePrecisions,
  relationships,
  seizureModes,
  settings,
  sexes,
  sourceKinds,
  tracedStatuses,
  urbanities,
  type Vocabulary,
  weaponClasses,
} from '@monitor/domain';
import { type Static, type TProperties, Type } from 'typebox';

/** Where the value of a field comes from, once the short forms are written out. */
export interface MappedField {
  /** Columns to look into; the first that is not empty counts. */
  readonly column?: string[];
  /** The same value for every row. */
  readonly value?: string;
  /** What the words of the file stand for; null for "not reported". */
  readonly values?: Record<string, string | null>;
  /** For words that are not in the table; null for "not reported". */
  readonly otherwise?: string | null;
  /** For empty cells. */
  readonly default?: string;
  /** How dates or times are written. */
  readonly formats?: string[];
  /** What parts several values in one cell. */
  readonly split?: string;
  /** Which of two numbers in one cell comes first. */
  readonly order?: 'lat_lon' | 'lon_lat';
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

const Formats = { formats: Type.Optional(Type.Array(Type.String({ minLength: 1 }), { minItems: 1 })) };
const Split = { split: Type.Optional(Type.String({ minLength: 1 })) };

const MappedIncident = Type.Object(
  {
    source_key: Field(),
    occurred_on: Field(undefined, Formats),
    occurred_until: Field(undefined, Formats),
    local_time: Field(undefined, Formats),
    date_precision: Field(datePrecisions),
    country: Field(),
    region: Field(),
    place: Field(),
    lon: Field(),
    lat: Field(),
    coordinates: Field(undefined, {
      order: Type.Optional(Type.Unsafe<'lat_lon' | 'lon_lat'>({ type: 'string', enum: ['lat_lon', 'lon_lat'] })),
    }),
    place_precision: Field(placePrecisions),
    setting: Field(settings),
    urbanity: Field(urbanities),
    type: Field(incidentTypes),
    subtype: Field(incidentSubtypes),
    type_as_reported: Field(),
    killed: Field(),
    killed_low: Field(),
    killed_high: Field(),
    injured: Field(),
    injured_low: Field(),
    injured_high: Field(),
    threatened: Field(),
    suicides: Field(),
  },
  strict,
);

const MappedPerson = Type.Object(
  {
    role: Field(personRoles),
    sex: Field(sexes),
    age: Field(),
    age_band: Field(ageBands),
    outcome: Field(personOutcomes),
    relationship: Field(relationships),
  },
  strict,
);

const MappedWeapon = Type.Object(
  {
    class: Field(weaponClasses, Split),
    count: Field(),
    legal: Field(legalStatuses),
    mode: Field(seizureModes),
    traced: Field(tracedStatuses),
  },
  strict,
);

const MappedSource = Type.Object(
  {
    kind: Field(sourceKinds),
    publisher: Field(undefined, Split),
    url: Field(undefined, Split),
    published_on: Field(undefined, Formats),
    language: Field(),
  },
  strict,
);

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
        synthetic: Type.Optional(Type.Boolean()),
        killed_includes_suicides: Type.Optional(Type.Boolean()),
      },
      strict,
    ),
    file: Type.Optional(
      Type.Object(
        {
          delimiter: Type.Optional(Type.String({ minLength: 1, maxLength: 1 })),
          encoding: Type.Optional(Type.String({ minLength: 1 })),
        },
        strict,
      ),
    ),
    null_words: Type.Optional(Type.Array(Type.String())),
    group_by: Type.Optional(Type.String({ minLength: 1 })),
    incident: MappedIncident,
    people: Type.Optional(Type.Array(MappedPerson)),
    weapons: Type.Optional(Type.Array(MappedWeapon)),
    sources: Type.Optional(Type.Array(MappedSource)),
  },
  strict,
);
export type Mapping = Static<typeof Mapping>;
export type MappedIncident = Mapping['incident'];
