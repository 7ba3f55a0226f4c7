import { type Static, Type } from 'typebox';
import {
  incidentFields,
  personFields,
  recordStatuses,
  sourceFields,
  sourceKinds,
  weaponClasses,
  weaponFields,
} from '@monitor/domain';
import type { SideCode } from './against.ts';
import { CodeFrom, fieldSchemas, Nullable } from './field-schemas.ts';

/** One row of the list; columns of the CSV have the same names. */
export const IncidentItem = Type.Object(
  {
    id: Type.String({ description: 'Permanent public identifier.' }),
    dataset: Type.String({ description: 'Short name of the dataset.' }),
    ...fieldSchemas(incidentFields, 'list'),
    weapons: Type.Array(CodeFrom(weaponClasses), { description: 'Weapon classes, without repeats.' }),
    sources: Type.Array(CodeFrom(sourceKinds), { description: 'Kinds of source, without repeats.' }),
  },
  { $id: 'IncidentItem' },
);
export type IncidentItem = Static<typeof IncidentItem>;

/** One row of the list with what a measure counts of it. */
export const ListedIncident = Type.Object({
  ...IncidentItem.properties,
  amount: Type.Optional(
    Type.Union([Type.Integer(), Type.Null()], {
      description: 'Number that the requested `measure` counts in this incident. Not included if the measure is `incidents`.',
    }),
  ),
});
export type ListedIncident = Static<typeof ListedIncident>;

export const IncidentList = Type.Object(
  {
    datasetVersion: Type.Integer(),
    total: Type.Integer({ minimum: 0 }),
    offset: Nullable(
      Type.Integer({
        minimum: 0,
        description: 'Incidents before the first of this page. No value after a cursor, or if `around` is not in the list.',
      }),
    ),
    nextCursor: Nullable(Type.String()),
    items: Type.Array(ListedIncident),
  },
  { $id: 'IncidentList' },
);
export type IncidentList = Static<typeof IncidentList>;

export const PersonDetail = Type.Object(fieldSchemas(personFields, 'record'));
export type PersonDetail = Static<typeof PersonDetail>;
export const WeaponDetail = Type.Object(fieldSchemas(weaponFields, 'record'));
export type WeaponDetail = Static<typeof WeaponDetail>;
export const SourceDetail = Type.Object(fieldSchemas(sourceFields, 'record'));
export type SourceDetail = Static<typeof SourceDetail>;
export const RevisionDetail = Type.Object({
  revision: Type.Integer({ minimum: 1 }),
  changed_at: Type.String({ format: 'date-time' }),
  change: Type.Union([Type.Literal('created'), Type.Literal('updated'), Type.Literal('retracted'), Type.Literal('restored')]),
  fields: Type.Array(Type.String(), { description: 'Names of the fields that changed.' }),
});

export type RevisionDetail = Static<typeof RevisionDetail>;

/** What the CSV makes its rows of: the fields of the list, estimates, people, weapons and sources. */
const IncidentExport = Type.Object({
  ...IncidentItem.properties,
  ...fieldSchemas(incidentFields, 'record'),
  people: Type.Array(PersonDetail),
  weapon_details: Type.Array(WeaponDetail),
  source_details: Type.Array(SourceDetail),
});
export type IncidentExport = Static<typeof IncidentExport> & {
  /** The source's own identifier, where it is public. */
  readonly source_key: string | null;
  /** Where two selections are compared: which of them the incident belongs to. */
  readonly side?: SideCode;
};

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
        description: 'True if the source includes suicides in the number killed without saying how many.',
      }),
      licence: Type.String(),
      licence_url: Nullable(Type.String()),
      attribution: Type.String(),
      source_key: Nullable(
        Type.String({
          description:
            "The source's own identifier. No value if the dataset does not publish them, nor for a sensitive incident, since it can lead to the report.",
        }),
      ),
      imported_at: Nullable(Type.String({ format: 'date-time' })),
      imported_from: Nullable(Type.String({ description: 'Format of the import.' })),
    }),
    history: Type.Array(RevisionDetail),
  },
  { $id: 'IncidentDetail' },
);
export type IncidentDetail = Static<typeof IncidentDetail>;
