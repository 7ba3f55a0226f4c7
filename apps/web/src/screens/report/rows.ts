import { classesOfWeapons, type IncidentType, incidentTypes, type WeaponClass } from '@monitor/domain';
import { amountOf, type Brief } from './brief.ts';

/** A row of a table of two periods. */
export interface TwoPeriods<Code extends string> {
  /** `rest`: all others together. */
  readonly code: Code | 'rest';
  readonly now: number;
  /** 0 too where the data does not cover the period before: see `hasYearBefore`. */
  readonly before: number;
}

/** A row of the table of types. */
export interface TypeRow extends TwoPeriods<IncidentType> {
  readonly killed: number;
  readonly injured: number;
}

/** The types that every brief names, also where there were none. */
const namedTypes: readonly IncidentType[] = [
  'weapon_seizure',
  'criminal_context',
  'public_dispute',
  'undetermined_shooting',
  'domestic_violence',
  'celebratory_shooting',
  'accidental_shooting',
];
/** So many types are named, others with most incidents among them. */
const mostTypes = 9;

/** Incidents by type, most first, and those of the other types together. */
export function typeRows({ answers: { now, yearBefore } }: Brief): TypeRow[] {
  const rows = incidentTypes.codes.map((code) => ({
    code,
    now: amountOf(now, 'type', code),
    before: amountOf(yearBefore, 'type', code),
    killed: amountOf(now, 'type', code, 'killed'),
    injured: amountOf(now, 'type', code, 'injured'),
  }));
  const isNamed = ({ code }: (typeof rows)[number]) => namedTypes.includes(code);
  // `other` is a type of its own, but reads like the rest.
  const others = rows.filter((row) => !isNamed(row) && row.code !== 'other' && row.now > 0).toSorted(mostFirst);
  const named = [...rows.filter(isNamed), ...others.slice(0, mostTypes - namedTypes.length)].toSorted(mostFirst);
  const rest = rows.filter((row) => !named.includes(row));
  const sum = (of: 'now' | 'before' | 'killed' | 'injured') => rest.reduce((total, row) => total + row[of], 0);
  return [...named, { code: 'rest', now: sum('now'), before: sum('before'), killed: sum('killed'), injured: sum('injured') }];
}

/** Weapons seized by class, most first; other classes and those not reported together. */
export function weaponRows({ answers: { seizures, seizuresYearBefore } }: Brief): TwoPeriods<WeaponClass>[] {
  const rows = classesOfWeapons.map((code) => ({
    code,
    now: amountOf(seizures, 'weapon', code, 'weapons'),
    before: amountOf(seizuresYearBefore, 'weapon', code, 'weapons'),
  }));
  const isRest = ({ code }: (typeof rows)[number]) => code === 'other' || code === 'not_reported';
  const rest = rows.filter(isRest);
  const sum = (of: 'now' | 'before') => rest.reduce((total, row) => total + row[of], 0);
  return [...rows.filter((row) => !isRest(row)).toSorted(mostFirst), { code: 'rest', now: sum('now'), before: sum('before') }];
}

function mostFirst(one: TwoPeriods<string>, other: TwoPeriods<string>): number {
  return other.now - one.now || other.before - one.before;
}
