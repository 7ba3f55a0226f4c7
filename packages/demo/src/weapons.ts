import type { IncidentType, SeizureMode, Weapon, WeaponClass } from '@monitor/domain';
import type { Random } from './random.ts';
import {
  ammunitionShare,
  possessionOf,
  seizedClasses,
  seizureModes,
  severalSeized,
  tracedStatuses,
  usedClass,
  withoutWeapon,
} from './weapon-profiles.ts';

/** How the weapons of a seizure came to the authorities; null for other types. */
export function drawMode(random: Random, type: IncidentType): SeizureMode | null {
  return type === 'weapon_seizure' ? seizureModes.draw(random) : null;
}

function seizedNumber(random: Random, of: WeaponClass): number | null {
  if (of === 'ammunition' || of === 'pyrotechnic') return random.chance(0.45) ? null : Math.ceil(5 * random.logNormal(1.6));
  if (of === 'not_reported') return null;
  return random.chance(severalSeized.probability) ? random.atLeastOne(severalSeized.mean) : 1;
}

function drawSeizedClasses(random: Random): WeaponClass[] {
  const found: WeaponClass[] = [];
  for (const [one, probability] of seizedClasses) if (random.chance(probability)) found.push(one);
  if (found.length === 0) found.push(withoutWeapon.draw(random));
  else if (random.chance(ammunitionShare)) found.push('ammunition');
  return found;
}

/** The weapons of an incident: used, stolen or, with a mode, seized. */
export function drawWeapons(random: Random, type: IncidentType, withVictims: boolean, mode: SeizureMode | null): Weapon[] {
  const legal = possessionOf(type, withVictims, mode).draw(random);
  if (mode === null) {
    const used = usedClass(type).draw(random);
    const stolen = type === 'weapon_theft' && random.chance(0.3);
    const count = stolen ? random.atLeastOne(3) : used === 'not_reported' || used === 'ammunition' ? null : 1;
    return [{ class: used, count, legal, mode, traced: 'not_reported' }];
  }
  const traced = tracedStatuses.draw(random);
  return drawSeizedClasses(random).map((one) => ({ class: one, count: seizedNumber(random, one), legal, mode, traced }));
}
