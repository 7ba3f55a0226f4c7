import { incidentFields, personFields, sourceFields, weaponFields } from '@monitor/domain';

const { exact_lon: _lon, exact_lat: _lat, ...others } = incidentFields;

/** The fields of an incident that a source can report: all but the exact point, which is set when the place is found. */
export const reportedFields = others;

/** Fields as a source writes them: codes of our vocabularies, dates, numbers, names, all still text. `null` is "the source does not say". */
type Raw<List> = { readonly [Name in keyof List]: string | null };

/** What a person has looked at before. */
interface Checked {
  /** Fields of free text of which the mapping says that they name nobody. */
  readonly names_nobody?: ReadonlySet<string>;
}

/** A person as the source writes it. The age band is used where there is no age. */
export interface RawPerson extends Raw<typeof personFields> {}
export interface RawWeapon extends Raw<typeof weaponFields> {}
export interface RawSource extends Raw<typeof sourceFields>, Checked {}

/** One incident as a format reads it, before any check. */
export interface RawIncident extends Raw<typeof reportedFields>, Checked {
  readonly source_key: string | null;
  /** How the source's dates are written, for the message about one that is not. */
  readonly date_format: string;
  readonly people: readonly RawPerson[];
  readonly weapons: readonly RawWeapon[];
  readonly sources: readonly RawSource[];
}

/** Where the source says it was: any spelling of a jurisdiction, name or code of a region, name of a settlement, coordinates as written. */
export type RawPlace = Pick<RawIncident, 'country' | 'region' | 'place' | 'lon' | 'lat' | 'place_precision'>;

function nothingOf<List extends object>(fields: List): Raw<List> {
  return Object.fromEntries(Object.keys(fields).map((name) => [name, null])) as Raw<List>;
}

/* Entries without any known value, for formats to fill in. */

export const unknownPerson: RawPerson = nothingOf(personFields);
export const unknownWeapon: RawWeapon = nothingOf(weaponFields);
export const unknownSource: RawSource = nothingOf(sourceFields);
export const unknownIncident: RawIncident = {
  ...nothingOf(reportedFields),
  source_key: null,
  date_precision: 'day',
  date_format: 'YYYY-MM-DD',
  people: [],
  weapons: [],
  sources: [],
};
