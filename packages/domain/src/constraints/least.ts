import type { FilteredIncident, Weapon } from '../incident.ts';
import { classesOfWeapons } from '../vocabularies.ts';
import { type Constraint, filterLimits } from './constraint.ts';

const most = filterLimits.least;

/** The names of the constraints that say how much an incident has at least. */
export type LeastName = 'min_victims' | 'min_weapons';

/** Incidents that have at least so much of something. A number that is not reported adds nothing. */
function least(name: LeastName, description: string, amountOf: (incident: FilteredIncident) => number): Constraint<number> {
  return {
    description,
    schema: { type: 'integer', minimum: 1, maximum: most },
    read(text) {
      const number = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
      if (number >= 1 && number <= most) return { value: number };
      return { refused: 'bad_value', message: `"${name}" must be a whole number from 1 to ${most}.` };
    },
    write: String,
    isMet: (incident, value) => amountOf(incident) >= value,
  };
}

/** Least number of people killed and injured together. */
export const leastVictims = least(
  'min_victims',
  'At least this number of people killed and injured in total.',
  ({ killed, injured }) => (killed ?? 0) + (injured ?? 0),
);

/**
 * Least number of weapons on record, as the measure `weapons` counts them. It is about the incident: what the same filter says of a
 * weapon does not change which weapons are added up.
 */
export const leastWeapons = least(
  'min_weapons',
  'At least this number of weapons in total, not counting ammunition and knives. Weapons whose number is not reported add nothing. Other filters on weapons do not change which weapons are added up.',
  ({ weapons }) => weapons.filter(isWeapon).reduce((sum, { count }) => sum + (count ?? 0), 0),
);

function isWeapon(entry: Weapon): boolean {
  return classesOfWeapons.some((code) => code === entry.class);
}
