import {
  ageBandOf,
  dateOfDay,
  dayNumber,
  type Field,
  type Fields,
  incidentFields,
  type IncidentDraft,
  incidentTypes,
  legalStatuses,
  partOfDayOf,
  type Person,
  personFields,
  personOutcomes,
  personRoles,
  publicAges,
  relationships,
  seizureModes,
  settings,
  sexes,
  type Source,
  sourceFields,
  sourceKinds,
  subtypesOf,
  tracedStatuses,
  urbanities,
  type ValuesOf,
  type Vocabulary,
  type Weapon,
  weaponClasses,
  weaponFields,
  withheld,
} from '@monitor/domain';
import { fixtureSettlements, towns } from './reference-fixture.ts';

/** Numbers from 0 up to 1, the same for the same seed (mulberry32 by Tommy Ettinger, public domain). */
export function randomNumbers(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const publishers = ['Večernje novosti', 'Koha Ditore', 'Українська правда', 'Policija 100%', 'under_score \\ back', null];
const firstDay = dayNumber('2014-01-01');

/** Made-up drafts without any meaning, with every code of every vocabulary; the same seed gives the same drafts. */
export function randomDrafts(count: number, seed = 1, prefix = 'r'): IncidentDraft[] {
  const random = randomNumbers(seed);
  const others = randomNumbers(seed + 1_000_000);
  return Array.from({ length: count }, (_, index) => randomDraft(random, others, `${prefix}${index}`));
}

/** Random values for the fields of which nothing more has to be known than what they hold. */
function randomValues<List extends Fields>(fields: List, random: () => number): ValuesOf<List> {
  const below = (limit: number) => Math.floor(random() * limit);
  const value = (values: Field['values']) => {
    switch (values) {
      case 'date':
        return dateOfDay(firstDay + below(365 * 12));
      case 'time':
        return `${String(below(24)).padStart(2, '0')}:${String(below(60)).padStart(2, '0')}`;
      case 'text':
        return `text ${below(1e6)}`;
      case 'degrees':
        return below(90);
      case 'people':
      case 'number':
      case 'age':
        return below(10);
      default:
        return values.codes[below(values.codes.length)];
    }
  };
  return Object.fromEntries(
    Object.entries(fields).map(([name, { values, required }]) => [name, required || random() < 0.7 ? value(values) : null]),
  ) as ValuesOf<List>;
}

/** @param others random numbers for the fields that this file does not name */
function randomDraft(random: () => number, others: () => number, source_key: string): IncidentDraft {
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item;
  // Low places are more frequent, as in real vocabularies.
  const code = <Code extends string>(of: Vocabulary<Code>): Code => of.codes[Math.floor(random() ** 2 * of.codes.length)] as Code;
  const maybe = <Value>(share: number, value: () => Value): Value | null => (random() < share ? value() : null);
  const several = <Item>(most: number, item: () => Item): Item[] => Array.from({ length: below(most + 1) }, item);

  const place = pick(towns);
  const type = code(incidentTypes);
  const people = several(3, (): Person => {
    const age = maybe(0.6, () => below(90));
    const codes = { role: code(personRoles), sex: code(sexes), outcome: code(personOutcomes), relationship: code(relationships) };
    const from = Math.floor(others() * 70);
    const ages = publicAges(from, from + Math.floor(others() * 40));
    return { ...randomValues(personFields, others), ...codes, age, age_band: ageBandOf(age), ...ages };
  });
  const killed = maybe(0.9, () => Math.floor(random() ** 6 * 5));
  const injured = maybe(0.8, () => Math.floor(random() ** 3 * 6));
  const suicides = maybe(0.5, () => (type === 'suicide' ? 1 : 0));
  const place_precision = pick(['exact', 'exact', 'settlement', 'settlement', 'settlement', 'region', 'jurisdiction'] as const);
  const exact = {
    lon: Number((place.lon + (random() - 0.5) / 50).toFixed(5)),
    lat: Number((place.lat + (random() - 0.5) / 50).toFixed(5)),
  };
  const shown = place_precision === 'exact' ? exact : place_precision === 'settlement' ? place : { lon: null, lat: null };
  const local_time = maybe(0.5, () => `${String(below(24)).padStart(2, '0')}:${String(below(60)).padStart(2, '0')}`);
  const occurred_on = dateOfDay(firstDay + below(365 * 12));
  const draft: IncidentDraft = {
    ...randomValues(incidentFields, others),
    source_key,
    occurred_on,
    occurred_until: maybe(0.05, () => dateOfDay(dayNumber(occurred_on) + below(5))),
    local_time,
    part_of_day: local_time === null ? null : partOfDayOf(local_time),
    date_precision: pick(['day', 'day', 'week', 'month']),
    country: place.jurisdiction,
    region: place_precision === 'jurisdiction' ? null : place.region,
    place: place_precision === 'region' || place_precision === 'jurisdiction' ? null : place.name,
    lon: shown.lon,
    lat: shown.lat,
    place_precision,
    // Of most it is known, so that there are exact points.
    point_basis: pick(['mapped_type', 'mapped_type', 'published_point', 'published_point', 'sensitive', null] as const),
    exact_lon: null,
    exact_lat: null,
    setting: code(settings),
    urbanity: code(urbanities),
    type,
    subtype: maybe(0.7, () => subtypesOf(type)[below(subtypesOf(type).length)] ?? null),
    type_as_reported: maybe(0.3, () => pick(['Svađa "kod" kafane', 'Переполох\n(вночі)', 'Grindje\tme armë', '100% bez_povoda'])),
    killed,
    killed_low: killed === null ? null : maybe(0.2, () => Math.max(0, killed - 1)),
    killed_high: killed === null ? null : maybe(0.2, () => killed + 2),
    injured,
    injured_low: null,
    injured_high: injured === null ? null : maybe(0.1, () => injured + 1),
    threatened: maybe(0.3, () => below(3)),
    suicides,
    people,
    weapons: several(2, (): Weapon => {
      const codes = { class: code(weaponClasses), legal: code(legalStatuses), traced: code(tracedStatuses) };
      return {
        ...randomValues(weaponFields, others),
        ...codes,
        count: maybe(0.8, () => 1 + below(5)),
        mode: maybe(0.3, () => code(seizureModes)),
      };
    }),
    sources: several(2, (): Source => ({
      ...randomValues(sourceFields, others),
      kind: code(sourceKinds),
      publisher: pick(publishers),
      withheld_publisher: null,
      withheld_url: null,
      url: maybe(0.7, () => `https://example.org/news/${below(1e6)}?id=1&p=2`),
      published_on: maybe(0.7, () => dateOfDay(dayNumber(occurred_on) + 1)),
      language: pick(['sr', 'sq', 'uk', null]),
    })),
  };
  return withheld(draft, fixtureSettlements);
}
