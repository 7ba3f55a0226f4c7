import type { Filter, Ring } from './filter.ts';
import { type IncidentDraft, outcomesOf } from './incident.ts';
import { hasWantedWords, searchedWords } from './search-words.ts';

/** What a filter can speak of in one published incident. */
export interface FilteredIncident extends IncidentDraft {
  readonly dataset: string;
  /** Everything that text search looks at, as written. */
  readonly searched: string;
}

/**
 * The definition of a filter in plain terms: true where the incident meets it. SQL and the cube answer faster, and tests hold
 * both to this.
 */
export function meetsFilter(incident: FilteredIncident, filter: Filter): boolean {
  const { people, weapons, sources } = incident;
  const onRecord = weapons.length > 0 ? weapons : [{ class: 'not_reported', legal: 'not_reported' } as const];
  const victims = people.filter((person) => person.role === 'victim');
  const perpetrators = people.filter((person) => person.role === 'perpetrator');
  const pairs = (constraint: unknown, other: unknown) => constraint !== undefined || other !== undefined;
  return (
    (filter.from === undefined || incident.occurred_on >= filter.from) &&
    (filter.to === undefined || incident.occurred_on <= filter.to) &&
    allows(filter.country, incident.country) &&
    allows(filter.region, incident.region) &&
    allows(filter.type, incident.type) &&
    allows(filter.subtype, incident.subtype) &&
    allows(filter.setting, incident.setting) &&
    allows(filter.urbanity, incident.urbanity) &&
    allows(filter.precision, incident.place_precision) &&
    allows(filter.dataset, incident.dataset) &&
    (filter.outcome === undefined || outcomesOf(incident).some((outcome) => allows(filter.outcome, outcome))) &&
    (filter.source === undefined || sources.some((source) => allows(filter.source, source.kind))) &&
    (filter.relationship === undefined || people.some((person) => allows(filter.relationship, person.relationship))) &&
    (filter.perpetrator_sex === undefined || perpetrators.some((person) => allows(filter.perpetrator_sex, person.sex))) &&
    (!pairs(filter.weapon, filter.legal) ||
      onRecord.some((one) => allows(filter.weapon, one.class) && allows(filter.legal, one.legal))) &&
    (!pairs(filter.victim_sex, filter.victim_age) ||
      victims.some((person) => allows(filter.victim_sex, person.sex) && allows(filter.victim_age, person.age_band))) &&
    (filter.min_victims === undefined || (incident.killed ?? 0) + (incident.injured ?? 0) >= filter.min_victims) &&
    (filter.q === undefined || hasWantedWords(searchedWords(incident.searched, incident.country), filter.q)) &&
    liesInBox(incident, filter.bbox) &&
    liesInRing(incident, filter.within)
  );
}

function allows<Value>(constraint: readonly Value[] | undefined, value: Value | null): boolean {
  return constraint === undefined || (value !== null && constraint.includes(value));
}

type Point = Pick<IncidentDraft, 'lon' | 'lat'>;

function liesInBox({ lon, lat }: Point, box: Filter['bbox']): boolean {
  if (box === undefined) return true;
  if (lon === null || lat === null) return false;
  const [west, south, east, north] = box;
  const between = west <= east ? lon >= west && lon <= east : lon >= west || lon <= east;
  return between && lat >= south && lat <= north;
}

/** Even-odd rule. */
function liesInRing({ lon, lat }: Point, ring: Ring | undefined): boolean {
  if (ring === undefined) return true;
  if (lon === null || lat === null) return false;
  let inside = false;
  for (let at = 0; at < ring.length; at++) {
    const [x1, y1] = ring[at] ?? [0, 0];
    const [x2, y2] = ring[(at + 1) % ring.length] ?? [0, 0];
    if (y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}
