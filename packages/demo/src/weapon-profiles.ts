import type { IncidentType, LegalStatus, SeizureMode, TracedStatus, WeaponClass } from '@monitor/domain';
import { requiredFigure } from './published-figures.ts';
import { weightedCodes } from './weighted.ts';

const seizures = requiredFigure('weapon_seizure', '2022');

/** Probability that a seizure includes a class, drawn for each class separately. Published for 2022, pyrotechnics for its last quarter. */
export const seizedClasses: readonly (readonly [WeaponClass, number])[] = [
  ['handgun', requiredFigure('seizures_with_handgun', '2022') / seizures],
  ['rifle_or_shotgun', requiredFigure('seizures_with_rifle_or_shotgun', '2022') / seizures],
  ['automatic_or_military', requiredFigure('seizures_with_automatic_or_military', '2022') / seizures],
  ['explosive', requiredFigure('seizures_with_explosive', '2022') / seizures],
  ['gas_pistol', requiredFigure('seizures_with_gas_pistol', '2022') / seizures],
  ['air_gun', requiredFigure('seizures_with_air_gun', '2022') / seizures],
  ['pyrotechnic', requiredFigure('seizures_with_pyrotechnic', '2022-Q4') / requiredFigure('weapon_seizure', '2022-Q4')],
];

/** Share of seizures with ammunition beside the weapons (assumption). */
export const ammunitionShare = 0.38;
/** What was seized where no weapon was. */
export const withoutWeapon = weightedCodes<WeaponClass>({ ammunition: 72, other: 8, not_reported: 20 });

export const seizureModes = weightedCodes<SeizureMode>({ seized: 86, found: 10, surrendered: 4 });
export const tracedStatuses = weightedCodes<TracedStatus>({ yes: 7, no: 21, not_reported: 72 });

/** Probability that more than one weapon of a class is seized, and the mean where it is; gives the published large seizures. */
export const severalSeized = { probability: 0.13, mean: 3.4 } as const;

const classes = (weights: Partial<Record<WeaponClass, number>>) => weightedCodes<WeaponClass>(weights);

const usual = classes({
  handgun: 25,
  rifle_or_shotgun: 15,
  automatic_or_military: 8,
  explosive: 8,
  gas_pistol: 6,
  air_gun: 6,
  other: 8,
  not_reported: 24,
});

/** The weapon used, by type: assumptions, set so that 37% of the victims of 2022 faced a handgun. */
const usedClasses: Readonly<Partial<Record<IncidentType, ReturnType<typeof classes>>>> = {
  criminal_context: classes({
    handgun: 38,
    rifle_or_shotgun: 4,
    automatic_or_military: 9,
    explosive: 10,
    gas_pistol: 2,
    air_gun: 1,
    other: 3,
    not_reported: 33,
  }),
  public_dispute: classes({
    handgun: 42,
    rifle_or_shotgun: 11,
    automatic_or_military: 4,
    explosive: 3,
    gas_pistol: 6,
    air_gun: 5,
    other: 3,
    not_reported: 26,
  }),
  domestic_violence: classes({
    handgun: 40,
    rifle_or_shotgun: 24,
    automatic_or_military: 6,
    explosive: 5,
    gas_pistol: 2,
    air_gun: 1,
    other: 2,
    not_reported: 20,
  }),
  undetermined_shooting: classes({
    handgun: 27,
    rifle_or_shotgun: 6,
    automatic_or_military: 15,
    gas_pistol: 2,
    air_gun: 4,
    other: 1,
    not_reported: 45,
  }),
  undetermined_explosion: classes({ explosive: 78, pyrotechnic: 8, not_reported: 14 }),
  celebratory_shooting: classes({
    handgun: 38,
    rifle_or_shotgun: 7,
    automatic_or_military: 16,
    gas_pistol: 24,
    pyrotechnic: 2,
    not_reported: 13,
  }),
  accidental_shooting: classes({
    handgun: 29,
    rifle_or_shotgun: 25,
    automatic_or_military: 4,
    explosive: 9,
    gas_pistol: 2,
    air_gun: 7,
    pyrotechnic: 4,
    ammunition: 3,
    not_reported: 17,
  }),
  suicide: classes({ handgun: 62, rifle_or_shotgun: 20, automatic_or_military: 4, explosive: 4, not_reported: 10 }),
  police_encounter: classes({
    handgun: 46,
    rifle_or_shotgun: 8,
    automatic_or_military: 13,
    explosive: 4,
    gas_pistol: 2,
    not_reported: 27,
  }),
  shooting_at_animals: classes({ handgun: 9, rifle_or_shotgun: 37, gas_pistol: 1, air_gun: 27, other: 1, not_reported: 25 }),
  weapon_theft: classes({
    handgun: 32,
    rifle_or_shotgun: 38,
    automatic_or_military: 9,
    explosive: 2,
    air_gun: 2,
    ammunition: 9,
    not_reported: 8,
  }),
};

/** The weapon used in an incident of a type. */
export function usedClass(type: IncidentType): ReturnType<typeof classes> {
  return usedClasses[type] ?? usual;
}

const legal = (weights: Readonly<Record<LegalStatus, number>>) => weightedCodes<LegalStatus>(weights);

/**
 * Possession, one draw for all weapons of an incident: assumptions, set so that 72% of incidents (third quarter of 2025)
 * but only about a third of the incidents with victims (2022) have an illegal weapon, and that 40% of the accidental
 * shootings whose status is known have a legal one.
 */
const possession = {
  seized: legal({ illegal: 94, legal: 1, not_reported: 5 }),
  found: legal({ illegal: 90, legal: 0, not_reported: 10 }),
  withVictims: legal({ illegal: 37, legal: 10, not_reported: 53 }),
  withoutVictims: legal({ illegal: 64, legal: 6, not_reported: 30 }),
  accident: legal({ illegal: 40, legal: 27, not_reported: 33 }),
  suicide: legal({ illegal: 26, legal: 26, not_reported: 48 }),
  stolen: legal({ illegal: 8, legal: 77, not_reported: 15 }),
};

/** Whether the weapons of an incident were legally possessed. */
export function possessionOf(type: IncidentType, withVictims: boolean, mode: SeizureMode | null): ReturnType<typeof legal> {
  if (mode !== null) return mode === 'seized' ? possession.seized : possession.found;
  if (type === 'accidental_shooting') return possession.accident;
  if (type === 'suicide') return possession.suicide;
  if (type === 'weapon_theft') return possession.stolen;
  return withVictims ? possession.withVictims : possession.withoutVictims;
}
