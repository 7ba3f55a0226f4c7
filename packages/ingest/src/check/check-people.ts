import { ageBandOf, ageBands, type Person, personOutcomes, personRoles, relationships, sexes } from '@monitor/domain';
import { type Findings, quoted } from '../findings.ts';
import type { RawPerson } from '../raw-incident.ts';
import { wholeNumber } from './check-casualties.ts';
import { checkCode } from './check-code.ts';

/** A person; what cannot be used becomes "not reported", with a warning. A person without a role is a victim. */
export function checkPerson(raw: RawPerson, findings: Findings): Person {
  const age = checkAge(raw.age, findings);
  return {
    role: checkCode(personRoles, raw.role, 'role', findings) ?? 'victim',
    sex: checkCode(sexes, raw.sex, 'sex', findings) ?? 'not_reported',
    age,
    age_band:
      age === null ? (checkCode(ageBands, raw.age_band, 'age_band', findings, 'unexplained') ?? 'not_reported') : ageBandOf(age),
    outcome: checkCode(personOutcomes, raw.outcome, 'outcome', findings, 'unexplained') ?? 'not_reported',
    relationship: checkCode(relationships, raw.relationship, 'relationship', findings, 'unexplained') ?? 'not_reported',
  };
}

export function checkAge(text: string | null, findings: Findings): number | null {
  if (text === null) return null;
  const age = wholeNumber(text);
  if (age !== undefined && age >= 0 && age <= 120) return age;
  findings.warn('age_dropped', `age ${quoted(text)} is not a whole number from 0 to 120.`);
  return null;
}
