/*
 * The filter and its facets once more, in the plainest way and independent of the table of dimensions, for tests that hold the table,
 * SQL and cube to it.
 */
import type { DimensionName } from '../src/dimensions.ts';
import { type Filter, without } from '../src/filter.ts';
import type { Measure } from '../src/measures.ts';
import { type FilteredIncident, outcomesOf, type Person, type Weapon } from '../src/incident.ts';
import { hasWantedWords, searchedWords } from '../src/search-words.ts';
import { dateOfDay, dayNumber, type Period } from '../src/date.ts';
import type { Clustering, FacetValue, Figures, Totals } from '../src/summary.ts';

const nothingReported: readonly Weapon[] = [
  { class: 'not_reported', count: null, legal: 'not_reported', mode: null, traced: 'not_reported' },
];
const weaponsOf = ({ weapons }: FilteredIncident) => (weapons.length > 0 ? weapons : nothingReported);
const victimsOf = ({ people }: FilteredIncident) => people.filter((person) => person.role === 'victim');
const perpetratorsOf = ({ people }: FilteredIncident) => people.filter((person) => person.role === 'perpetrator');

function allows<Value>(constraint: readonly Value[] | undefined, value: Value | null): boolean {
  return constraint === undefined || (value !== null && constraint.includes(value));
}

function isGiven(...lists: readonly (readonly unknown[] | undefined)[]): boolean {
  return lists.some((list) => list !== undefined);
}

function isVictimMeant(victim: Person, filter: Filter): boolean {
  return (
    allows(filter.victim_sex, victim.sex) &&
    allows(filter.victim_age, victim.age_band) &&
    allows(filter.victim_outcome, victim.outcome) &&
    allows(filter.relationship, victim.relationship)
  );
}

function isPerpetratorMeant(perpetrator: Person, filter: Filter): boolean {
  return allows(filter.perpetrator_sex, perpetrator.sex) && allows(filter.perpetrator_age, perpetrator.age_band);
}

/** Whether a weapon is one of the weapons that are counted, or of the rounds. */
function isCountedIn({ class: code }: Weapon, isRounds: boolean): boolean {
  return isRounds ? code === 'ammunition' : code !== 'ammunition' && code !== 'bladed';
}

function isWeaponMeant(weapon: Weapon, filter: Filter): boolean {
  return (
    allows(filter.weapon, weapon.class) &&
    allows(filter.legal, weapon.legal) &&
    allows(filter.mode, weapon.mode) &&
    allows(filter.traced, weapon.traced)
  );
}

const found = new WeakMap<FilteredIncident, Map<string, boolean>>();

/** Whether its words are those that a search text wants; worked out once, since a facet looks at each incident many times. */
function hasWords(incident: FilteredIncident, text: string): boolean {
  const known = found.get(incident) ?? new Map<string, boolean>();
  const has = known.get(text) ?? hasWantedWords(searchedWords(incident.searched, incident.country), text);
  found.set(incident, known.set(text, has));
  return has;
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
    (!isGiven(filter.perpetrator_sex, filter.perpetrator_age) ||
      perpetratorsOf(incident).some((one) => isPerpetratorMeant(one, filter))) &&
    (!isGiven(filter.weapon, filter.legal, filter.mode, filter.traced) ||
      weaponsOf(incident).some((one) => isWeaponMeant(one, filter))) &&
    (!isGiven(filter.victim_sex, filter.victim_age, filter.victim_outcome, filter.relationship) ||
      victimsOf(incident).some((one) => isVictimMeant(one, filter))) &&
    (filter.min_victims === undefined || (incident.killed ?? 0) + (incident.injured ?? 0) >= filter.min_victims) &&
    (filter.min_weapons === undefined || refereeAmount(incident, 'weapons', {}) >= filter.min_weapons) &&
    (filter.q === undefined || hasWords(incident, filter.q)) &&
    allows(filter.id, incident.id) &&
    filter.leave_out?.includes(`${incident.dataset}/${incident.country}`) !== true &&
    liesInBox(incident, filter.bbox) &&
    liesInRing(incident, filter.within) &&
    liesInCircle(incident, filter.near)
  );
}

