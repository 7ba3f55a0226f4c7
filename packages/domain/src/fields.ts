import type { IsoDate } from './date.ts';
import {
  ageBands,
  datePrecisions,
  incidentSubtypes,
  incidentTypes,
  legalStatuses,
  partsOfDay,
  personOutcomes,
  personRoles,
  placePrecisions,
  pointBases,
  relationships,
  seizureModes,
  settings,
  sexes,
  sourceKinds,
  tracedStatuses,
  urbanities,
  weaponClasses,
} from './vocabularies.ts';
import type { TextRule } from './text-rules.ts';
import type { Vocabulary } from './vocabulary.ts';

/*
 * The one list of what is recorded of an incident, its people, weapons and sources. The types of this package, the tables, what an
 * import stages, compares and writes, what is read, the schemas of the API and the columns of the CSV derive from it. The order is
 * that of the API and the CSV, and of the hash by which an import knows an incident unchanged: a new field goes behind its kin.
 */

/** What a field can hold beside a code of a vocabulary. */
export interface FieldValues {
  /** `YYYY-MM-DD`. */
  readonly date: IsoDate;
  /** Local time, `HH:MM`. */
  readonly time: string;
  readonly text: string;
  /** Degrees, CRS84. */
  readonly degrees: number;
  /** A whole number of people, 0 or more. */
  readonly people: number;
  /** A whole number of things, 0 or more. */
  readonly number: number;
  /** Completed years of age, 0 to 120. */
  readonly age: number;
}

export interface Field {
  readonly values: keyof FieldValues | Vocabulary;
  /** False if the field may be null, which is "not reported". */
  readonly required: boolean;
  /** Who sees it: everybody in the list, in the record only, or nobody but editors. The CSV has all that everybody sees. */
  readonly shown: 'list' | 'record' | 'editors';
  /** A sentence or two in Markdown, for the API and the CSV. */
  readonly meaning: string;
  /** By what rule a text may be public; of every text that is. */
  readonly rule?: TextRule;
  /** The hashtag of the CSV (https://hxlstandard.org); of a field of the incident that everybody sees. */
  readonly hxl?: string;
}

export type Fields = Readonly<Record<string, Field>>;

type IncidentField = Field & ({ readonly shown: 'editors' } | { readonly hxl: string });

