import { expect } from 'vitest';
import { type Court, covered, partNumbers, periodOf, rowsNear, type Said, subjectOf, claimed, sum } from './definitions.ts';
import { numbersIn } from './numbers-in-texts.ts';
import {
  type Counted,
  amountOf,
  countOf,
  type Days,
  isCountedIn,
  lengthOf,
  meant,
  type Person,
  type Row,
  rowsOf,
  type Selection,
  selectionOf,
} from './record.ts';
import { nearest, textOf } from './near.ts';

/** How many victims are what is asked of them. */
export const people = (rows: readonly Row[], of: Partial<Person>, rest?: string): number =>
  sum(
    rows.map(
      (row) =>
        meant(row, rest).victims.filter((one) => Object.entries(of).every(([name, value]) => one[name as keyof Person] === value))
          .length,
    ),
  );

const harms = ['killed', 'injured'] as const;
export const harmed = (rows: readonly Row[], of: Partial<Person>, rest?: string) =>
  sum(harms.map((outcome) => people(rows, { ...of, outcome }, rest)));
/** The same of the people that a page selects. */
const harmedNear = (said: Said, of: Partial<Person> = {}) => harmed(rowsNear(said), of, said.court.selection.rest);

const killedNear = (said: Said, of: Partial<Person> = {}) =>
  people(rowsNear(said), { ...of, outcome: 'killed' }, said.court.selection.rest);

/** Whether an address selects victims, who are described one by one. */
const isOfVictims = (rest = '') => /(victim_(sex|age|outcome)|relationship)=/.test(rest);

/** People killed: those on record or, where victims are selected, those of them who are described. */
function killedIn(said: Said): number {
  const { rest } = subjectOf(said).selection;
  const rows = rowsNear(said);
  return isOfVictims(rest) ? people(rows, { outcome: 'killed' }, rest) : countOf(rows, 'killed');
}

/** Seizures of the page and its period. */
export const seizuresOf = (said: Said, days = periodOf(said.court)) => {
  const { kind: _, types: __, ...rest } = said.court.selection;
  return rowsOf(said.court.rows, { ...rest, kind: 'weapon_seizure' }, days);
};
export const isLarge = ({ weapons }: Row) => weapons >= 5;
/** Of whose weapons, or rounds, a number is missing. */
const lacksNumber = (row: Row, isOfRounds = false, rest?: string) =>
  meant(row, rest).lots.some((lot) => lot.count === null && isCountedIn(lot, isOfRounds));
/** The weapons, or rounds, of seizures that the page selects. */
const seized = (said: Said, what: 'weapons' | 'rounds' = 'weapons') => countOf(seizuresOf(said), what, said.court.selection.rest);
/** That do not say what a measure counts. */
const isSilent = (row: Row, measure: Counted) =>
  measure === 'killed' || measure === 'injured' ? row[measure] === null : lacksNumber(row, measure === 'rounds');
/** Seizures that are not large by the numbers on record, but that lack one. */
const maybeLarge = (row: Row) => lacksNumber(row) && !isLarge(row);
/** The years that a title names, each of which the data covers from its first day to its last. */
function yearsOf({ values, court }: Said, selection: Selection): readonly Days[] {
  const [first, last] = textOf(values.years).split('–').map(Number) as [number, number];
  const years = Array.from({ length: last - first + 1 }, (_, at): Days => [`${first + at}-01-01`, `${first + at}-12-31`]);
  const [from, to] = covered({ ...court, selection });
  for (const days of years) expect(lengthOf([days[0] > from ? days[0] : from, days[1] < to ? days[1] : to])).toBeGreaterThan(300);
  return years;
}

