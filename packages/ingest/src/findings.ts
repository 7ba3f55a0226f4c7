/** What can be wrong with a row that is kept all the same, with the line of the report that counts it. */
export const warningKinds = {
  point_outside: 'Point outside its location: point left out, incident kept',
  point_nowhere: 'Point in no location, such as one at sea more than 50 km from land: point left out, incident kept',
  point_impossible: 'Invalid coordinates: point left out, incident kept',
  point_outside_region: 'Point in another region than the one given: left out, placed by settlement or region',
  point_far: 'Point far from the settlement given: kept, but not as exact',
  place_withheld: 'Place not in the gazetteer: not published. Say which settlement it is with "places" in the mapping',
  region_unknown: 'Unknown region: taken from the point, or left out',
  unknown_code: 'Value not in the list of codes: recorded as not reported',
  bounds_dropped: 'Low or high estimate that contradicts the best estimate: left out',
  number_open: 'Number of people that may be 0 or more, such as <10: recorded as not reported',
  end_dropped: 'Last day not valid, or before the first day: left out',
  time_dropped: 'Time of day not valid: left out',
  age_dropped: 'Age not from 0 to 120: left out. Published by settlement and part of day only',
  age_range: 'Range of ages in several of our bands: counted in none of them',
  age_range_young: 'Range of ages from 18 or younger to older: counted in no band. Published by settlement and part of day only',
  weapon_count_dropped: 'Number of weapons not valid: left out',
  source_dropped: 'Link, date or language of a source not valid: left out',
  unexplained:
    'Words about the type or a person that are not in the mapping: published by settlement and part of day only. List them under "values"',
  link_left_out: 'Link whose address could name a person: left out, publisher kept',
  text_cut: 'Text too long: shortened',
  control_characters: 'Control characters: removed',
  undecodable: 'Characters that do not exist in this encoding: set another with --encoding',
  rows_disagree: 'Rows of the same incident that disagree: first row used',
} as const;
export type WarningKind = keyof typeof warningKinds;

/** Warnings of what may mean anything: a child, a relative, a suicide. */
const unexplained: readonly WarningKind[] = ['unexplained', 'age_dropped', 'age_range_young'];

export interface Warning {
  readonly kind: WarningKind;
  readonly message: string;
  /** The word that a list does not have. The report repeats it only if enough incidents have it. */
  readonly word?: string;
}

/** Why a row can be rejected, with the line of the report that counts it. */
export const reasonKinds = {
  cells_missing: 'Row with fewer cells than the header',
  cells_surplus: 'Row with more cells than the header',
  header_repeated: 'Row that repeats the column names',
  quotation_open: 'Quotation mark that is never closed',
  identifier_missing: 'No identifier',
  identifier_too_long: 'Identifier too long',
  identifier_repeated: 'Identifier already used in an earlier row',
  incident_missing: 'People of an incident that is in no row',
  date_missing: 'No date',
  date_format: 'Date not in the expected format',
  date_invalid: 'Date that does not exist',
  date_unclear: 'Date that two formats of the mapping read differently',
  date_in_future: 'Date in the future',
  date_too_early: 'Date too early',
  type_missing: 'No incident type',
  type_unknown: 'Incident type not in the list of codes, or not in the mapping',
  country_missing: 'No country and no valid point',
  country_outside: 'No country, and a point in no location, such as one at sea more than 50 km from land',
  country_unknown: 'Unknown location',
  people_not_whole: 'Number of people that is not a whole number',
  people_negative: 'Negative number of people',
  people_too_many: 'Too many people for one incident',
  rows_too_many: 'Too many rows for one incident',
  totals: 'Row of totals, which is no incident',
} as const;
export type ReasonKind = keyof typeof reasonKinds;

export interface Reason {
  readonly kind: ReasonKind;
  readonly message: string;
  readonly word?: string;
}

/** A word that only `otherwise` of a mapping covers. The report repeats it only if enough incidents have it. */
export interface Caught {
  readonly field: string;
  readonly word: string;
  /** What is recorded in its place; null for "not reported". */
  readonly recordedAs: string | null;
}

/** What the stages find wrong with one incident: reasons reject it, warnings go beside it. */
export class Findings {
  readonly caught: Caught[] = [];
  readonly reasons: Reason[] = [];
  readonly warnings: Warning[] = [];

  reject(kind: ReasonKind, message: string, word?: string): void {
    this.reasons.push({ kind, message, ...(word !== undefined && { word }) });
  }

  warn(kind: WarningKind, message: string, word?: string): void {
    this.warnings.push({ kind, message, ...(word !== undefined && { word }) });
  }

  /** True if the rows say something about the type or a person that nobody has explained. */
  get isUnexplained(): boolean {
    return this.warnings.some(({ kind }) => unexplained.includes(kind));
  }
}

/**
 * A value of a file as it is printed in a message: numbers and dates only. A terminal is copied into letters and logs, and a stray delimiter
 * moves a name, a telephone number or the number of a person into any column.
 */
export function quoted(text: string): string {
  return plain.test(text) && (text.match(/\d/g)?.length ?? 0) <= mostDigits ? inQuotes(text) : notShown;
}

/** In place of a value that is not printed. */
export const notShown = '(not shown)';

/** Digits and what stands between those of a number, a date or a time. */
const plain = /^[\d\s.,:/+-]*$/;
/** Those of a day. Telephone numbers and the numbers of people have more. */
const mostDigits = 8;

/** Words of a mapping or a format as they are printed in a message: in quotation marks, on one line, cut to 60 characters. */
export function inQuotes(text: string): string {
  const line = oneLine(text);
  return `"${line.length > 60 ? `${line.slice(0, 59)}…` : line}"`;
}

/** The same whole, to count how often a word comes: others may begin as it does. */
export function wholeInQuotes(text: string): string {
  return `"${oneLine(text)}"`;
}

/** Text without line breaks and other control characters. */
export function oneLine(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is being replaced
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ');
}

/** A file, or the mapping that reads it, cannot be used at all. The message is one line that names it and says what to do. */
export class FileError extends Error {
  override readonly name = 'FileError';
}
