import { type Field, incidentFields, personFields, type PointBasis, sourceFields, weaponFields } from '@monitor/domain';

const {
  exact_lon: _lon,
  exact_lat: _lat,
  point_basis: _basis,
  withheld_place: _place,
  withheld_type: _type,
  ...ofIncident
} = incidentFields;
const { age_from: _from, age_to: _to, ...ofPerson } = personFields;
const { withheld_publisher: _publisher, withheld_url: _url, ...ofSource } = sourceFields;

/** The fields of an incident that a source can report: all but what follows from them when an incident is checked and placed. */
export const reportedFields = ofIncident;
/** The same of a person: a range of ages is written as the age. */
export const reportedPersonFields = ofPerson;
/** The same of a source. */
export const reportedSourceFields = ofSource;

/** What each field holds, by name: no two of the lists have a name for different values. */
export const fieldsByName: Readonly<Record<string, Field>> = { ...ofSource, ...weaponFields, ...ofPerson, ...ofIncident };

/** Fields as a source writes them: codes of our vocabularies, dates, numbers, names, all still text. `null` is "the source does not say". */
type Raw<List> = { readonly [Name in keyof List]: string | null };

/**
 * The texts of a field that whoever described the data has listed: as they are published, by how they are written in lower case. `all`
 * where every text of it may be published.
 */
export type Listed = ReadonlyMap<string, string> | 'all';

/** What is said of the data beside the words of the source. */
interface Described {
  /** By the name of the field; of one without an entry nothing is listed. */
  readonly listed?: Readonly<Partial<Record<'type_as_reported' | 'publisher', Listed>>>;
}

/** A person as the source writes it. The age band is used if there is no age. */
export interface RawPerson extends Raw<typeof reportedPersonFields> {}
export interface RawWeapon extends Raw<typeof weaponFields> {}
export interface RawSource extends Raw<typeof reportedSourceFields>, Described {}

/** Fields of an incident that can make it sensitive. */
export const decidingFields = ['type', 'subtype', 'killed', 'injured', 'threatened', 'suicides'] as const;

/** One incident as a format reads it, before any check. */
export interface RawIncident extends Raw<typeof reportedFields>, Described {
  readonly source_key: string | null;
  /** Where it was if neither the row nor its point says. */
  readonly country_default: string | null;
  /** How the source's dates are written, for the message about one that is not. */
  readonly date_format: string;
  /** What the format or the mapping says about the point: that words of the source mean this type, for one, and not what is left for all others. */
  readonly point_basis: PointBasis | null;
  /** What other rows of the same incident say otherwise of what can make it sensitive. */
  readonly contradictions: readonly Partial<Pick<RawIncident, (typeof decidingFields)[number]>>[];
  readonly people: readonly RawPerson[];
  readonly weapons: readonly RawWeapon[];
  readonly sources: readonly RawSource[];
}

/** Where the source says it was: any spelling of a jurisdiction, name or code of a region, name of a settlement, coordinates as written. */
export type RawPlace = Pick<RawIncident, 'country' | 'country_default' | 'region' | 'place' | 'lon' | 'lat' | 'place_precision'>;

function nothingOf<List extends object>(fields: List): Raw<List> {
  return Object.fromEntries(Object.keys(fields).map((name) => [name, null])) as Raw<List>;
}

/* Entries without any known value, for formats to fill in. */

export const unknownPerson: RawPerson = nothingOf(reportedPersonFields);
export const unknownWeapon: RawWeapon = nothingOf(weaponFields);
export const unknownSource: RawSource = nothingOf(reportedSourceFields);
export const unknownIncident: RawIncident = {
  ...nothingOf(reportedFields),
  source_key: null,
  country_default: null,
  date_precision: 'day',
  date_format: 'YYYY-MM-DD',
  point_basis: null,
  contradictions: [],
  people: [],
  weapons: [],
  sources: [],
};
