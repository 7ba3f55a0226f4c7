import { type Static, type TSchema, Type } from 'typebox';
import {
  ageBands,
  datePrecisions,
  incidentSubtypes,
  incidentTypes,
  legalStatuses,
  personOutcomes,
  personRoles,
  placePrecisions,
  recordStatuses,
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

const Nullable = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);
const CodeFrom = <Code extends string>(of: Vocabulary<Code>) =>
  Type.Unsafe<Code>({ type: 'string', enum: [...of.codes], description: `Code of the vocabulary "${of.name}".` });
const Count = Type.Integer({ minimum: 0, description: 'Number of people.' });

/** One row of the list; columns of the CSV have the same names. */
export const IncidentItem = Type.Object(
  {
    id: Type.String({ description: 'Stable public identifier.' }),
    dataset: Type.String(),
    occurred_on: Type.String({ format: 'date' }),
    occurred_until: Nullable(Type.String({ format: 'date' })),
    local_time: Nullable(Type.String({ description: 'HH:MM, local.' })),
    date_precision: CodeFrom(datePrecisions),
    country: Type.String({ description: 'Jurisdiction code.' }),
    region: Nullable(Type.String()),
    place: Nullable(Type.String()),
    lon: Nullable(Type.Number()),
    lat: Nullable(Type.Number()),
    place_precision: CodeFrom(placePrecisions),
    setting: CodeFrom(settings),
    urbanity: CodeFrom(urbanities),
    type: CodeFrom(incidentTypes),
    subtype: Nullable(CodeFrom(incidentSubtypes)),
    type_as_reported: Nullable(Type.String()),
    killed: Nullable(Count),
    injured: Nullable(Count),
    threatened: Nullable(Count),
    suicides: Nullable(Count),
    weapons: Type.Array(CodeFrom(weaponClasses), { description: 'Weapon classes, each once.' }),
    sources: Type.Array(CodeFrom(sourceKinds), { description: 'Kinds of source, each once.' }),
  },
  { $id: 'IncidentItem' },
);
export type IncidentItem = Static<typeof IncidentItem>;

export const IncidentList = Type.Object(
  {
    datasetVersion: Type.Integer(),
    total: Type.Integer({ minimum: 0 }),
    nextCursor: Nullable(Type.String()),
    items: Type.Array(IncidentItem),
  },
  { $id: 'IncidentList' },
);
export type IncidentList = Static<typeof IncidentList>;

export const PersonDetail = Type.Object({
  role: CodeFrom(personRoles),
  sex: CodeFrom(sexes),
  age_band: CodeFrom(ageBands),
  outcome: CodeFrom(personOutcomes),
  relationship: CodeFrom(relationships),
});
export const WeaponDetail = Type.Object({
  class: CodeFrom(weaponClasses),
  count: Nullable(Type.Integer({ minimum: 0 })),
  legal: CodeFrom(legalStatuses),
  mode: Nullable(CodeFrom(seizureModes)),
  traced: CodeFrom(tracedStatuses),
});
export const SourceDetail = Type.Object({
  kind: CodeFrom(sourceKinds),
  publisher: Nullable(Type.String()),
  url: Nullable(Type.String()),
  published_on: Nullable(Type.String({ format: 'date' })),
  language: Nullable(Type.String()),
});
export const RevisionDetail = Type.Object({
  revision: Type.Integer({ minimum: 1 }),
  changed_at: Type.String({ format: 'date-time' }),
  change: Type.Union([Type.Literal('created'), Type.Literal('updated'), Type.Literal('retracted'), Type.Literal('restored')]),
  fields: Type.Array(Type.String(), { description: 'Names of the fields that changed.' }),
});

/** What the CSV makes its rows of: the fields of the list, estimates, people, weapons and sources. */
const IncidentExport = Type.Object({
  ...IncidentItem.properties,
  killed_low: Nullable(Count),
  killed_high: Nullable(Count),
  injured_low: Nullable(Count),
  injured_high: Nullable(Count),
  people: Type.Array(PersonDetail),
  weapon_details: Type.Array(WeaponDetail),
  source_details: Type.Array(SourceDetail),
});
export type IncidentExport = Static<typeof IncidentExport>;

/** The whole record. */
export const IncidentDetail = Type.Object(
  {
    datasetVersion: Type.Integer(),
    ...IncidentExport.properties,
    status: CodeFrom(recordStatuses),
    provenance: Type.Object({
      dataset: Type.String(),
      dataset_title: Type.String(),
      synthetic: Type.Boolean(),
      killed_includes_suicides: Type.Boolean({
        description: 'Whether the source counts people who died by suicide among those killed, without saying how many.',
      }),
      licence: Type.String(),
      licence_url: Nullable(Type.String()),
      attribution: Type.String(),
      source_key: Type.String({ description: "The source's own identifier." }),
      imported_at: Nullable(Type.String({ format: 'date-time' })),
      imported_from: Nullable(Type.String({ description: 'Format of the import.' })),
    }),
    history: Type.Array(RevisionDetail),
  },
  { $id: 'IncidentDetail' },
);
export type IncidentDetail = Static<typeof IncidentDetail>;
