import type {
  AgeBand,
  DatePrecision,
  IncidentSubtype,
  IncidentType,
  IsoDate,
  LegalStatus,
  PersonOutcome,
  PersonRole,
  PlacePrecision,
  RecordStatus,
  Relationship,
  SeizureMode,
  Setting,
  Sex,
  SourceKind,
  TracedStatus,
  Urbanity,
  WeaponClass,
} from '@monitor/domain';

/* Shapes of what the queries answer: field for field those of the contract, which this package must not import. */

/** A row of the list. */
export interface IncidentRow {
  id: string;
  dataset: string;
  occurred_on: IsoDate;
  occurred_until: IsoDate | null;
  /** `HH:MM`, local. */
  local_time: string | null;
  date_precision: DatePrecision;
  country: string;
  region: string | null;
  place: string | null;
  /** Public coordinates in degrees. */
  lon: number | null;
  lat: number | null;
  place_precision: PlacePrecision;
  setting: Setting;
  urbanity: Urbanity;
  type: IncidentType;
  subtype: IncidentSubtype | null;
  type_as_reported: string | null;
  killed: number | null;
  injured: number | null;
  threatened: number | null;
  suicides: number | null;
  /** Weapon classes, each once, in vocabulary order. */
  weapons: WeaponClass[];
  /** Kinds of source, each once, in vocabulary order. */
  sources: SourceKind[];
}

/** A person as the public sees one: no age. */
export interface PersonRow {
  role: PersonRole;
  sex: Sex;
  age_band: AgeBand;
  outcome: PersonOutcome;
  relationship: Relationship;
}

export interface WeaponRow {
  class: WeaponClass;
  count: number | null;
  legal: LegalStatus;
  mode: SeizureMode | null;
  traced: TracedStatus;
}

export interface SourceRow {
  kind: SourceKind;
  publisher: string | null;
  url: string | null;
  published_on: IsoDate | null;
  language: string | null;
}

export type RevisionChange = 'created' | 'updated' | 'retracted' | 'restored';

export interface RevisionRow {
  /** Counted from 1. */
  revision: number;
  /** ISO 8601 with `Z`. */
  changed_at: string;
  change: RevisionChange;
  /** Names of the fields that changed. */
  fields: string[];
}

/** A row of the downloads: that of the list, with estimates and parts. */
export interface ExportRow extends IncidentRow {
  killed_low: number | null;
  killed_high: number | null;
  injured_low: number | null;
  injured_high: number | null;
  people: PersonRow[];
  weapon_details: WeaponRow[];
  source_details: SourceRow[];
}

/** The whole public record. */
export interface IncidentRecord extends ExportRow {
  status: RecordStatus;
  provenance: {
    dataset: string;
    dataset_title: string;
    synthetic: boolean;
    killed_includes_suicides: boolean;
    licence: string;
    licence_url: string | null;
    attribution: string;
    source_key: string;
    imported_at: string | null;
    /** Format of the import. */
    imported_from: string | null;
  };
  history: RevisionRow[];
}