/** What is recorded of an incident, but for its key and its lists of people, weapons and sources. */
export const incidentFields = {
  occurred_on: {
    values: 'date',
    required: true,
    shown: 'list',
    meaning: 'Day of the incident, or its first day, in the local calendar.',
    hxl: '#date+occurred',
  },
  occurred_until: {
    values: 'date',
    required: false,
    shown: 'list',
    meaning: 'Last day of an incident that lasted several days.',
    hxl: '#date+occurred+end',
  },
  local_time: {
    values: 'time',
    required: false,
    shown: 'list',
    meaning: 'Local time, `HH:MM`. No value for a sensitive incident, for which only the part of the day is kept.',
    hxl: '#date+occurred+time',
  },
  part_of_day: {
    values: partsOfDay,
    required: false,
    shown: 'list',
    meaning: 'Part of the day, in local time. Has a value whenever the local time has one.',
    hxl: '#date+occurred+part',
  },
  date_precision: {
    values: datePrecisions,
    required: true,
    shown: 'list',
    meaning: 'How accurately the date is known.',
    hxl: '#date+precision',
  },
  country: {
    values: 'text',
    rule: 'code',
    required: true,
    shown: 'list',
    meaning: 'Location: ISO 3166-1 alpha-2 code, and `XK` for Kosovo\\*.',
    hxl: '#country+code',
  },
  region: {
    values: 'text',
    rule: 'code',
    required: false,
    shown: 'list',
    meaning: 'Code of the first-level region.',
    hxl: '#adm1+code',
  },
  place: {
    values: 'text',
    rule: 'gazetteer',
    required: false,
    shown: 'list',
    meaning:
      'Settlement or quarter, by its name in our gazetteer, in the local script. No value if the gazetteer does not have the place.',
    hxl: '#loc+name',
  },
  withheld_place: {
    values: 'text',
    required: false,
    shown: 'editors',
    meaning:
      'Place in the words of the source, where the gazetteer does not have it, or the quarter, where the settlement is published.',
  },
  lon: {
    values: 'degrees',
    required: false,
    shown: 'list',
    meaning: 'Public longitude in degrees (CRS84). No value where only the region or location is known.',
    hxl: '#geo+lon',
  },
  lat: {
    values: 'degrees',
    required: false,
    shown: 'list',
    meaning: 'Public latitude in degrees.',
    hxl: '#geo+lat',
  },
  place_precision: {
    values: placePrecisions,
    required: true,
    shown: 'list',
    meaning: 'How accurately the public point is known.',
    hxl: '#geo+precision',
  },
  point_basis: {
    values: pointBases,
    required: false,
    shown: 'record',
    meaning:
      'What was said about the point and the time. If nothing was said and somebody was, or may have been, harmed, only the settlement and the part of the day are public.',
    hxl: '#geo+basis',
  },
  /** Coordinates for editors, where the public ones are coarsened. */
  exact_lon: { values: 'degrees', required: false, shown: 'editors', meaning: 'Longitude, where the public one is coarsened.' },
  exact_lat: { values: 'degrees', required: false, shown: 'editors', meaning: 'Latitude, where the public one is coarsened.' },
  setting: {
    values: settings,
    required: true,
    shown: 'list',
    meaning: 'Kind of place.',
    hxl: '#loc+type',
  },
  urbanity: {
    values: urbanities,
    required: true,
    shown: 'list',
    meaning: 'Urban or rural.',
    hxl: '#loc+urbanity',
  },
  type: {
    values: incidentTypes,
    required: true,
    shown: 'list',
    meaning: 'Incident type as coded by the monitoring team.',
    hxl: '#event+type',
  },
  subtype: {
    values: incidentSubtypes,
    required: false,
    shown: 'list',
    meaning: 'Sub-type.',
    hxl: '#event+subtype',
  },
  /** At most 500 characters. */
  type_as_reported: {
    values: 'text',
    rule: 'category',
    required: false,
    shown: 'list',
    meaning:
      'Type in the words of the source, as far as they are categories: listed by whoever described the data, or used for at least 20 incidents of the dataset. Several are separated by semicolons.',
    hxl: '#event+type+reported',
  },
  /** At most 500 characters. */
  withheld_type: { values: 'text', required: false, shown: 'editors', meaning: 'What else the source says of the type.' },
  /** Low ≤ best ≤ high. */
  killed: {
    values: 'people',
    required: false,
    shown: 'list',
    meaning:
      'People killed, best estimate. Does not include suicides, unless `killed_includes_suicides` is `true`. No value means not reported, which is not 0.',
    hxl: '#affected+killed',
  },
  killed_low: {
    values: 'people',
    required: false,
    shown: 'record',
    meaning: 'Low estimate of people killed, where there is one.',
    hxl: '#affected+killed+min',
  },
  killed_high: {
    values: 'people',
    required: false,
    shown: 'record',
    meaning: 'High estimate of people killed, where there is one.',
    hxl: '#affected+killed+max',
  },
  injured: {
    values: 'people',
    required: false,
    shown: 'list',
    meaning: 'People injured, best estimate. No value means not reported.',
    hxl: '#affected+injured',
  },
  injured_low: {
    values: 'people',
    required: false,
    shown: 'record',
    meaning: 'Low estimate of people injured, where there is one.',
    hxl: '#affected+injured+min',
  },
  injured_high: {
    values: 'people',
    required: false,
    shown: 'record',
    meaning: 'High estimate of people injured, where there is one.',
    hxl: '#affected+injured+max',
  },
  threatened: {
    values: 'people',
    required: false,
    shown: 'list',
    meaning: 'People threatened. No value means not reported.',
    hxl: '#affected+threatened',
  },
  suicides: {
    values: 'people',
    required: false,
    shown: 'list',
    meaning:
      'People who died by suicide. Not included in `killed`, unless `killed_includes_suicides` is `true`. No value means not reported.',
    hxl: '#affected+suicides',
  },
} as const satisfies Readonly<Record<string, IncidentField>>;

/** The fields of a victim or perpetrator. By design there is no field for a name. */
export const personFields = {
  role: { values: personRoles, required: true, shown: 'record', meaning: 'Victim or perpetrator.' },
  sex: { values: sexes, required: true, shown: 'record', meaning: 'Sex.' },
  age: { values: 'age', required: false, shown: 'editors', meaning: 'Completed years.' },
  age_band: { values: ageBands, required: true, shown: 'record', meaning: 'Age band in completed years.' },
  outcome: { values: personOutcomes, required: true, shown: 'record', meaning: 'What happened to the person.' },
  relationship: {
    values: relationships,
    required: true,
    shown: 'record',
    meaning: 'Relationship between victim and perpetrator, from the victim’s side.',
  },
  age_from: {
    values: 'age',
    required: false,
    shown: 'record',
    meaning:
      'Lowest age in completed years, if the source gives a range of at least five years, not of minors alone. No value means no range, or one without a lower limit.',
  },
  age_to: {
    values: 'age',
    required: false,
    shown: 'record',
    meaning: 'Highest age of that range. No value means no range, or one without an upper limit.',
  },
} as const satisfies Fields;

