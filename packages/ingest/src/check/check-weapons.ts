import { legalStatuses, seizureModes, tracedStatuses, type Weapon, weaponClasses } from '@monitor/domain';
import { type Findings, quoted } from '../findings.ts';
import type { RawWeapon } from '../raw-incident.ts';
import { wholeNumber } from './check-casualties.ts';
import { checkCode } from './check-code.ts';

const mostWeapons = 1_000_000;

/** A weapon; what cannot be used becomes "not reported", with a warning. */
export function checkWeapon(raw: RawWeapon, findings: Findings): Weapon {
  return {
    class: checkCode(weaponClasses, raw.class, 'weapon class', findings) ?? 'not_reported',
    count: checkNumber(raw.count, findings),
    legal: checkCode(legalStatuses, raw.legal, 'legal', findings) ?? 'not_reported',
    mode: checkCode(seizureModes, raw.mode, 'mode', findings),
    traced: checkCode(tracedStatuses, raw.traced, 'traced', findings) ?? 'not_reported',
  };
}

export function checkNumber(text: string | null, findings: Findings): number | null {
  if (text === null) return null;
  const number = wholeNumber(text);
  if (number !== undefined && number >= 0 && number <= mostWeapons) return number;
  findings.warn('weapon_count_dropped', `the number of weapons ${quoted(text)} is not a whole number from 0 to ${mostWeapons}.`);
  return null;
}
