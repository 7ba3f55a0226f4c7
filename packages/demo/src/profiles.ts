import { type IncidentSubtype, incidentSubtypes, type IncidentType, type LegalStatus, type Relationship } from '@monitor/domain';
import { relationships, type Setting, settings, type WeaponClass, weaponClasses } from '@monitor/domain';
import { requiredFigure as figure } from './published-figures.ts';
import { type Draw, numbers, shares, sharesOf, weighted } from './random.ts';

/** Outcomes whose number of people is levelled quarter by quarter. */
export const levelledOutcomes = ['killed', 'injured', 'threatened', 'unharmed'] as const;
export type LevelledOutcome = (typeof levelledOutcomes)[number];

/** What the incidents of a type are like: assumptions, set so that the published shares come out, where no figure is named. */
interface Profile {
  /** Share among the types that the quarterly reports do not count, from the first quarter of 2024 and two special reports on 2022. */
  readonly share?: number;
  /** Mean number of people per incident, before it is scaled to the quarter's level. */
  readonly people: Readonly<Record<LevelledOutcome, number>>;
  /** Where true, the number of people is taken as it is, since it was published as such or cannot rise above one person. */
  readonly unscaled?: true;
  /** Where true, reports often leave open whether somebody was hurt or threatened. */
  readonly vague?: true;
  readonly subtypes?: Draw<IncidentSubtype | null>;
  readonly settings: Draw<Setting>;
  /** Share of urban incidents among those of which it is known. */
  readonly urban: number;
  /** Police work by day, disputes come in the evening, gunfire at night. */
  readonly rhythm: 'day' | 'evening' | 'night';
  /** The weapon used. */
  readonly weapons: Draw<WeaponClass>;
  /** Whether the weapons are legal, where that does not depend on the victims. */
  readonly possession?: Draw<LegalStatus>;
  readonly perpetrators: Draw<number>;
  /** Age bands of victims whose age is reported, as positions in the vocabulary. */
  readonly ages: Draw<number>;
  /** How victim and perpetrator know each other. */
  readonly ties: Draw<Relationship>;
  /** The type as a report might word it; armed domestic violence is often called a dispute. */
  readonly words?: readonly [string, ...string[]];
}

const means = (killed: number, injured: number, threatened: number, unharmed: number) => ({
  killed,
  injured,
  threatened,
  unharmed,
});
const subtypes = (type: IncidentType, text: string) =>
  shares<IncidentSubtype | null>(text, (end) => {
    const code = `${type}.${end}`;
    return incidentSubtypes.has(code) ? code : end === 'unknown' ? null : undefined;
  });
const places = (text: string) => sharesOf<Setting>(settings, text);
const ties = (text: string) => sharesOf<Relationship>(relationships, text);
const usedClasses = weaponClasses.codes.filter((code) => code !== 'bladed');
/** Handgun, rifle or shotgun, automatic or military, explosive, gas pistol, air gun, pyrotechnic, ammunition, other, not reported. */
const used = (...weights: readonly number[]) => weighted(usedClasses, weights);
export const possessed = (...weights: readonly [illegal: number, legal: number, unknown: number]) =>
  weighted<LegalStatus>(['illegal', 'legal', 'not_reported'], weights);

const usual: Profile = {
  people: means(0, 0, 0, 0),
  settings: places('home 22, street 34, hospitality 8, workplace 5, road 8, nature 4, other 6, not_reported 13'),
  urban: 0.67,
  rhythm: 'evening',
  weapons: used(25, 15, 8, 8, 6, 6, 0, 0, 8, 24),
  perpetrators: numbers(12, 66, 14, 5, 3),
  ages: numbers(7, 45, 37, 11),
  ties: ties('acquaintance 10, stranger 10, other 5, not_reported 75'),
};

