import type { SeizureMode, WeaponClass } from '@monitor/domain';
import { unknownCode } from '../check/check-code.ts';
import type { Findings } from '../findings.ts';
import { type RawWeapon, unknownWeapon } from '../raw-incident.ts';
import { cell, type Row } from '../row.ts';
import { numberedList } from './gva-lists.ts';

/**
 * Weapon classes behind the archive's gun types, which are kinds and calibres. `22 LR` is fired by pistols and rifles alike;
 * `[AR-15]` and `[AK-47]` are rifles of a military pattern.
 */
const classes: Readonly<Record<string, WeaponClass>> = {
  Handgun: 'handgun',
  '9mm': 'handgun',
  '10mm': 'handgun',
  '25 Auto': 'handgun',
  '32 Auto': 'handgun',
  '380 Auto': 'handgun',
  '38 Spl': 'handgun',
  '357 Mag': 'handgun',
  '40 SW': 'handgun',
  '44 Mag': 'handgun',
  '45 Auto': 'handgun',
  Rifle: 'rifle_or_shotgun',
  Shotgun: 'rifle_or_shotgun',
  '12 gauge': 'rifle_or_shotgun',
  '16 gauge': 'rifle_or_shotgun',
  '20 gauge': 'rifle_or_shotgun',
  '28 gauge': 'rifle_or_shotgun',
  '410 gauge': 'rifle_or_shotgun',
  '30-06 Spr': 'rifle_or_shotgun',
  '30-30 Win': 'rifle_or_shotgun',
  '300 Win': 'rifle_or_shotgun',
  '308 Win': 'rifle_or_shotgun',
  '223 Rem [AR-15]': 'automatic_or_military',
  '7.62 [AK-47]': 'automatic_or_military',
  Other: 'other',
  '22 LR': 'not_reported',
  Unknown: 'not_reported',
};

/** The guns of an incident, those of one class and possession counted together. Only "Stolen" says how a gun is possessed. */
export function readGuns(row: Row, mode: SeizureMode | null, findings: Findings): RawWeapon[] {
  const types = numberedList(cell(row, 'gun_type'));
  const stolen = numberedList(cell(row, 'gun_stolen'));
  const counts = new Map<string, number>();
  for (const number of new Set([...types.keys(), ...stolen.keys()])) {
    const type = types.get(number) ?? 'Unknown';
    if (classes[type] === undefined) findings.warn('unknown_code', unknownCode(Object.keys(classes), type, 'gun_type'));
    const key = `${classes[type] ?? 'not_reported'} ${stolen.get(number) === 'Stolen' ? 'illegal' : 'not_reported'}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([key, count]) => {
    const [weaponClass = null, legal = null] = key.split(' ');
    return { ...unknownWeapon, class: weaponClass, count: String(count), legal, mode };
  });
}
