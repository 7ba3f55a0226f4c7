import { type Casualties, type FilteredIncident, type IncidentDraft, outcomesOf, type Weapon } from './incident.ts';
import {
  ageBands,
  datePrecisions,
  incidentSubtypes,
  incidentTypes,
  legalStatuses,
  outcomes,
  personOutcomes,
  placePrecisions,
  relationships,
  seizureModes,
  settings,
  sexes,
  sourceKinds,
  tracedStatuses,
  urbanities,
  weaponClasses,
} from './vocabularies.ts';
import { type CodeGroup, groupOfCodes, type Vocabulary } from './vocabulary.ts';

/*
 * The one table of dimensions: the lists of the filter. Everything else derives from it: the filter's type, its text and meaning,
 * SQL, cube, facets, the description of the API, the panel and what charts know of a dimension.
 */

/** What of an incident its subjects are made of. */
export type Described = Pick<IncidentDraft, keyof Casualties | 'people' | 'weapons' | 'sources'>;

/**
 * Dimensions that are counted together. Fewer groups make a faster count, fewer combinations in one make a shorter table. The filter
 * panel shows its sections in this order.
 */
export const dimensionGroups = ['kind', 'weapon', 'victim', 'perpetrator', 'circumstance', 'place'] as const;
export type DimensionGroup = (typeof dimensionGroups)[number];

/** What the table says of a subject. */
export interface SubjectOfIncident {
  /** All of them, of one incident. */
  readonly of: (incident: Described) => readonly unknown[];
  /** Where their dimensions are counted. It is said here and not of each dimension, since one field holds the codes of them all. */
  readonly group: DimensionGroup;
  /** How many one entry stands for; null if the source does not say. Only of subjects whose numbers mean something. */
  readonly numberOf?: (entry: unknown) => number | null;
}

/**
 * What an incident can have several of. Dimensions of one subject are about the same one: `weapon=handgun&legal=illegal` is an
 * illegal handgun, not a handgun beside something illegal, and `victim_sex=woman&victim_outcome=killed` is a woman who was killed.
 */
export const subjects = {
  outcome: { of: outcomesOf, group: 'kind' },
  /** An incident without any weapon on record counts as one weapon of which nothing is reported. */
  weapon: {
    of: ({ weapons }: Described) => (weapons.length > 0 ? weapons : [unreportedWeapon]),
    group: 'weapon',
    numberOf: (weapon) => (weapon as Weapon).count,
  },
  victim: { of: ({ people }: Described) => people.filter(({ role }) => role === 'victim'), group: 'victim', numberOf: () => 1 },
  perpetrator: {
    of: ({ people }: Described) => people.filter(({ role }) => role === 'perpetrator'),
    group: 'perpetrator',
    numberOf: () => 1,
  },
  source: { of: ({ sources }: Described) => sources, group: 'circumstance' },
} as const satisfies Readonly<Record<string, SubjectOfIncident>>;

export type Subject = keyof typeof subjects;
export const subjectNames = Object.keys(subjects) as readonly Subject[];

const unreportedWeapon: Weapon = { class: 'not_reported', count: null, legal: 'not_reported', mode: null, traced: 'not_reported' };

/** What the table says of a dimension. */
export interface Dimension<Code extends string = string, Of extends Subject | 'incident' = Subject | 'incident'> {
  /** The codes, or what one must look like where the list is open. */
  readonly values: Vocabulary<Code> | RegExp;
  /** What the dimension describes: one of several of an incident, or `incident` for the incident itself. */
  readonly subject: Of;
  /** The code of an incident, or of one of its subjects; null if it has none. */
  readonly codeOf: (subject: unknown) => Code | null;
  /** True if every incident has exactly one code, so that the counts are parts of a whole. */
  readonly isWhole: boolean;
  readonly group: DimensionGroup;
  /** For the description of the API. */
  readonly description: string;
  /** What a code looks like where the list is open. */
  readonly example?: string;
  /** The dimension whose codes this one divides: a code is that of the whole, the mark, and its own part. */
  readonly partOf?: { readonly whole: 'country' | 'type'; readonly mark: '-' | '.' };
}

type Words = Pick<Dimension, 'description' | 'example'>;
type OwnWords = Words & Pick<Dimension, 'group' | 'partOf'>;

/** A dimension of which every incident has one code. */
function oneCode<Code extends string>(
  values: Vocabulary<Code> | RegExp,
  codeOf: (incident: FilteredIncident) => Code,
  words: OwnWords,
): Dimension<Code, 'incident'> {
  return { values, subject: 'incident', codeOf: codeOf as Dimension<Code>['codeOf'], isWhole: true, ...words };
}

/** A dimension of which an incident has one code or none. */
function codeOrNone<Code extends string>(
  values: Vocabulary<Code> | RegExp,
  codeOf: (incident: FilteredIncident) => Code | null,
  words: OwnWords,
): Dimension<Code, 'incident'> {
  return { values, subject: 'incident', codeOf: codeOf as Dimension<Code>['codeOf'], isWhole: false, ...words };
}

/** A dimension of the subjects of an incident, each of which has one code or none. */
function ofSubject<Name extends Subject, Code extends string>(
  subject: Name,
  values: Vocabulary<Code>,
  codeOf: (subject: ReturnType<(typeof subjects)[Name]['of']>[number]) => Code | null,
  words: Words,
): Dimension<Code, Name> {
  return { values, subject, group: subjects[subject].group, codeOf: codeOf as Dimension<Code>['codeOf'], isWhole: false, ...words };
}

