import { type DimensionName, dimensions, subjects } from './dimensions.ts';
import { type ConstraintName, constraintNames, constraints, type Filter } from './filter.ts';
import type { FilteredIncident } from './incident.ts';
import { dimensionsOfField } from './traits.ts';

/** Whether an incident meets a filter: the definition, one incident at a time. SQL and the cube answer faster and are held to it by tests. */
export function meetsFilter(incident: FilteredIncident, filter: Filter): boolean {
  return (
    [...dimensionsOfField.values()].every((names) => meetsTogether(incident, filter, names)) &&
    constraintNames.every((name) => meetsConstraint(incident, filter, name))
  );
}

/** Whether one and the same subject of an incident meets what the filter says of these dimensions, all of that subject. */
function meetsTogether(incident: FilteredIncident, filter: Filter, names: readonly DimensionName[]): boolean {
  const constrained = names.filter((name) => filter[name] !== undefined);
  const [first] = constrained;
  if (first === undefined) return true;
  const { subject } = dimensions[first];
  const all: readonly unknown[] = subject === 'incident' ? [incident] : subjects[subject].of(incident);
  return all.some((one) => constrained.every((name) => allows(filter[name], dimensions[name].codeOf(one))));
}

function allows(allowed: readonly string[] | undefined, code: string | null): boolean {
  return code !== null && (allowed?.includes(code) ?? true);
}

function meetsConstraint(incident: FilteredIncident, filter: Filter, name: ConstraintName): boolean {
  const isMet = constraints[name].isMet as (incident: FilteredIncident, value: unknown) => boolean;
  return filter[name] === undefined || isMet(incident, filter[name]);
}
