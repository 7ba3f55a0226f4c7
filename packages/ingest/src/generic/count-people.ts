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
 * say it at all and says it of someone: "not reported" is not zero. Nor is it zero as long as the outcome of a victim is not known.
 */
export function countPeople(mapping: Mapping, people: readonly RawPerson[]): Counts {
  const isReported = ({ outcome }: RawPerson) => outcome !== null && outcome !== 'not_reported';
  if (!people.some(isReported)) return {};
  const isOpen = people.some((person) => person.role !== 'perpetrator' && !isReported(person));
  const found: Record<string, string> = {};
  for (const [field, outcome] of counts) {
    if (mapping.incident[field] || !mapping.people?.some((person) => canSay(person.outcome, outcome))) continue;
    const number = people.filter((person) => person.outcome === outcome).length;
    if (number > 0 || !isOpen) found[field] = String(number);
  }
  return found;
}

function canSay(field: MappedField | undefined, outcome: string): boolean {
  if (!field) return false;
  if (field.value !== undefined) return field.value === outcome;
  if (!field.values) return true;
  return [...Object.values(field.values), field.otherwise, field.default].includes(outcome);
}
