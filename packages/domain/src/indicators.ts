import type { Filter } from './filter.ts';
import { typesOfKind } from './incident-kinds.ts';
import { filterOfLargeSeizures, weaponsOfLargeSeizure } from './large-seizures.ts';
import type { Measure } from './measures.ts';
import {
  classesOfWeapons,
  type IncidentType,
  legalStatuses,
  type SeizureMode,
  seizureModes,
  type WeaponClass,
  weaponClasses,
} from './vocabularies.ts';

/*
 * The one list of indicators: what each framework asks for that incidents can answer. The API, its files and the page derive from it;
 * docs/indicators.md says where the definitions come from.
 */

export const indicatorFrameworks = {
  roadmap: 'Armed violence: incident-based indicators of the SALW Control Roadmap (Western Balkans)',
  sdg: 'Sustainable Development Goals: 16.1.1 and 16.4.2',
  unodc: 'UNODC Illicit Arms Flows Questionnaire: seizures',
} as const;
export type IndicatorFramework = keyof typeof indicatorFrameworks;

interface OfIndicator {
  /** Stable: the name in addresses, files and programs. */
  readonly id: string;
  readonly framework: IndicatorFramework;
  readonly title: string;
  /** What is counted, in one or two sentences. */
  readonly definition: string;
  /** What is counted; of a share, the part. */
  readonly filter: Filter;
  readonly measure: Measure;
  /** The direction that is an improvement; `none` where a change can mean more of a problem or more work against it. */
  readonly better: 'lower' | 'higher' | 'none';
}

export type Indicator =
  | (OfIndicator & { readonly kind: 'count' })
  /** Per 100,000 people and year. */
  | (OfIndicator & { readonly kind: 'rate' })
  | (OfIndicator & {
      readonly kind: 'share';
      /** The filter of all that the part is taken from, counted with the same measure. */
      readonly whole: Filter;
      /** Those of the whole of whom it is not known whether they belong to the part. */
      readonly unknown: Filter;
      /** Whether the unknown are divided by, too; otherwise the share is of those that are known. */
      readonly unknownCounts: boolean;
    });

/** Firearms in the sense of the frameworks: small arms that fire a shot by an explosive charge. */
const firearms: readonly WeaponClass[] = ['handgun', 'rifle_or_shotgun', 'automatic_or_military'];

/** Types whose killings are intentional homicide, or are taken for it while their circumstances are not known. */
const homicideTypes: readonly IncidentType[] = [
  'criminal_context',
  'public_dispute',
  'domestic_violence',
  'undetermined_shooting',
  'undetermined_explosion',
  'political_or_extremist',
];

const recovered: Filter = { mode: seizureModes.codes };
const recoveredFirearms: Filter = { ...recovered, weapon: firearms };

const modeDefinitions: Readonly<Record<SeizureMode, string>> = {
  seized: 'Handguns, rifles, shotguns and automatic or military firearms taken by the authorities.',
  found: 'Handguns, rifles, shotguns and automatic or military firearms found without an owner.',
  surrendered: 'Handguns, rifles, shotguns and automatic or military firearms handed in voluntarily.',
};

/** The share of women among the subjects of a filter whose sex is known. */
function shareOfWomen(whole: Filter, sex: 'victim_sex' | 'perpetrator_sex') {
  return {
    kind: 'share',
    filter: { ...whole, [sex]: ['woman'] },
    whole,
    unknown: { ...whole, [sex]: ['not_reported'] },
    unknownCounts: false,
    better: 'none',
  } as const;
}

/** Weapons of a filter that were seized, found or surrendered. */
function recoveredOf(id: string, title: string, filter: Filter, definition: string): Indicator {
  return {
    id,
    framework: 'unodc',
    title,
    definition,
    kind: 'count',
    filter: { ...recovered, ...filter },
    measure: 'weapons',
    better: 'none',
  };
}

const violence: Filter = { type: typesOfKind('violence') };