/** The least and the most of some years, of which a part is not known. */
function rangeOfYears(
  said: Said,
  selection: Selection,
  known: (rows: readonly Row[]) => number,
  unknown: (rows: readonly Row[]) => number,
) {
  const years = yearsOf(said, selection).map((days) => rowsOf(said.court.rows, selection, days));
  const low = Math.min(...years.map(known));
  const high = Math.max(...years.map((rows) => known(rows) + unknown(rows)));
  expect(said.key.split('.').at(-1)).toBe(high === 0 ? 'none' : low === high ? 'same' : 'range');
  return high === 0 ? {} : low === high ? { low } : { low, high };
}

/** What a query selects without some of what is asked of victims. */
function withoutLists(said: Said, ...lists: readonly string[]): Selection {
  const { rest, ...selection } = selectionOf(textOf(nearest(said.near, 'query')));
  const given = new URLSearchParams(rest);
  for (const list of lists) given.delete(list);
  return given.size === 0 ? selection : { ...selection, rest: given.toString() };
}

const share = (part: number, all: number) => (all === 0 ? 0 : part / all);
const known = ({ hour }: Row) => hour !== null;

export const claimsOfPeople = claimed({
  'trends.people.found: The first number is that of the people killed who are described as men. The second adds those whose sex is not reported. A filter of victims leaves out who is not described.':
    (said) => {
      const rows = rowsNear(said);
      const { rest } = subjectOf(said).selection;
      const killed = (of: Partial<Person>) => people(rows, { ...of, outcome: 'killed' }, rest);
      return { part: partNumbers(killed({ sex: 'man' }), killed({ sex: 'woman' }), killedIn(said)) };
    },
  'trends.people.ageUnknown: Ages are those of the victims described, and not known of all others.': (said) => {
    const { rest } = subjectOf(said).selection;
    const ages = ['0-18', '19-35', '36-60', '61-plus'];
    const ofAges = ages.map((age) => people(rowsNear(said), { age, outcome: 'killed' }, rest));
    return { number: killedIn(said) - sum(ofAges) };
  },
  'trends.people.{ofVictims,hatchedOfVictims}: The filter is of victims.': (said) =>
    expect(isOfVictims(subjectOf(said).selection.rest)).toBe(true),
  'trends.ofViolence: The filter is of seizures, and the people are those of other incidents.': (said) => {
    expect(said.court.selection.kind).toBe('weapon_seizure');
    expect(rowsNear(said).filter(({ type }) => type === 'weapon_seizure')).toEqual([]);
  },
  'places.people.{reading,readingOfTen}: Women are counted among the selected people who are described as killed or injured, and among those described as killed.':
    (said) => ({
      harmed: partNumbers(harmedNear(said, { sex: 'woman' }), harmedNear(said, { sex: 'man' }), harmedNear(said)),
      killed: partNumbers(killedNear(said, { sex: 'woman' }), killedNear(said, { sex: 'man' }), killedNear(said)),
    }),
  'places.people.readingFew: Fewer than ten selected people are described as killed or injured.': (said) =>
    expect(harmedNear(said)).toBeLessThan(10),
  'places.people.none: Nobody who is selected is described as killed or injured.': (said) => expect(harmedNear(said)).toBe(0),
  'places.people.legend': (said) => ({
    sex: harmedNear(said, { sex: 'not_reported' }),
    age: harmedNear(said, { age: 'not_reported' }),
    all: harmedNear(said),
  }),
  'places.people.{notDescribed,notSelected}': (said) => {
    // Only where people are selected, somebody who is described can be left out.
    expect(said.key.endsWith('notSelected')).toBe(/victim_|relationship/.test(said.court.selection.rest ?? ''));
    const rows = rowsNear(said);
    return { number: countOf(rows, 'killed') + countOf(rows, 'injured') - harmedNear(said) };
  },
  'trends.children.found: Of the victims of accidental shootings, so many are 18 or younger, and so many more may be; it names the days that they are of.':
    (said) => {
      const selection = withoutLists(said, 'victim_age');
      const [from, to] = covered({ ...said.court, selection });
      const [first, last] = said.court.asked ?? [from, to];
      expect(said.values.period).toBe(said.court.voice.date.period(first > from ? first : from, last < to ? last : to));
      const rows = rowsOf(said.court.rows, selection, said.court.asked);
      const of = (age: string) => people(rows, { age }, selection.rest);
      const all = people(rows, {}, selection.rest);
      return { part: partNumbers(of('0-18'), all - of('0-18') - of('not_reported'), all) };
    },
  'trends.partners.{range,same,none}: In each of the years that it names, women killed by partners are at least the lowest number, and at most the highest with those whose relationship is not reported.':
    (said) => {
      const selection = withoutLists(said);
      const of = (relationship: string) => (rows: readonly Row[]) =>
        people(rows, { sex: 'woman', outcome: 'killed', relationship }, selection.rest);
      return rangeOfYears(said, selection, of('intimate_partner'), of('not_reported'));
    },
  'trends.partners.leftOut: So many people were killed by a partner, or by somebody of whom that is not reported, whose sex is not reported.':
    (said) => {
      const selection = withoutLists(said, 'victim_sex');
      const rows = rowsOf(said.court.rows, selection, said.court.asked);
      const of = (relationship: string) => people(rows, { sex: 'not_reported', outcome: 'killed', relationship }, selection.rest);
      return { number: of('intimate_partner') + of('not_reported') };
    },
  'trends.large.{range,same,none}: In each of the years that it names, seizures of five or more weapons are at least the lowest number, and at most the highest with those that lack a number.':
    (said) =>
      rangeOfYears(
        said,
        withoutLists(said),
        (rows) => rows.filter(isLarge).length,
        (rows) => rows.filter(maybeLarge).length,
      ),
  'trends.large.{found,foundAlone}': (said) => {
    const rows = seizuresOf(said);
    const large = rows.filter(isLarge);
    const [all, inLarge] = [countOf(rows, 'weapons'), countOf(large, 'weapons')];
    return {
      large: large.length,
      seizures: rows.length,
      share: share(large.length, rows.length),
      ...(all > 0 && { inLarge, weapons: all, weaponShare: share(inLarge, all) }),
    };
  },
  'trends.large.unknown': (said) => ({
    number: seizuresOf(said).filter(maybeLarge).length,
  }),
  'trends.seizures.found': (said) => ({ seizures: seizuresOf(said).length, weapons: seized(said) }),
  'trends.seizures.notCounted: There are so many seizures, and none says how many weapons.': (said) => {
    expect([seized(said), seizuresOf(said).filter((row) => !lacksNumber(row, false, said.court.selection.rest))]).toEqual([0, []]);
    return { seizures: seizuresOf(said).length };
  },
  'trends.seizures.rounds': (said) => ({ rounds: seized(said, 'rounds') }),
  'trends.seizures.traced.{title,text}': (said) => {
    const rest = said.court.selection.rest ?? '';
    const [yes, no] = ['yes', 'no'].map((code) => countOf(seizuresOf(said), 'weapons', `${rest}&traced=${code}`)) as [
      number,
      number,
    ];
    return said.key.endsWith('text') ? { no } : { part: partNumbers(yes, no, seized(said)) };
  },
  'trends.seizures.largest: The largest seizure and the second, and their share of all weapons seized.': (said) => {
    const sizes = seizuresOf(said).map((row) => amountOf(row, 'weapons', said.court.selection.rest));
    const [first = 0, second = 0] = sizes.toSorted((one, other) => other - one);
    return { first, second, share: (first + second) / seized(said) };
  },
  'trends.seizures.notReported': (said) => ({
    number: seizuresOf(said).filter((row) => lacksNumber(row, false, said.court.selection.rest)).length,
  }),
  'summary.notReported.number': (said) => {
    const { measure } = subjectOf(said);
    const rows = rowsOfPage(said);
    const missing = rows.filter((row) => isSilent(row, measure)).length;
    return { number: missing, share: missing / rows.length };
  },
  'summary.notReported.{victims,perpetrators}': (said) => {
    const role = said.key.endsWith('victims') ? 'victim' : 'perpetrator';
    const isOfRole = (name: string) => (role === 'victim' ? isOfVictims(`${name}=`) : name.startsWith(role));
    const others = new URLSearchParams([...new URLSearchParams(said.court.selection.rest)].filter(([name]) => !isOfRole(name)));
    const { rest: _, ...selection } = said.court.selection;
    const rows = rowsOf(said.court.rows, others.size > 0 ? { ...selection, rest: others.toString() } : selection, said.court.asked);
    return { number: rows.filter((row) => row.people.every((one) => one.role !== role)).length };
  },
  'summary.notReported.some: Some incidents do not say the number.': (said) => {
    const { measure } = subjectOf(said);
    expect(rowsOfPage(said).some((row) => isSilent(row, measure))).toBe(true);
  },
  'places.quality.reading': (said) => {
    const rows = rowsNear(said);
    return { shown: rows.filter(({ lon }) => lon !== null).length, all: rows.length };
  },
  'places.quality.withoutPoint': (said) => ({
    number: rowsOf(said.court.rows, said.court.selection, periodOf(said.court)).filter(({ lon }) => lon === null).length,
  }),
  'places.quality.{exact,official}: The share of the incidents of which that is on record.': (said) => {
    const rows = rowsNear(said);
    const is = (row: Row) => (said.key.endsWith('exact') ? row.place_precision === 'exact' : row.sources.includes('official'));
    return { share: rows.filter(is).length / rows.length };
  },
  'places.weapons.reading': (said) => {
    const { court, values } = said;
    const rows = rowsOf(court.rows, court.selection, periodOf(court));
    const of = (code: string) => rows.filter(({ lots }) => lots.some((one) => one.class === code)).length;
    const codes = [...new Set(rows.flatMap(({ lots }) => lots.map((one) => one.class)))].filter((code) => code !== 'not_reported');
    const most = Math.max(...codes.map(of));
    expect(codes.filter((code) => of(code) === most).map((code) => court.voice.label('weapon_class', code))).toContain(
      values.weapon,
    );
    return { number: most, all: rows.length, share: most / rows.length };
  },
  'places.weapons.none: No weapon is reported in any incident.': ({ court }) => {
    const rows = rowsOf(court.rows, court.selection, periodOf(court));
    expect(rows.every(({ lots }) => lots.every((one) => one.class === 'not_reported'))).toBe(true);
  },
  'part.exact: The shares are those of the number and all.': ({ values }) => {
    const [yes, all] = numbersIn(`${textOf(values.yes)} ${textOf(values.all)}`) as [number, number];
    return { share: yes / all };
  },
  'part.{range,alike,unknown}: The number, and with those not reported the most, of all.': ({ key, values, isAmbiguous }) => {
    if (isAmbiguous) return;
    const [yes, most, all, unknown] = ['yes', 'most', 'all', 'unknown'].map((name) => numbersIn(values[name])[0]!) as [
      number,
      number,
      number,
      number,
    ];
    expect([yes + unknown, most <= all, unknown > 0]).toEqual([most, true, true]);
    if (key.endsWith('unknown')) expect([yes, unknown]).toEqual([0, all]);
  },
  'placeTime.hours.{known,spread,unknown}': (said) => {
    const rows = rowsOfPage(said);
    const ofPart = (row: Row) => !known(row) && row.part_of_day !== null && row.date_precision === 'day';
    const name = said.key.split('.').at(-1)!;
    const is = { known, spread: ofPart, unknown: (row: Row) => !known(row) && !ofPart(row) }[name]!;
    return { [name === 'known' ? 'known' : 'number']: rows.filter(is).length };
  },
});

/** The incidents of the page, of all days if the reader asked for none. */
export const rowsOfPage = ({ court }: { readonly court: Court }): readonly Row[] =>
  rowsOf(court.rows, court.selection, court.asked);