export const dimensions = {
  country: oneCode(/^[A-Z]{2}$/, ({ country }) => country, {
    group: 'place',
    description: 'Locations: ISO 3166-1 alpha-2 codes, and XK for Kosovo*.',
    example: 'two capital letters, such as RS or XK',
  }),
  region: codeOrNone(/^[A-Z]{2}-[A-Z0-9]{1,8}$/, ({ region }) => region, {
    group: 'place',
    partOf: { whole: 'country', mark: '-' },
    description: 'First-level regions, such as RS-20.',
    example: 'a code such as RS-20',
  }),
  type: oneCode(incidentTypes, ({ type }) => type, { group: 'kind', description: 'Incident types.' }),
  subtype: codeOrNone(incidentSubtypes, ({ subtype }) => subtype, {
    group: 'kind',
    partOf: { whole: 'type', mark: '.' },
    description: 'Incident sub-types.',
  }),
  weapon: ofSubject('weapon', weaponClasses, (weapon) => weapon.class, {
    description: 'Weapon classes. Together with `legal`, `mode` and `traced`, all must be true of the same weapon.',
  }),
  legal: ofSubject('weapon', legalStatuses, ({ legal }) => legal, {
    description: 'Whether the weapon was possessed legally.',
  }),
  mode: ofSubject('weapon', seizureModes, ({ mode }) => mode, {
    description: 'How the authorities obtained the weapon.',
  }),
  traced: ofSubject('weapon', tracedStatuses, ({ traced }) => traced, {
    description: 'Whether the origin of the weapon was traced.',
  }),
  outcome: ofSubject('outcome', outcomes, (outcome) => outcome, {
    description:
      'What happened to people. `none`: killed and injured are both reported as 0; threatened may not be reported. `not_reported`: no outcome is reported, and killed or injured is not known.',
  }),
  victim_sex: ofSubject('victim', sexes, ({ sex }) => sex, {
    description:
      'Sex of a victim. Together with `victim_age`, `victim_outcome` and `relationship`, all must be true of the same victim.',
  }),
  victim_age: ofSubject('victim', ageBands, ({ age_band }) => age_band, { description: 'Age band of a victim.' }),
  victim_outcome: ofSubject('victim', personOutcomes, ({ outcome }) => outcome, { description: 'What happened to a victim.' }),
  relationship: ofSubject('victim', relationships, ({ relationship }) => relationship, {
    description: 'Relationship of a victim with the perpetrator.',
  }),
  perpetrator_sex: ofSubject('perpetrator', sexes, ({ sex }) => sex, {
    description: 'Sex of a perpetrator. Together with `perpetrator_age`, both must be true of the same perpetrator.',
  }),
  perpetrator_age: ofSubject('perpetrator', ageBands, ({ age_band }) => age_band, { description: 'Age band of a perpetrator.' }),
  setting: oneCode(settings, ({ setting }) => setting, { group: 'circumstance', description: 'Kind of place, such as a home.' }),
  urbanity: oneCode(urbanities, ({ urbanity }) => urbanity, { group: 'circumstance', description: 'Urban or rural.' }),
  source: ofSubject('source', sourceKinds, ({ kind }) => kind, { description: 'Kinds of source.' }),
  place_precision: oneCode(placePrecisions, (incident) => incident.place_precision, {
    group: 'circumstance',
    description: 'How accurately the place is known. Older links use `precision`, which still works.',
  }),
  date_precision: oneCode(datePrecisions, (incident) => incident.date_precision, {
    group: 'circumstance',
    description: 'How accurately the date is known.',
  }),
  dataset: oneCode(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, ({ dataset }) => dataset, {
    group: 'circumstance',
    description: 'Datasets, by their short name.',
    example: 'a dataset name such as demo',
  }),
} as const satisfies Readonly<Record<string, Dimension>>;

export type DimensionName = keyof typeof dimensions;
export const dimensionNames = Object.keys(dimensions) as readonly DimensionName[];

/**
 * The code of the whole that a code of a dividing dimension belongs to: `RS` for the region `RS-20`. A code that is no part of another
 * is given back.
 */
export function wholeOf(part: DimensionName, code: string): string {
  const { partOf }: Dimension = dimensions[part];
  const end = partOf === undefined ? -1 : code.indexOf(partOf.mark);
  return end < 0 ? code : code.slice(0, end);
}

/** A dimension that divides the codes of another. */
export interface Division {
  readonly part: DimensionName;
  readonly whole: DimensionName;
}

export const divisions: readonly Division[] = dimensionNames.flatMap((part) => {
  const { partOf }: Dimension = dimensions[part];
  return partOf === undefined ? [] : [{ part, whole: partOf.whole }];
});

/** The codes of a dimension as a type. */
export type CodeOfDimension<Name extends DimensionName> =
  (typeof dimensions)[Name] extends Dimension<infer Code, infer _> ? Code : never;

/** True if the text is the name of a dimension. */
export function isDimension(name: string): name is DimensionName {
  return Object.hasOwn(dimensions, name);
}

/** The named group of a dimension's codes that is just these; undefined if there is none. */
export function namedGroup(dimension: DimensionName, codes: readonly string[]): CodeGroup | undefined {
  const { values } = dimensions[dimension];
  return values instanceof RegExp ? undefined : groupOfCodes(values, codes);
}

/** Dimensions of which the incident itself has a code. */
export type OwnDimension = {
  [Name in DimensionName]: (typeof dimensions)[Name]['subject'] extends 'incident' ? Name : never;
}[DimensionName];

/** Dimensions whose codes are an open list. */
export type OpenDimension = { [Name in DimensionName]: string extends CodeOfDimension<Name> ? Name : never }[DimensionName];