export const indicators: readonly Indicator[] = [
  {
    id: 'incidents',
    framework: 'roadmap',
    title: 'Violent firearm incidents',
    definition: 'Incidents in which a weapon was used or used as a threat: all types except weapon seizures and weapon thefts.',
    kind: 'count',
    filter: violence,
    measure: 'incidents',
    better: 'lower',
  },
  {
    id: 'killed',
    framework: 'roadmap',
    title: 'People killed',
    definition: 'People killed in violent incidents, not counting suicides.',
    kind: 'count',
    filter: violence,
    measure: 'killed',
    better: 'lower',
  },
  {
    id: 'injured',
    framework: 'roadmap',
    title: 'People injured',
    definition: 'People physically injured in violent incidents.',
    kind: 'count',
    filter: violence,
    measure: 'injured',
    better: 'lower',
  },
  {
    id: 'suicides',
    framework: 'roadmap',
    title: 'Deaths by suicide',
    definition: 'People who died by suicide with a weapon. They are not among the people killed.',
    kind: 'count',
    filter: {},
    measure: 'suicides',
    better: 'lower',
  },
  {
    id: 'killed_women_share',
    framework: 'roadmap',
    title: 'Women among people killed',
    definition: 'Share of women and girls among the people killed whose sex is reported.',
    ...shareOfWomen({ victim_outcome: ['killed'] }, 'victim_sex'),
    measure: 'victims',
  },
  {
    id: 'injured_women_share',
    framework: 'roadmap',
    title: 'Women among people injured',
    definition: 'Share of women and girls among the people injured whose sex is reported.',
    ...shareOfWomen({ victim_outcome: ['injured'] }, 'victim_sex'),
    measure: 'victims',
  },
  {
    id: 'perpetrators_women_share',
    framework: 'roadmap',
    title: 'Women among perpetrators',
    definition: 'Share of women and girls among the people suspected of or charged with the act whose sex is reported.',
    ...shareOfWomen({}, 'perpetrator_sex'),
    measure: 'perpetrators',
  },
  {
    id: 'domestic_violence',
    framework: 'roadmap',
    title: 'Domestic violence with weapons',
    definition: 'Incidents in which a weapon was used between partners, former partners or family members.',
    kind: 'count',
    filter: { type: ['domestic_violence'] },
    measure: 'incidents',
    better: 'lower',
  },
  {
    id: 'domestic_violence_women_killed',
    framework: 'roadmap',
    title: 'Women killed in domestic violence',
    definition: 'Women and girls killed in incidents of domestic violence, counted from the people described one by one.',
    kind: 'count',
    filter: { type: ['domestic_violence'], victim_sex: ['woman'], victim_outcome: ['killed'] },
    measure: 'victims',
    better: 'lower',
  },
  {
    id: 'celebratory_shootings',
    framework: 'roadmap',
    title: 'Celebratory shootings',
    definition: 'Incidents in which shots were fired in celebration.',
    kind: 'count',
    filter: { type: ['celebratory_shooting'] },
    measure: 'incidents',
    better: 'lower',
  },
  {
    id: 'seizures',
    framework: 'roadmap',
    title: 'Weapon seizures',
    definition: 'Incidents in which firearms, ammunition or explosives were seized, found or surrendered.',
    kind: 'count',
    filter: { type: ['weapon_seizure'] },
    measure: 'incidents',
    better: 'none',
  },
  {
    id: 'large_seizures',
    framework: 'roadmap',
    title: `Large seizures (${weaponsOfLargeSeizure} or more weapons)`,
    definition: `Weapon seizures with ${weaponsOfLargeSeizure} or more weapons of any class, not counting ammunition and knives. Weapons whose number is not reported add nothing.`,
    kind: 'count',
    filter: filterOfLargeSeizures({}),
    measure: 'incidents',
    better: 'none',
  },
  {
    id: 'weapons_surrendered',
    framework: 'roadmap',
    title: 'Weapons surrendered voluntarily',
    definition: 'Weapons of any class, without ammunition and knives, that were handed in voluntarily.',
    kind: 'count',
    filter: { mode: ['surrendered'] },
    measure: 'weapons',
    better: 'higher',
  },
  {
    id: 'sdg_16_1_1',
    framework: 'sdg',
    title: '16.1.1 Victims of intentional homicide with weapons, per 100,000 people',
    definition:
      'People killed in criminal contexts, public disputes, domestic violence, political or extremist violence, and undetermined shootings and explosions, per 100,000 people and year. Only homicides with weapons that are on record.',
    kind: 'rate',
    filter: { type: homicideTypes },
    measure: 'killed',
    better: 'lower',
  },
  {
    id: 'sdg_16_1_1_women_share',
    framework: 'sdg',
    title: '16.1.1 by sex: women among victims of intentional homicide with weapons',
    definition: 'Share of women and girls among the victims of intentional homicide whose sex is reported.',
    ...shareOfWomen({ type: homicideTypes, victim_outcome: ['killed'] }, 'victim_sex'),
    measure: 'victims',
  },
  {
    id: 'sdg_16_1_1_minors_share',
    framework: 'sdg',
    title: '16.1.1 by age: people aged 18 or younger among victims of intentional homicide with weapons',
    definition: 'Share of people aged 18 or younger among the victims of intentional homicide whose age is reported.',
    kind: 'share',
    filter: { type: homicideTypes, victim_outcome: ['killed'], victim_age: ['0-18'] },
    whole: { type: homicideTypes, victim_outcome: ['killed'] },
    unknown: { type: homicideTypes, victim_outcome: ['killed'], victim_age: ['not_reported'] },
    unknownCounts: false,
    measure: 'victims',
    better: 'none',
  },
  {
    id: 'sdg_16_4_2',
    framework: 'sdg',
    title: '16.4.2 Seized, found or surrendered firearms whose origin was traced',
    definition:
      'Share of firearms whose origin was traced among all firearms seized, found or surrendered. Firearms for which no result is reported count as not traced.',
    kind: 'share',
    filter: { ...recoveredFirearms, traced: ['yes'] },
    whole: recoveredFirearms,
    unknown: { ...recoveredFirearms, traced: ['not_reported'] },
    unknownCounts: true,
    measure: 'weapons',
    better: 'higher',
  },
  recoveredOf(
    'firearms',
    'Firearms seized, found or surrendered',
    { weapon: firearms },
    'Handguns, rifles, shotguns and automatic or military firearms, however the authorities obtained them.',
  ),
  ...seizureModes.terms.map(({ code, label }) =>
    recoveredOf(`firearms_${code}`, `Firearms ${label.toLowerCase()}`, { weapon: firearms, mode: [code] }, modeDefinitions[code]),
  ),
  ...weaponClasses.terms
    .filter(({ code }) => classesOfWeapons.some((one) => one === code))
    .map(({ code, label, definition }) =>
      recoveredOf(
        `class_${code}`,
        `Weapons seized, found or surrendered: ${code === 'not_reported' ? 'class not reported' : label.toLowerCase()}`,
        { weapon: [code] },
        `Seized, found or surrendered. ${definition}`,
      ),
    ),
  ...legalStatuses.terms.map(({ code, label, definition }) =>
    recoveredOf(
      `firearms_possession_${code}`,
      `Firearms seized, found or surrendered, by possession: ${label.toLowerCase()}`,
      { weapon: firearms, legal: [code] },
      `Seized, found or surrendered. ${definition}`,
    ),
  ),
  {
    id: 'ammunition',
    framework: 'unodc',
    title: 'Rounds of ammunition seized, found or surrendered',
    definition: 'Rounds whose number is reported.',
    kind: 'count',
    filter: recovered,
    measure: 'rounds',
    better: 'none',
  },
];

