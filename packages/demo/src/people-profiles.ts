import type { AgeBand, IncidentType, Relationship } from '@monitor/domain';
import { weightedCodes } from './weighted.ts';

/* Who victims and perpetrators are: assumptions, set so that the published shares of 2020 and 2022 come out. */

/** Share of women among victims whose sex is reported. */
export function womenShare(type: IncidentType, outcome: string): number {
  if (type === 'domestic_violence') return outcome === 'killed' ? 0.68 : 0.66;
  if (type === 'suicide') return 0.05;
  if (type === 'accidental_shooting') return 0.08;
  if (outcome === 'killed') return 0.1;
  return outcome === 'injured' ? 0.11 : 0.2;
}

/** Share of women among perpetrators whose sex is reported. */
export const womenPerpetrators = 0.0155;

/** Share of people whose sex is not reported. */
export const sexNotReported = { victim: 0.03, perpetrator: 0.33, seizure: 0.13 } as const;

export type KnownBand = Exclude<AgeBand, 'not_reported'>;

/** First and last year of each band, with the oldest age that is drawn. */
export const bandLimits: Readonly<Record<KnownBand, readonly [number, number]>> = {
  '0-18': [3, 18],
  '19-35': [19, 35],
  '36-60': [36, 60],
  '61-plus': [61, 88],
};

const victimBands = {
  usual: weightedCodes<KnownBand>({ '0-18': 7, '19-35': 45, '36-60': 37, '61-plus': 11 }),
  family: weightedCodes<KnownBand>({ '0-18': 8, '19-35': 30, '36-60': 42, '61-plus': 20 }),
  accident: weightedCodes<KnownBand>({ '0-18': 18, '19-35': 40, '36-60': 32, '61-plus': 10 }),
  suicide: weightedCodes<KnownBand>({ '0-18': 3, '19-35': 22, '36-60': 39, '61-plus': 36 }),
};

/** Age bands of victims whose age is reported. */
export function victimBand(type: IncidentType): (typeof victimBands)['usual'] {
  if (type === 'domestic_violence') return victimBands.family;
  if (type === 'accidental_shooting') return victimBands.accident;
  return type === 'suicide' ? victimBands.suicide : victimBands.usual;
}

/** Age bands of perpetrators whose age is reported: mostly 19–35, closely followed by 36–60. */
export const perpetratorBand = weightedCodes<KnownBand>({ '0-18': 3, '19-35': 46, '36-60': 42, '61-plus': 9 });

/** Share of people whose age band is not reported, and of the others the share of whom only the band is. */
export const ageNotReported = { victim: 0.14, perpetrator: 0.33 } as const;
export const bandOnly = 0.3;

const ties = (weights: Partial<Record<Relationship, number>>) => weightedCodes<Relationship>(weights);

const relationships: Readonly<Partial<Record<IncidentType, ReturnType<typeof ties>>>> = {
  criminal_context: ties({ stranger: 42, acquaintance: 18, other: 5, not_reported: 35 }),
  public_dispute: ties({ acquaintance: 48, stranger: 24, other: 4, not_reported: 24 }),
  undetermined_shooting: ties({ stranger: 6, acquaintance: 8, not_reported: 86 }),
  undetermined_explosion: ties({ acquaintance: 5, not_reported: 95 }),
  celebratory_shooting: ties({ acquaintance: 35, family_member: 20, stranger: 15, not_reported: 30 }),
  accidental_shooting: ties({ acquaintance: 26, family_member: 20, other: 4, not_reported: 50 }),
  police_encounter: ties({ law_enforcement: 100 }),
};

const seldomReported = ties({ acquaintance: 10, stranger: 10, other: 5, not_reported: 75 });

/** How victim and perpetrator of an incident know each other; domestic violence is settled by its sub-type. */
export function relationshipsOf(type: IncidentType): ReturnType<typeof ties> {
  return relationships[type] ?? seldomReported;
}

const numbers = (weights: Readonly<Record<number, number>>) => weightedCodes<`${number}`>(weights);

const perpetratorNumbers = {
  /** Weapons found or handed in have no perpetrator, so that seizures come to 1.10 on average (1,698 in 1,542). */
  seizure: numbers({ 0: 4, 1: 74, 2: 14, 3: 5, 4: 3 }),
  crime: numbers({ 0: 6, 1: 39, 2: 30, 3: 15, 4: 10 }),
  shooting: numbers({ 0: 12, 1: 66, 2: 14, 3: 5, 4: 3 }),
  alone: numbers({ 0: 12, 1: 85, 2: 3 }),
  accident: numbers({ 0: 50, 1: 50 }),
  unknown: numbers({ 0: 38, 1: 50, 2: 12 }),
};

/** How many perpetrators an incident of a type has. */
export function perpetratorNumber(type: IncidentType): ReturnType<typeof numbers> {
  switch (type) {
    case 'weapon_seizure':
      return perpetratorNumbers.seizure;
    case 'criminal_context':
    case 'weapon_theft':
      return perpetratorNumbers.crime;
    case 'accidental_shooting':
      return perpetratorNumbers.accident;
    case 'domestic_violence':
    case 'shooting_at_animals':
      return perpetratorNumbers.alone;
    case 'undetermined_explosion':
      return perpetratorNumbers.unknown;
    default:
      return perpetratorNumbers.shooting;
  }
}