export const weaponFields = {
  class: { values: weaponClasses, required: true, shown: 'record', meaning: 'Kind of weapon.' },
  count: { values: 'number', required: false, shown: 'record', meaning: 'How many. No value means not reported.' },
  legal: { values: legalStatuses, required: true, shown: 'record', meaning: 'Whether the weapon was possessed legally.' },
  mode: {
    values: seizureModes,
    required: false,
    shown: 'record',
    meaning: 'How the authorities obtained the weapon.',
  },
  traced: {
    values: tracedStatuses,
    required: true,
    shown: 'record',
    meaning: 'Whether the origin of the weapon was traced.',
  },
} as const satisfies Fields;

/** What is recorded of a published account that the record rests on. Headlines are not kept, since they name people. */
export const sourceFields = {
  kind: { values: sourceKinds, required: true, shown: 'record', meaning: 'Kind of source.' },
  publisher: {
    values: 'text',
    required: false,
    rule: 'publisher',
    shown: 'record',
    meaning:
      'Name of the medium or authority, or host of the link. No value (not named) unless it is in our list of media, listed by whoever described the data, or a source of at least 20 incidents of the dataset.',
  },
  withheld_publisher: { values: 'text', required: false, shown: 'editors', meaning: 'Publisher, where it is not named.' },
  url: {
    values: 'text',
    required: false,
    rule: 'link',
    shown: 'record',
    meaning:
      'Web address of the report: only if its host is named, nothing else in it can name anyone, and the incident is not sensitive.',
  },
  withheld_url: {
    values: 'text',
    required: false,
    shown: 'editors',
    meaning: 'Web address of the report, where it is not public.',
  },
  published_on: { values: 'date', required: false, shown: 'record', meaning: 'Day of publication.' },
  language: { values: 'text', required: false, rule: 'code', shown: 'record', meaning: 'BCP 47 tag of its language.' },
} as const satisfies Fields;

/** The lists that belong to an incident, each with the fields of an entry. */
export const partFields = { people: personFields, weapons: weaponFields, sources: sourceFields } as const;
export type PartName = keyof typeof partFields;
export const partNames = Object.keys(partFields) as readonly PartName[];

/** The type of what a field holds, null apart. */
export type PlainValueOf<Of extends Field> =
  Of['values'] extends Vocabulary<infer Code> ? Code : Of['values'] extends keyof FieldValues ? FieldValues[Of['values']] : never;

/** The type of what a field holds. */
export type ValueOf<Of extends Field> = Of['required'] extends true ? PlainValueOf<Of> : PlainValueOf<Of> | null;

/** What a list of fields records. */
export type ValuesOf<List extends Fields> = { readonly [Name in keyof List]: ValueOf<List[Name]> };

/** Names of the fields that are shown so, or hold such values. */
export type NamesOf<List extends Fields, Wanted extends Partial<Field>> = {
  [Name in keyof List]: List[Name] extends Wanted ? Name : never;
}[keyof List];

export type Shown = Field['shown'];

/** Names of fields in their order; of those shown in one of these ways, where some are given. */
export function namesOf<List extends Fields, Way extends Shown = Shown>(
  fields: List,
  ...ways: readonly Way[]
): (NamesOf<List, { readonly shown: Way }> & string)[] {
  const names = Object.keys(fields).filter((name) => {
    const shown = fields[name]?.shown;
    return ways.length === 0 || ways.some((way) => way === shown);
  });
  return names as (NamesOf<List, { readonly shown: Way }> & string)[];
}

/** Null for every field of a list that may be null. */
function nulls<List extends Fields>(fields: List) {
  return Object.fromEntries(Object.entries(fields).flatMap(([name, { required }]) => (required ? [] : [[name, null]]))) as {
    readonly [Name in NamesOf<List, { readonly required: false }>]: null;
  };
}

/** An incident of which nothing is reported that need not be. */
export const nothingReported = nulls(incidentFields);
/** A person of whom no age is known. */
export const unknownAges = nulls(personFields);
/** A source of which nothing is known but its kind. */
export const unknownPublication = nulls(sourceFields);