/** What a framework asks for that incidents cannot answer. */
export interface UnavailableIndicator {
  readonly framework: IndicatorFramework;
  readonly title: string;
  /** Why there is no figure. */
  readonly reason: string;
}

export const unavailableIndicators: readonly UnavailableIndicator[] = [
  {
    framework: 'roadmap',
    title: 'Laws, strategies and standard procedures in line with European Union rules',
    reason: 'They are about institutions, not incidents.',
  },
  {
    framework: 'roadmap',
    title: 'Cases prosecuted and decided',
    reason: 'The records end with the incident. They do not follow the case to court.',
  },
  {
    framework: 'roadmap',
    title: 'Firearms legalised, deactivated or destroyed, and secure storage',
    reason: 'These come from the registers of the authorities.',
  },
  {
    framework: 'sdg',
    title: '16.1.1 Rates for women and men, and by age',
    reason: 'We have no population figures by sex and age. The shares of women and of people aged 18 or younger are given instead.',
  },
  {
    framework: 'sdg',
    title: '16.1.1 Homicides without a weapon',
    reason: 'Homicides by other means are not recorded here. The official indicator is therefore higher.',
  },
  {
    framework: 'unodc',
    title: 'Parts and components',
    reason: 'They are not recorded separately.',
  },
  {
    framework: 'unodc',
    title: 'Make, model, calibre, serial numbers, trafficking routes and country of manufacture',
    reason: 'They are not recorded.',
  },
  {
    framework: 'unodc',
    title: 'Tracing requests and criminal justice responses',
    reason: 'The records say whether the origin of a weapon was traced, but not by what request or with what result in court.',
  },
];

/** What can be said of an indicator in a year, compared with the year before. */
export const indicatorVerdicts = {
  rise: 'Clear rise',
  fall: 'Clear fall',
  possible_rise: 'Rise that may be due to chance',
  possible_fall: 'Fall that may be due to chance',
  no_clear_change: 'No clear change',
  too_few: 'Too few to compare',
  in_waves: 'Too uneven to compare',
  few_incidents: 'Depends on a few large incidents',
  rests_on_largest: 'Driven by one or two incidents',
  incomplete_year: 'Year incomplete',
  coverage_differs: 'Data of the two years not comparable',
  no_earlier_year: 'No data for the year before',
  no_value: 'No value',
} as const;
export type IndicatorVerdict = keyof typeof indicatorVerdicts;
export const indicatorVerdictCodes = Object.keys(indicatorVerdicts) as readonly IndicatorVerdict[];
