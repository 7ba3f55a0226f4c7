import { type IncidentType, type LegalStatus, type SeizureMode, seizureModes, tracedStatuses } from '@monitor/domain';
import { type Weapon, type WeaponClass, weaponClasses } from '@monitor/domain';
import { possessed, profiles } from './profiles.ts';
import { requiredFigure } from './published-figures.ts';
import { type Draw, type Random, sharesOf } from './random.ts';

/** Probability that a seizure includes a class, drawn for each class separately. Published for 2022, pyrotechnics for its last quarter. */
const seizedClasses: readonly (readonly [WeaponClass, number])[] = [
  ...(['handgun', 'rifle_or_shotgun', 'automatic_or_military', 'explosive', 'gas_pistol', 'air_gun'] as const).map(
    (one) => [one, requiredFigure(`seizures_with_${one}`, '2022') / requiredFigure('weapon_seizure', '2022')] as const,
  ),
  ['pyrotechnic', requiredFigure('seizures_with_pyrotechnic', '2022-Q4') / requiredFigure('weapon_seizure', '2022-Q4')],
];

/** What was seized where no weapon was. */
const withoutWeapon = sharesOf(weaponClasses, 'ammunition 72, other 8, not_reported 20');
const modes = sharesOf(seizureModes, 'seized 86, found 10, surrendered 4');
const traces = sharesOf(tracedStatuses, 'yes 7, no 21, not_reported 72');

/**
 * Possession, one draw for all weapons of an incident: assumptions, set so that 72% of incidents (third quarter of 2025)
 * but only about a third of the incidents with victims (2022) have an illegal weapon.
 */
const seized = possessed(94, 1, 5);
const found = possessed(90, 0, 10);
const withVictims = possessed(37, 10, 53);
const withoutVictims = possessed(64, 6, 30);

function possessionOf(type: IncidentType, hasVictims: boolean, mode: SeizureMode | null): Draw<LegalStatus> {
  if (mode !== null) return mode === 'seized' ? seized : found;
  return profiles[type].possession ?? (hasVictims ? withVictims : withoutVictims);
}

/** How the weapons of a seizure came to the authorities; null for other types. */
export function drawMode(random: Random, type: IncidentType): SeizureMode | null {
  return type === 'weapon_seizure' ? modes(random) : null;
}

function seizedNumber(random: Random, of: WeaponClass): number | null {
  if (of === 'ammunition' || of === 'pyrotechnic') return random.chance(0.45) ? null : Math.ceil(5 * random.logNormal(1.6));
  if (of === 'not_reported') return null;
  // Set so that the published large seizures come out.
  return random.chance(0.13) ? random.atLeastOne(3.4) : 1;
}

function drawSeizedClasses(random: Random): WeaponClass[] {
  const classes = seizedClasses.filter(([, probability]) => random.chance(probability)).map(([one]) => one);
  if (classes.length === 0) return [withoutWeapon(random)];
  // Share of seizures with ammunition beside the weapons (assumption).
  return random.chance(0.38) ? [...classes, 'ammunition'] : classes;
}

/** The weapons of an incident: used, stolen or, with a mode, seized. */
export function drawWeapons(random: Random, type: IncidentType, hasVictims: boolean, mode: SeizureMode | null): Weapon[] {
  const legal = possessionOf(type, hasVictims, mode)(random);
  if (mode === null) {
    const used = profiles[type].weapons(random);
    const stolen = type === 'weapon_theft' && random.chance(0.3);
    const count = stolen ? random.atLeastOne(3) : used === 'not_reported' || used === 'ammunition' ? null : 1;
    return [{ class: used, count, legal, mode, traced: 'not_reported' }];
  }
  const traced = traces(random);
  return drawSeizedClasses(random).map((one) => ({ class: one, count: seizedNumber(random, one), legal, mode, traced }));
}
