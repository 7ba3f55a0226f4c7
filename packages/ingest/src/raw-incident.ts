/** A person as the source writes it: codes of our vocabularies and numbers, all still text. */
export interface RawPerson {
  readonly role: string | null;
  readonly sex: string | null;
  readonly age: string | null;
  /** Used where there is no age. */
  readonly age_band: string | null;
  readonly outcome: string | null;
  readonly relationship: string | null;
}

export interface RawWeapon {
  readonly class: string | null;
  readonly count: string | null;
  readonly legal: string | null;
  readonly mode: string | null;
  readonly traced: string | null;
}

export interface RawSource {
  readonly kind: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  /** `YYYY-MM-DD`. */
  readonly published_on: string | null;
  readonly language: string | null;
}

/** Where the source says it was: names and coordinates as written. */
export interface RawPlace {
  /** Any spelling of a jurisdiction. */
  readonly country: string | null;
  /** Name or code of a first-level region. */
  readonly region: string | null;
  /** Name of a settlement. */
  readonly place: string | null;
  readonly lon: string | null;
  readonly lat: string | null;
  /** How well the source knows the place, where it says so; `exact` otherwise. */
  readonly place_precision: string | null;
}

/** One incident as a format reads it, before any check. `null` is "the source does not say". */
export interface RawIncident extends RawPlace {
  readonly source_key: string | null;
  /** `YYYY-MM-DD`, or the source's text where it cannot be read as a date. */
  readonly occurred_on: string | null;
  readonly occurred_until: string | null;
  readonly local_time: string | null;
  readonly date_precision: string | null;
  /** How the source's dates are written, for the message about one that is not. */
  readonly date_format: string;
  readonly killed: string | null;
  readonly killed_low: string | null;
  readonly killed_high: string | null;
  readonly injured: string | null;
  readonly injured_low: string | null;
  readonly injured_high: string | null;
  readonly threatened: string | null;
  readonly suicides: string | null;
  readonly setting: string | null;
  readonly urbanity: string | null;
  readonly type: string | null;
  readonly subtype: string | null;
  readonly type_as_reported: string | null;
  readonly people: readonly RawPerson[];
  readonly weapons: readonly RawWeapon[];
  readonly sources: readonly RawSource[];
  /** True where the source tells of domestic violence, a suicide or a child, whatever type it is coded as. */
  readonly sensitive: boolean;
}

/** An incident about which nothing is known, for formats to fill in. */
export const unknownIncident: RawIncident = {
  source_key: null,
  occurred_on: null,
  occurred_until: null,
  local_time: null,
  date_precision: 'day',
  date_format: 'YYYY-MM-DD',
  country: null,
  region: null,
  place: null,
  lon: null,
  lat: null,
  place_precision: null,
  killed: null,
  killed_low: null,
  killed_high: null,
  injured: null,
  injured_low: null,
  injured_high: null,
  threatened: null,
  suicides: null,
  setting: null,
  urbanity: null,
  type: null,
  subtype: null,
  type_as_reported: null,
  people: [],
  weapons: [],
  sources: [],
  sensitive: false,
};