const seizures = figure('weapon_seizure', '2022');
const percent = (part: number) => (100 * part) / seizures;
const [organized, robberies] = [figure('organized_crime', '2024-Q1'), figure('armed_robbery', '2024-Q1')];
const otherCrimes = figure('criminal_context', '2024-Q1') - organized - robberies;
const crime = numbers(6, 39, 30, 15, 10);
const alone = numbers(12, 85, 3);

/** What is unusual of each type. Their order decides which incidents a seed gives. */
const unusual: Readonly<Record<IncidentType, Partial<Profile>>> = {
  /** Homes, streets and towns as published for 2022; 1.10 perpetrators on average (1,698 in 1,542), since weapons that are found have none. */
  weapon_seizure: {
    urban: figure('seizures_urban', '2022') / seizures,
    rhythm: 'day',
    perpetrators: numbers(4, 74, 14, 5, 3),
    settings: places(
      `home ${percent(figure('seizures_home', '2022'))}, street ${percent(figure('seizures_street', '2022'))}, road 11, border_crossing 4, nature 5, hospitality 3, workplace 3, school 0.5, other 4, not_reported 8`,
    ),
    words: ['weapons found during a search', 'seizure of weapons', 'illegal possession of weapons', 'police operation'],
  },
  criminal_context: {
    people: means(0.062, 0.09, 0.47, 0.07),
    vague: true,
    perpetrators: crime,
    subtypes: subtypes('criminal_context', `organized_crime ${organized}, armed_robbery ${robberies}, other ${otherCrimes}`),
    settings: places('street 33, workplace 24, home 14, road 11, hospitality 6, other 4, not_reported 8'),
    weapons: used(38, 4, 9, 10, 2, 1, 0, 0, 3, 33),
    ties: ties('stranger 42, acquaintance 18, other 5, not_reported 35'),
    words: ['armed attack', 'armed robbery', 'settling of accounts', 'attempted murder', 'extortion'],
  },
  public_dispute: {
    share: 0.472,
    people: means(0.1, 0.23, 0.44, 0.09),
    vague: true,
    weapons: used(42, 11, 4, 3, 6, 5, 0, 0, 3, 26),
    settings: places('street 42, hospitality 20, home 15, road 9, workplace 3, school 1.5, nature 2, other 2, not_reported 6'),
    ties: ties('acquaintance 48, stranger 24, other 4, not_reported 24'),
    words: ['dispute', 'quarrel', 'fight with shots fired', 'incident in front of a café'],
  },
  /** 23% of those killed in 2022; ties follow from the sub-type. */
  domestic_violence: {
    share: 0.135,
    people: means(0.35, 0.18, 0.58, 0.04),
    vague: true,
    urban: 0.57,
    perpetrators: alone,
    ages: numbers(8, 30, 42, 20),
    weapons: used(40, 24, 6, 5, 2, 1, 0, 0, 2, 20),
    subtypes: subtypes('domestic_violence', 'intimate_partner 52, family_member 48'),
    settings: places('home 80, street 9, road 3, workplace 1, nature 1, other 1, not_reported 5'),
    words: ['dispute', 'family dispute', 'quarrel', 'domestic violence', 'family tragedy'],
  },
  /** 3 killed and 25 injured in 86 incidents of the last quarter of 2022. */
  undetermined_shooting: {
    people: means(0.06, 0.28, 0.02, 0.14),
    vague: true,
    rhythm: 'night',
    weapons: used(27, 6, 15, 0, 2, 4, 0, 0, 1, 45),
    ties: ties('stranger 6, acquaintance 8, not_reported 86'),
    words: ['shooting', 'shots fired', 'shots at a house', 'shots at a vehicle'],
  },
  celebratory_shooting: {
    people: means(0.01, 0.06, 0, 0),
    rhythm: 'night',
    weapons: used(38, 7, 16, 0, 24, 0, 2, 0, 0, 13),
    settings: places('home 30, street 22, hospitality 24, road 12, nature 2, other 2, not_reported 8'),
    ties: ties('acquaintance 35, family_member 20, stranger 15, not_reported 30'),
    words: ['shots at a wedding', 'shots fired in the air', 'celebration'],
  },
  /** 10 killed and 57 injured in 65 incidents of 2022, mostly rural; 40% of the weapons whose status is known are legal. */
  accidental_shooting: {
    share: 0.097,
    people: means(0.154, 0.877, 0, 0),
    unscaled: true,
    urban: 0.44,
    rhythm: 'day',
    perpetrators: numbers(50, 50),
    ages: numbers(18, 40, 32, 10),
    weapons: used(29, 25, 4, 9, 2, 7, 4, 3, 0, 17),
    possession: possessed(40, 27, 33),
    subtypes: subtypes('accidental_shooting', 'handling 38, maintenance 12, hunting 22, malfunction_or_ricochet 10, unknown 18'),
    settings: places('home 36, nature 25, street 9, workplace 5, road 5, hospitality 3, other 4, not_reported 13'),
    ties: ties('acquaintance 26, family_member 20, other 4, not_reported 50'),
    words: ['accident', 'careless handling of a weapon', 'hunting accident'],
  },
  suicide: {
    share: 0.082,
    people: means(0, 0.08, 0, 0),
    unscaled: true,
    urban: 0.57,
    rhythm: 'day',
    ages: numbers(3, 22, 39, 36),
    weapons: used(62, 20, 4, 4, 0, 0, 0, 0, 0, 10),
    possession: possessed(26, 26, 48),
    subtypes: subtypes('suicide', 'after_domestic_violence 6, other 94'),
    settings: places('home 68, nature 10, road 6, workplace 6, street 3, other 2, not_reported 5'),
    words: ['suicide', 'death under investigation'],
  },
  undetermined_explosion: {
    share: 0.07,
    people: means(0.03, 0.14, 0, 0.2),
    vague: true,
    rhythm: 'night',
    perpetrators: numbers(38, 50, 12),
    weapons: used(0, 0, 0, 78, 0, 0, 8, 0, 0, 14),
    ties: ties('acquaintance 5, not_reported 95'),
    settings: places('street 28, home 26, road 18, workplace 12, hospitality 5, other 3, not_reported 8'),
    words: ['explosion', 'explosive device thrown', 'vehicle blown up'],
  },
  police_encounter: {
    share: 0.05,
    people: means(0.04, 0.26, 0.1, 0.1),
    vague: true,
    weapons: used(46, 8, 13, 4, 2, 0, 0, 0, 0, 27),
    settings: places('street 36, road 28, home 15, border_crossing 4, nature 5, workplace 3, other 3, not_reported 6'),
    ties: ties('law_enforcement 100'),
    words: ['shots at police', 'police action', 'pursuit'],
  },
  shooting_at_animals: {
    share: 0.03,
    people: means(0, 0, 0.03, 0),
    rhythm: 'day',
    perpetrators: alone,
    weapons: used(9, 37, 0, 0, 1, 27, 0, 0, 1, 25),
    words: ['dog shot', 'animal shot', 'poaching'],
    settings: places('street 36, home 24, nature 26, road 4, other 2, not_reported 8'),
  },
  weapon_theft: {
    share: 0.025,
    rhythm: 'day',
    perpetrators: crime,
    words: ['theft', 'burglary'],
    weapons: used(32, 38, 9, 2, 0, 2, 0, 9, 0, 8),
    possession: possessed(8, 77, 15),
    settings: places('home 58, workplace 14, road 12, nature 3, other 4, not_reported 9'),
  },
  political_or_extremist: { share: 0.003, people: means(0.08, 0.2, 0.4, 0.2) },
  armed_conflict: {},
  other: { share: 0.036, people: means(0.04, 0.12, 0.25, 0.05), vague: true },
};

export const types = Object.keys(unusual) as readonly IncidentType[];
export const profiles = Object.fromEntries(types.map((type) => [type, { ...usual, ...unusual[type] }])) as Readonly<
  Record<IncidentType, Profile>
>;
