import type { IncidentSubtype, IncidentType, Setting } from '@monitor/domain';
import { requiredFigure } from './published-figures.ts';
import { type Weighted, weighted, weightedCodes } from './weighted.ts';

type Subtype = IncidentSubtype | null;
const subtypes = (pairs: readonly (readonly [Subtype, number])[]) => weighted<Subtype>(pairs);
const criminal = requiredFigure('criminal_context', '2024-Q1');
const organized = requiredFigure('organized_crime', '2024-Q1');
const robberies = requiredFigure('armed_robbery', '2024-Q1');

/** Sub-types by type; criminal context as published for the first quarter of 2024, the others assumptions. */
export const subtypesByType: Readonly<Partial<Record<IncidentType, Weighted<Subtype>>>> = {
  criminal_context: subtypes([
    ['criminal_context.organized_crime', organized],
    ['criminal_context.armed_robbery', robberies],
    ['criminal_context.other', criminal - organized - robberies],
  ]),
  domestic_violence: subtypes([
    ['domestic_violence.intimate_partner', 52],
    ['domestic_violence.family_member', 48],
  ]),
  accidental_shooting: subtypes([
    ['accidental_shooting.handling', 38],
    ['accidental_shooting.maintenance', 12],
    ['accidental_shooting.hunting', 22],
    ['accidental_shooting.malfunction_or_ricochet', 10],
    [null, 18],
  ]),
  suicide: subtypes([
    ['suicide.after_domestic_violence', 6],
    ['suicide.other', 94],
  ]),
};

const celebration = {
  holiday: subtypes([
    ['celebratory_shooting.public_holiday', 85],
    ['celebratory_shooting.family_celebration', 5],
    ['celebratory_shooting.other', 10],
  ]),
  otherwise: subtypes([
    ['celebratory_shooting.family_celebration', 78],
    ['celebratory_shooting.other', 17],
    [null, 5],
  ]),
};

/** Sub-types of celebratory shootings: holidays in the days around New Year, families otherwise. */
export function celebrationSubtypes(atNewYear: boolean): Weighted<Subtype> {
  return atNewYear ? celebration.holiday : celebration.otherwise;
}

const places = (weights: Partial<Record<Setting, number>>) => weightedCodes<Setting>(weights);
const seizures = requiredFigure('weapon_seizure', '2022');
const percent = (part: number) => (100 * part) / seizures;

const usualSettings = places({
  home: 22,
  street: 34,
  hospitality: 8,
  workplace: 5,
  road: 8,
  nature: 4,
  other: 6,
  not_reported: 13,
});

/** Settings by type; homes and streets of seizures as published for 2022, homes of accidental shootings likewise, the others assumptions. */
const settingsByType: Readonly<Partial<Record<IncidentType, Weighted<Setting>>>> = {
  weapon_seizure: places({
    home: percent(requiredFigure('seizures_home', '2022')),
    street: percent(requiredFigure('seizures_street', '2022')),
    road: 11,
    border_crossing: 4,
    nature: 5,
    hospitality: 3,
    workplace: 3,
    school: 0.5,
    other: 4,
    not_reported: 8,
  }),
  criminal_context: places({ street: 33, workplace: 24, home: 14, road: 11, hospitality: 6, other: 4, not_reported: 8 }),
  public_dispute: places({
    street: 42,
    hospitality: 20,
    home: 15,
    road: 9,
    workplace: 3,
    school: 1.5,
    nature: 2,
    other: 2,
    not_reported: 6,
  }),
  domestic_violence: places({ home: 80, street: 9, road: 3, workplace: 1, nature: 1, other: 1, not_reported: 5 }),
  undetermined_explosion: places({ street: 28, home: 26, road: 18, workplace: 12, hospitality: 5, other: 3, not_reported: 8 }),
  celebratory_shooting: places({ home: 30, street: 22, hospitality: 24, road: 12, nature: 2, other: 2, not_reported: 8 }),
  accidental_shooting: places({
    home: 36,
    nature: 25,
    street: 9,
    workplace: 5,
    road: 5,
    hospitality: 3,
    other: 4,
    not_reported: 13,
  }),
  suicide: places({ home: 68, nature: 10, road: 6, workplace: 6, street: 3, other: 2, not_reported: 5 }),
  police_encounter: places({
    street: 36,
    road: 28,
    home: 15,
    border_crossing: 4,
    nature: 5,
    workplace: 3,
    other: 3,
    not_reported: 6,
  }),
  shooting_at_animals: places({ street: 36, home: 24, nature: 26, road: 4, other: 2, not_reported: 8 }),
  weapon_theft: places({ home: 58, workplace: 14, road: 12, nature: 3, other: 4, not_reported: 9 }),
};

export function settingsOf(type: IncidentType): Weighted<Setting> {
  return settingsByType[type] ?? usualSettings;
}

/** Share of urban incidents among those of which it is known; seizures as published for 2022, accidental shootings mostly rural. */
export function urbanShare(type: IncidentType): number {
  if (type === 'weapon_seizure') return requiredFigure('seizures_urban', '2022') / seizures;
  if (type === 'accidental_shooting') return 0.44;
  return type === 'suicide' || type === 'domestic_violence' ? 0.57 : 0.67;
}

/** Share of incidents, seizures apart, of which urban or rural is not reported. */
export const urbanityNotReported = 0.03;

type Wordings = readonly [string, ...string[]];

/** The type as a report might word it; armed domestic violence is often called a dispute. */
export const wordings: Readonly<Partial<Record<IncidentType, Wordings>>> = {
  weapon_seizure: ['weapons found during a search', 'seizure of weapons', 'illegal possession of weapons', 'police operation'],
  criminal_context: ['armed attack', 'armed robbery', 'settling of accounts', 'attempted murder', 'extortion'],
  public_dispute: ['dispute', 'quarrel', 'fight with shots fired', 'incident in front of a café'],
  domestic_violence: ['dispute', 'family dispute', 'quarrel', 'domestic violence', 'family tragedy'],
  undetermined_shooting: ['shooting', 'shots fired', 'shots at a house', 'shots at a vehicle'],
  undetermined_explosion: ['explosion', 'explosive device thrown', 'vehicle blown up'],
  celebratory_shooting: ['shots at a wedding', 'shots fired in the air', 'celebration'],
  accidental_shooting: ['accident', 'careless handling of a weapon', 'hunting accident'],
  suicide: ['suicide', 'death under investigation'],
  police_encounter: ['shots at police', 'police action', 'pursuit'],
  shooting_at_animals: ['dog shot', 'animal shot', 'poaching'],
  weapon_theft: ['theft', 'burglary'],
};

/** Share of incidents with the type in the source's words. */
export const wordingShare = 0.42;
