import type { RawIncident, RawPerson } from '../raw-incident.ts';
import type { MappedField, Mapping } from './mapping-schema.ts';

const counts = [
  ['killed', 'killed'],
  ['injured', 'injured'],
  ['threatened', 'threatened'],
  ['suicides', 'suicide'],
] as const;

type Counts = Partial<Pick<RawIncident, (typeof counts)[number][0]>>;

/**
 * Numbers that the mapping takes from no column of their own, counted from the people. A number is given only where the file can
 * say it at all and says it of someone: "not reported" is not zero.
 */
export function countPeople(mapping: Mapping, people: readonly RawPerson[]): Counts {
  const reported = people.filter(({ outcome }) => outcome !== null && outcome !== 'not_reported');
  if (reported.length === 0) return {};
  const found: Record<string, string> = {};
  for (const [field, outcome] of counts) {
    if (mapping.incident[field] || !mapping.people?.some((person) => canSay(person.outcome, outcome))) continue;
    found[field] = String(reported.filter((person) => person.outcome === outcome).length);
  }
  return found;
}

function canSay(field: MappedField | undefined, outcome: string): boolean {
  if (!field) return false;
  if (field.value !== undefined) return field.value === outcome;
  if (!field.values) return true;
  return [...Object.values(field.values), field.otherwise, field.default].includes(outcome);
}