/** The values of a facet that an incident has under a filter without the facet's own constraint. */
export function refereeValues(incident: FilteredIncident, facet: DimensionName, given: Filter): string[] {
  const filter = without(given, facet);
  const victims = victimsOf(incident).filter((one) => isVictimMeant(one, filter));
  const perpetrators = perpetratorsOf(incident).filter((one) => isPerpetratorMeant(one, filter));
  const weapons = weaponsOf(incident).filter((one) => isWeaponMeant(one, filter));
  const values = (): (string | null)[] => {
    switch (facet) {
      case 'weapon':
        return weapons.map((weapon) => weapon.class);
      case 'legal':
        return weapons.map(({ legal }) => legal);
      case 'mode':
        return weapons.map(({ mode }) => mode);
      case 'traced':
        return weapons.map(({ traced }) => traced);
      case 'victim_sex':
        return victims.map(({ sex }) => sex);
      case 'victim_age':
        return victims.map(({ age_band }) => age_band);
      case 'victim_outcome':
        return victims.map(({ outcome }) => outcome);
      case 'relationship':
        return victims.map(({ relationship }) => relationship);
      case 'perpetrator_sex':
        return perpetrators.map(({ sex }) => sex);
      case 'perpetrator_age':
        return perpetrators.map(({ age_band }) => age_band);
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

/** Sums over the incidents that match a filter, checked one by one. @param asked measures in addition to those that are always given */
export function refereeTotals(
  all: readonly FilteredIncident[],
  filter: Filter,
  asked: readonly Measure[] = [],
): Omit<Totals, 'dispersion'> {
  const met = all.filter((incident) => refereeMeets(incident, filter));
  const amounts = (measure: Measure) => met.map((incident) => refereeAmount(incident, measure, filter));
  const sum = (measure: Measure) => amounts(measure).reduce((total, amount) => total + amount, 0);
  const missing = (name: 'killed' | 'injured' | 'threatened' | 'suicides' | 'lon') =>
    met.filter((one) => one[name] === null).length;
  const clustering = (measure: Measure): Clustering => {
    const [first = 0, second = 0] = amounts(measure).toSorted((one, other) => other - one);
    return { squares: amounts(measure).reduce((total, amount) => total + amount ** 2, 0), largest: [first, second] };
  };
  const subjects = asked.filter((name) => name === 'victims' || name === 'perpetrators' || name === 'weapons' || name === 'rounds');
  const ofAsked = <Name extends Measure, Value>(names: readonly Name[], valueOf: (name: Name) => Value) =>
    Object.fromEntries(names.map((name) => [name, valueOf(name)])) as Partial<Record<Name, Value>>;
  return {
    incidents: met.length,
    killed: sum('killed'),
    injured: sum('injured'),
    threatened: sum('threatened'),
    suicides: sum('suicides'),
    ...ofAsked(subjects, sum),
    withoutPoint: missing('lon'),
    notReported: {
      killed: missing('killed'),
      injured: missing('injured'),
      threatened: missing('threatened'),
      suicides: missing('suicides'),
      ...ofAsked(subjects, (name) => withoutNumber(all, name, filter)),
    },
    clustering: {
      killed: clustering('killed'),
      injured: clustering('injured'),
      ...ofAsked(
        asked.filter((name) => name !== 'incidents'),
        clustering,
      ),
    },
  };
}

/**
 * The days that a filter's datasets cover of its locations, in the plainest way: from the first incident of each location in a dataset to the last,
 * and up to the ends of the dataset unless chance leaves such a silence less than once in a thousand.
 */
export function refereeCoverage(incidents: readonly FilteredIncident[], filter: Filter): Period | null {
  const daysIn = (scope: Filter) =>
    incidents
      .filter((one) => refereeMeets(one, scope))
      .map((one) => one.occurred_on)
      .toSorted();
  const covered = [...new Set(incidents.map(({ dataset }) => dataset))].flatMap((dataset) => {
    const all = daysIn({ dataset: [dataset] });
    if (filter.dataset?.includes(dataset) === false) return [];
    return [...new Set(incidents.map(({ country }) => country))].flatMap((country) => {
      const own = daysIn({ dataset: [dataset], country: [country] });
      if (own.length === 0 || filter.country?.includes(country) === false) return [];
      const [first, last, begin, end] = [own[0]!, own.at(-1)!, all[0]!, all.at(-1)!];
      const isSilent = (from: string, to: string) => {
        const days = dayNumber(last) - dayNumber(first) + 1;
        return (days / (days + dayNumber(to) - dayNumber(from))) ** (own.length - 1) < 0.001;
      };
      return [isSilent(begin, first) ? first : begin, isSilent(last, end) ? last : end];
    });
  });
  const days = covered.toSorted();
  return days.length === 0 ? null : { from: days[0]!, to: days.at(-1)! };
}

/**
 * How the incidents of a filter vary over the whole weeks before the end of a period: those since the first day of the comparison, and at
 * least 52 if the data has them.
 * @param covered first and last day of the data
 */
export function refereeDispersion(
  all: readonly FilteredIncident[],
  filter: Filter,
  {
    period,
    comparison,
    covered,
  }: { readonly period: Period | null; readonly comparison: Period | null; readonly covered: Period | null },
): Totals['dispersion'] {
  const counts: number[] = [];
  const dated = all.filter(
    (one) => ['day', 'week'].includes(one.date_precision) && refereeMeets(one, without(filter, 'from', 'to')),
  );
  if (period !== null && covered !== null) {
    const last = Math.min(dayNumber(period.to), dayNumber(covered.to));
    const first = dayNumber((comparison ?? period).from);
    for (let end = last; end - 6 >= dayNumber(covered.from) && (end - 6 >= first || counts.length < 52); end -= 7)
      counts.unshift(dated.filter(({ occurred_on }) => occurred_on >= dateOfDay(end - 6) && occurred_on <= dateOfDay(end)).length);
  }
  const pairs = counts.slice(1).map((count, at) => [count, counts[at]!] as const);
  return {
    weeks: counts.length,
    squares: pairs.reduce((sum, [later, earlier]) => sum + (later - earlier) ** 2, 0),
    sums: pairs.reduce((sum, [later, earlier]) => sum + later + earlier, 0),
  };
}

function withoutNumber(all: readonly FilteredIncident[], measure: Measure, filter: Filter): number {
  const meeting = (wanted: Filter) => all.filter((incident) => refereeMeets(incident, wanted));
  switch (measure) {
    case 'victims':
      return meeting(without(filter, 'victim_sex', 'victim_age', 'victim_outcome', 'relationship')).filter(
        (one) => victimsOf(one).length === 0,
      ).length;
    case 'perpetrators':
      return meeting(without(filter, 'perpetrator_sex', 'perpetrator_age')).filter((one) => perpetratorsOf(one).length === 0)
        .length;
    default:
      return meeting(filter).filter((one) => refereeLacks(one, measure, filter)).length;
  }
}

/** The figures of some incidents, added up one by one. */
export function refereeFigures(met: readonly FilteredIncident[], filter: Filter, asked: readonly Measure[]): Figures {
  const names = [...new Set<Measure>(['incidents', 'killed', 'injured', ...asked])];
  const amounts = names.map((name) => [name, met.reduce((sum, one) => sum + refereeAmount(one, name, filter), 0)]);
  const missing = names
    .filter((name) => name !== 'incidents')
    .map((name) => [name, met.filter((one) => refereeLacks(one, name, filter)).length]);
  return { ...Object.fromEntries(amounts), notReported: Object.fromEntries(missing) } as Figures;
}

/** The values of a facet among all incidents that meet the filter without the facet's own constraint, most incidents first. */
export function refereeFacet(
  all: readonly FilteredIncident[],
  facet: DimensionName,
  filter: Filter,
  asked: readonly Measure[] = [],
): FacetValue[] {
  const rest = without(filter, facet);
  const names = [...new Set<Measure>(['incidents', 'killed', 'injured', ...asked])];
  const met = all.filter((one) => refereeMeets(one, rest));
  const values = new Set(met.flatMap((incident) => refereeValues(incident, facet, rest)));
  const sum = (name: Measure, amountOf: (incident: FilteredIncident, measure: Measure) => number) =>
    [name, met.reduce((total, incident) => total + amountOf(incident, name), 0)] as const;
  return [...values]
    .map((value) => {
      const amounts = names.map((name) => sum(name, (...of) => refereeAmountOfValue(...of, facet, value, filter)));
      const missing = names
        .filter((name) => name !== 'incidents')
        .map((name) => sum(name, (...of) => Number(refereeLacksOfValue(...of, facet, value, filter))));
      return { value, ...Object.fromEntries(amounts), notReported: Object.fromEntries(missing) } as unknown as FacetValue;
    })
    .sort((one, other) => other.incidents - one.incidents || (one.value < other.value ? -1 : 1));
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

/** By the angle between two directions from the middle of the earth. */
function liesInCircle({ lon, lat }: Point, circle: Filter['near']): boolean {
  if (circle === undefined) return true;
  if (lon === null || lat === null) return false;
  const [one, other] = [{ lon, lat }, circle].map((point) => {
    const [east, north] = [(point.lon * Math.PI) / 180, (point.lat * Math.PI) / 180];
    return [Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north)] as const;
  });
  const chord = Math.hypot(...one!.map((part, axis) => part - other![axis]!));
  return 2 * Math.asin(Math.min(1, chord / 2)) * 6371 <= circle.km;
}

/**
 * What a measure counts of an incident under a filter: incidents themselves, people as recorded, or the victims, perpetrators, weapons
 * and rounds on record that are meant.
 */
export function refereeAmount(incident: FilteredIncident, measure: Measure, filter: Filter): number {
  const items = (isRounds: boolean) =>
    weaponsOf(incident)
      .filter((one) => isWeaponMeant(one, filter) && isCountedIn(one, isRounds))
      .reduce((sum, { count }) => sum + (count ?? 0), 0);
  switch (measure) {
    case 'incidents':
      return 1;
    case 'victims':
      return victimsOf(incident).filter((one) => isVictimMeant(one, filter)).length;
    case 'perpetrators':
      return perpetratorsOf(incident).filter((one) => isPerpetratorMeant(one, filter)).length;
    case 'weapons':
      return items(false);
    case 'rounds':
      return items(true);
    default:
      return incident[measure] ?? 0;
  }
}

/**
 * What a measure counts of an incident for one value of a facet. People, weapons and rounds are split by what is known of each of them;
 * whatever an incident has is otherwise counted once for each value that it has.
 */
export function refereeAmountOfValue(
  incident: FilteredIncident,
  measure: Measure,
  facet: DimensionName,
  value: string,
  filter: Filter,
): number {
  const rest = without(filter, facet);
  if (!refereeValues(incident, facet, rest).includes(value)) return 0;
  const happened = { killed: 'killed', injured: 'injured', threatened: 'threatened', suicides: 'suicide' } as const;
  if (isOfVictims(facet) && Object.hasOwn(happened, measure)) {
    const outcome = happened[measure as keyof typeof happened];
    const met = victimsOf(incident).filter((one) => one.outcome === outcome && isVictimMeant(one, { ...rest, [facet]: [value] }));
    return met.length;
  }
  return refereeAmount(incident, measure, isOfOwnSubject(measure, facet) ? { ...rest, [facet]: [value] } : rest);
}

/**
 * Whether an incident does not give the number that a measure adds up: no number of people, nobody described, or a weapon that is meant
 * without a number.
 */
export function refereeLacks(incident: FilteredIncident, measure: Measure, filter: Filter): boolean {
  switch (measure) {
    case 'incidents':
      return false;
    case 'victims':
      return victimsOf(incident).length === 0;
    case 'perpetrators':
      return perpetratorsOf(incident).length === 0;
    case 'weapons':
    case 'rounds':
      return weaponsOf(incident).some(
        (weapon) => weapon.count === null && isWeaponMeant(weapon, filter) && isCountedIn(weapon, measure === 'rounds'),
      );
    default:
      return incident[measure] === null;
  }
}

/** The same for one value of a facet. Where people are counted by what is described of each, none of them can lack a number. */
export function refereeLacksOfValue(
  incident: FilteredIncident,
  measure: Measure,
  facet: DimensionName,
  value: string,
  filter: Filter,
): boolean {
  const rest = without(filter, facet);
  if (!refereeValues(incident, facet, rest).includes(value)) return false;
  if (isOfVictims(facet) && ['killed', 'injured', 'threatened', 'suicides'].includes(measure)) return false;
  return refereeLacks(incident, measure, isOfOwnSubject(measure, facet) ? { ...rest, [facet]: [value] } : rest);
}

function isOfVictims(facet: DimensionName): boolean {
  return ['victim_sex', 'victim_age', 'victim_outcome', 'relationship'].includes(facet);
}

function isOfOwnSubject(measure: Measure, facet: DimensionName): boolean {
  switch (measure) {
    case 'victims':
      return isOfVictims(facet);
    case 'perpetrators':
      return ['perpetrator_sex', 'perpetrator_age'].includes(facet);
    case 'weapons':
    case 'rounds':
      return ['weapon', 'legal', 'mode', 'traced'].includes(facet);
    default:
      return false;
  }
}
