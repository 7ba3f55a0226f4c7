/*
 * The filter and its facets once more, in the plainest way and independent of the table of dimensions, for tests that hold the table,
 * SQL and cube to it.
 */
import type { DimensionName } from './dimensions.ts';
import type { Filter } from './filter.ts';
import { type FilteredIncident, outcomesOf } from './incident.ts';
import { hasWantedWords, searchedWords } from './search-words.ts';

const nothingReported = [{ class: 'not_reported', legal: 'not_reported' }] as const;
const weaponsOf = ({ weapons }: FilteredIncident) => (weapons.length > 0 ? weapons : nothingReported);
const victimsOf = ({ people }: FilteredIncident) => people.filter((person) => person.role === 'victim');
const perpetratorsOf = ({ people }: FilteredIncident) => people.filter((person) => person.role === 'perpetrator');

function allows<Value>(constraint: readonly Value[] | undefined, value: Value | null): boolean {
  return constraint === undefined || (value !== null && constraint.includes(value));
}

/** Whether an incident meets a filter. */
export function refereeMeets(incident: FilteredIncident, filter: Filter): boolean {
  return (
    (filter.from === undefined || incident.occurred_on >= filter.from) &&
    (filter.to === undefined || incident.occurred_on <= filter.to) &&
    allows(filter.country, incident.country) &&
    allows(filter.region, incident.region) &&
    allows(filter.type, incident.type) &&
    allows(filter.subtype, incident.subtype) &&
    allows(filter.setting, incident.setting) &&
    allows(filter.urbanity, incident.urbanity) &&
    allows(filter.place_precision, incident.place_precision) &&
    allows(filter.date_precision, incident.date_precision) &&
    allows(filter.dataset, incident.dataset) &&
    (filter.outcome === undefined || outcomesOf(incident).some((outcome) => allows(filter.outcome, outcome))) &&
    (filter.source === undefined || incident.sources.some(({ kind }) => allows(filter.source, kind))) &&
    (filter.relationship === undefined || incident.people.some(({ relationship }) => allows(filter.relationship, relationship))) &&
    (filter.perpetrator_sex === undefined || perpetratorsOf(incident).some(({ sex }) => allows(filter.perpetrator_sex, sex))) &&
    ((filter.weapon === undefined && filter.legal === undefined) ||
      weaponsOf(incident).some((one) => allows(filter.weapon, one.class) && allows(filter.legal, one.legal))) &&
    ((filter.victim_sex === undefined && filter.victim_age === undefined) ||
      victimsOf(incident).some((one) => allows(filter.victim_sex, one.sex) && allows(filter.victim_age, one.age_band))) &&
    (filter.min_victims === undefined || (incident.killed ?? 0) + (incident.injured ?? 0) >= filter.min_victims) &&
    (filter.q === undefined || hasWantedWords(searchedWords(incident.searched, incident.country), filter.q)) &&
    liesInBox(incident, filter.bbox) &&
    liesInRing(incident, filter.within)
  );
}

/** The values of a facet that an incident has under a filter without the facet's own constraint. */
export function refereeValues(incident: FilteredIncident, facet: DimensionName, filter: Filter): string[] {
  const values = (): (string | null)[] => {
    switch (facet) {
      case 'weapon':
        return weaponsOf(incident)
          .filter(({ legal }) => allows(filter.legal, legal))
          .map((weapon) => weapon.class);
      case 'legal':
        return weaponsOf(incident)
          .filter((weapon) => allows(filter.weapon, weapon.class))
          .map(({ legal }) => legal);
      case 'victim_sex':
        return victimsOf(incident)
          .filter(({ age_band }) => allows(filter.victim_age, age_band))
          .map(({ sex }) => sex);
      case 'victim_age':
        return victimsOf(incident)
          .filter(({ sex }) => allows(filter.victim_sex, sex))
          .map(({ age_band }) => age_band);
      case 'perpetrator_sex':
        return perpetratorsOf(incident).map(({ sex }) => sex);
      case 'relationship':
        return incident.people.map(({ relationship }) => relationship);
      case 'source':
        return incident.sources.map(({ kind }) => kind);
      case 'outcome':
        return outcomesOf(incident);
      default:
        return [incident[facet]];
    }
  };
  return [...new Set(values())].filter((value) => value !== null);
}

type Point = Pick<FilteredIncident, 'lon' | 'lat'>;

function liesInBox({ lon, lat }: Point, box: Filter['bbox']): boolean {
  if (box === undefined) return true;
  if (lon === null || lat === null) return false;
  const [west, south, east, north] = box;
  const between = west <= east ? lon >= west && lon <= east : lon >= west || lon <= east;
  return between && lat >= south && lat <= north;
}

/** Even-odd rule: a line from the point to the east crosses the ring an odd number of times. */
function liesInRing({ lon, lat }: Point, ring: Filter['within']): boolean {
  if (ring === undefined) return true;
  if (lon === null || lat === null) return false;
  const crossings = ring.filter(([x1, y1], at) => {
    const [x2, y2] = ring[(at + 1) % ring.length] ?? [0, 0];
    return y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1;
  });
  return crossings.length % 2 === 1;
}
