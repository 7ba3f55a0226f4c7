import { expect } from 'vitest';
import { harmed, isLarge, people, rowsOfPage, seizuresOf } from './claims-of-people.ts';
import {
  change,
  claimed,
  codesOf,
  counted,
  covered,
  type Court,
  inPlace,
  named,
  monthNamed,
  placeOf,
  type Said,
  spanOf,
  subjectOf,
} from './definitions.ts';
import { inMonth, rangeOf } from './months.ts';
import { isRate, numberIn, numbersIn } from './numbers-in-texts.ts';
import { isRateInterval, locationsIn, partOf, personDays, rateOf, rateOfAll, ratesOf } from './rates.ts';
import { textOf } from './near.ts';
import {
  amountOf,
  countOf,
  datasetsCut,
  type Days,
  isCountedIn,
  monthOf,
  monthsOf,
  type Row,
  rowsOf,
  yearsBefore,
} from './record.ts';

/* A brief is of violence; its seizures are counted by themselves. */

const allHarmed = (rows: readonly Row[]) => countOf(rows, 'killed') + countOf(rows, 'injured');
/** Men, women, and all others: those without a reported sex and those whom nobody describes. */
const sexesOf = (rows: readonly Row[]) => {
  const [men, women] = [harmed(rows, { sex: 'man' }), harmed(rows, { sex: 'woman' })];
  return { men, women, unknown: Math.max(0, allHarmed(rows) - men - women) };
};
const weaponsOf = (rows: readonly Row[], rest: string) => countOf(rows, 'weapons', rest);
const withLegal = (rows: readonly Row[], code: string) => rows.filter(({ lots }) => lots.some((one) => one.legal === code)).length;

/** Whether a lot of ammunition, or of something else, has no number. */
const isSilent = ({ lots }: Row, isOfAmmunition: boolean) =>
  lots.some((one) => isCountedIn(one, isOfAmmunition) && one.count === null);

/** Codes of what is counted by how many there are, most first. */
const ranked = (codes: readonly string[], of: (code: string) => number) =>
  [...new Set(codes)].map((code) => ({ code, count: of(code) })).toSorted((one, other) => other.count - one.count);
const typesBy = (rows: readonly Row[], counts: 'incidents' | 'killed') =>
  ranked(
    rows.map(({ type }) => type),
    (code) =>
      countOf(
        rows.filter(({ type }) => type === code),
        counts,
      ),
  );
/** The one that a name means has most, of those that can be named; how many. */
function isMost(list: ReturnType<typeof ranked>, nameOf: (code: string) => string, name: unknown): number {
  const own = named(list, ({ code }) => nameOf(code), name);
  expect(own.count).toBe(list.find(({ code }) => code !== 'other')!.count);
  return own.count;
}

/** Months of a brief with a range of earlier years, and those above and below it. */
function monthsIn(court: Court) {
  const known = monthsOf(court.asked!).filter((start) => rangeOf(court, start).length >= 2);
  const above = known.filter((start) => inMonth(court, start) > Math.max(...rangeOf(court, start)));
  return { known, above, below: known.filter((start) => inMonth(court, start) < Math.min(...rangeOf(court, start))) };
}

/** Twelve months of violence up to the end of a brief. */
function yearOf({ asked }: Court): Days {
  const [from] = yearsBefore(monthOf(asked![1]), 1);
  return [monthsOf([from, asked![1]])[1]!, asked![1]];
}
const violence = { kind: 'violence' } as const;

/** The place and its location have too few incidents in the twelve months, or people are not known. */
function hasNoRate({ court }: Said): void {
  const { region, countries } = court.selection;
  const days = yearOf(court);
  const codes = region === undefined ? (countries ?? []) : [region, region.slice(0, 2)];
  const events = codes.map((code) => counted(court, days, inPlace(violence, code)) * Math.sign(personDays(court, code, days)));
  expect(Math.min(...events, codes.length === 0 ? counted(court, days, violence) : Infinity)).toBeLessThan(10);
}

/** What a title of a map says of rates, beside that of the location or of all together. */
function isTitleOfMap(said: Said): void {
  const { key, values, court } = said;
  const days = yearOf(court);
  const kind = key.split('.').at(-1)!;
  if (kind === 'none') return hasNoRate(said);
  const ofPlace = court.selection.region?.slice(0, 2) ?? court.selection.countries?.[0] ?? '';
  if (kind === 'counts')
    return codesOf(court.rows)
      .filter((code) => code.startsWith(`${ofPlace}-`))
      .forEach((code) => expect([code, personDays(court, code, days)]).toEqual([code, 0]));
  const location = court.selection.region?.slice(0, 2) ?? court.selection.countries?.[0];
  const locations = locationsIn(court, days);
  const average = rateOfAll(court, location === undefined ? locations : [location], days, violence, 'incidents');
  if (kind === 'one') return isRate(values.rate, average);
  const parts = location === undefined ? locations : codesOf(court.rows).filter((code) => code.startsWith(`${location}-`));
  const rates = ratesOf(court, parts, { selection: violence, days, measure: 'incidents' }, 5);
  const limit = kind.startsWith('twice') ? 2 * average : average;
  /** Standard deviations of chance. */
  const distance = (code: string) =>
    Math.log(rates.get(code)! / limit) * Math.sqrt(counted(court, days, inPlace(violence, code), 'incidents'));
  if (kind === 'twice' || kind === 'above')
    for (const name of values.places as readonly string[]) expect(distance(placeOf(court, name))).toBeGreaterThan(1.7);
  if (kind === 'below') expect(distance(placeOf(court, values.place))).toBeLessThan(-1.7);
  if (kind === 'unclear') expect(Math.abs(distance(placeOf(court, values.place)))).toBeLessThan(1.96 * 4);
  if (kind.endsWith('Many')) {
    expect(values.all).toBe(rates.size);
    expect([...rates.keys()].filter((code) => distance(code) > 1.7).length).toBeGreaterThanOrEqual(values.count as number);
  }
  if (kind !== 'range') return;
  isRate(values.low, Math.min(...rates.values()));
  isRate(values.high, Math.max(...rates.values()));
  expect(Math.max(...[...rates.keys()].map(distance))).toBeLessThan(1.96 * 4);
}

export const claimsOfBriefs = claimed({
  'report.lead.none report.types.none report.quality.none: The place has no violence in the period.': ({ court }) =>
    expect(counted(court, court.asked!)).toBe(0),
  'report.lead.noneOfPart: The place has no violence in the period, and its data no days of it but those named.': ({
    values,
    court,
  }) => {
    expect(counted(court, court.asked!)).toBe(0);
    const [first, last] = covered(court);
    const days = [first > court.asked![0] ? first : court.asked![0], last < court.asked![1] ? last : court.asked![1]] as const;
    expect(days).not.toEqual(court.asked);
    expect(values.days).toBe(court.voice.date.period(...days));
  },
  'report.lead.change.{withBefore,alone}': ({ values, court }) => ({
    amount: counted(court, court.asked!),
    ...(values.before !== undefined && { before: change(court).b }),
  }),
  'report.trend.only': ({ court }) => ({ number: counted(court, court.asked!) }),
  'report.trend.peak: The month with most incidents of the period that it names, in which no dataset of the place begins or ends.':
    ({ values, court }) => {
      expect(datasetsCut(court.rows, court.selection, court.asked!)).toEqual([]);
      expect(values.period).toBe(court.voice.date.period(...court.asked!));
      const most = Math.max(...monthsOf(court.asked!).map((start) => inMonth(court, start)));
      expect(inMonth(court, monthNamed(court, values.month))).toBe(most);
      return { number: most };
    },
  'report.trend.usual: The range is that of the same month of earlier years.': ({ court }) => {
    const range = rangeOf(court, court.asked![0]);
    return { number: counted(court, court.asked!), least: Math.min(...range), most: Math.max(...range) };
  },
  'report.trend.{within,withinWhole,above,below,outside}: The months that it names, or all, and no others are there, by the range of the same months of earlier years.':
    ({ key, values, court }) => {
      const { known, above, below } = monthsIn(court);
      const side = key.split('.').at(-1);
      if (side?.startsWith('within')) expect([values.count, above, below]).toEqual([known.length, [], []]);
      else expect(values.months).toEqual([...above, ...below].toSorted().map(court.voice.date.month));
      expect({ within: [0, 0], withinWhole: [0, 0], above: [1, 0], below: [0, 1], outside: [1, 1] }[side as 'within']).toEqual(
        [above, below].map(({ length }) => Math.sign(length)),
      );
    },
  'report.trend.{chance,chanceOne}: Chance puts one month in as many as there are years and one more beyond either end of its range.':
    ({ values, court }) => {
      const { known } = monthsIn(court);
      const chance = known.reduce((sum, start) => sum + 2 / (rangeOf(court, start).length + 1), 0);
      return { chance, ...(values.all !== undefined && { all: known.length }) };
    },
  'report.trend.noRange: A month has fewer than two earlier years with the same data, or is not whole in the data of the place.': ({
    court,
  }) => {
    const { countries, region } = court.selection;
    const place = countries ?? (region === undefined ? undefined : [region.slice(0, 2)]);
    const [first, last] = spanOf(rowsOf(court.rows, place ? { countries: place } : {}));
    const isShort = (start: string) => rangeOf(court, start).length < 2 || start < first || monthOf(start)[1] > last;
    expect(monthsOf(court.asked!).some(isShort)).toBe(true);
  },
  'report.trend.cut: The data of the place begins or ends within the months that it names, and in no others.': ({
    values,
    court,
  }) => {
    const [first, last] = covered(court);
    const cut = monthsOf(court.asked!).filter((start) => {
      const [from, to] = monthOf(start);
      return (from < first && to >= first) || (from <= last && to > last);
    });
    expect(values.months).toEqual(cut.map(court.voice.date.month));
  },
  'report.trend.none: No month of the period is in the data.': ({ court }) => expect(locationsIn(court, court.asked!)).toEqual([]),
  'report.map.title.*: Places above or below the average are so by more than chance; of one place, its rate; of none, the lowest and the highest; of counts, no region has a population figure.':
    isTitleOfMap,
  'report.map.rate: The rate of twelve months of violence; its interval holds it, and is at least as wide as chance alone makes it.':
    ({ court, values }) => {
      const days = yearOf(court);
      const isOfAll = values.place === court.voice.t('report.everywhere');
      const place = isOfAll ? '' : placeOf(court, values.place);
      const rate = isOfAll
        ? rateOfAll(court, locationsIn(court, days), days, violence, 'incidents')
        : rateOf(court, place, days, violence, 'incidents');
      isRate(values.rate, rate);
      isRateInterval(
        values.low,
        rate,
        values.high,
        counted(court, days, isOfAll ? violence : inPlace(violence, place), 'incidents'),
      );
    },
  'report.map.none: The place has too few incidents in the twelve months, or no population figure.': hasNoRate,
  'report.map.{unknown,unknownPlace}: No place that it names has a population figure; each has so many violent incidents.': ({
    values: { places, place, amount },
    court,
  }) => {
    for (const text of (places ?? [`${textOf(place)} (${textOf(amount)})`]) as readonly string[]) {
      const [, name, count] = /^(.*) \((.*?)\)$/.exec(text)!;
      const code = placeOf(court, name);
      expect(personDays(court, code, yearOf(court))).toBe(0);
      expect(numberIn(count)).toBe(counted(court, yearOf(court), inPlace(violence, code), 'incidents'));
    }
  },
  'report.map.unknownMany: So many regions of the map have violent incidents, so many in all, and no population figure.': ({
    values,
    court,
  }) => {
    const { countries, region } = court.selection;
    const locations = countries ?? (region === undefined ? undefined : [region.slice(0, 2)]);
    const rows = rowsOf(court.rows, { ...violence, ...(locations && { countries: locations }) }, yearOf(court)).filter(
      ({ region: code }) => code !== null && partOf(court, code) === undefined && personDays(court, code, yearOf(court)) === 0,
    );
    expect(values.count).toBe(new Set(rows.map((row) => row.region)).size);
    return { amount: rows.length };
  },
  'report.without.{people,weapons,part}: Of each year, what is left without the largest incident, which has more than half.': (
    said,
  ) => {
    const { values, court } = said;
    const { selection, days, measure } = subjectOf(said);
    const texts = (values.parts ?? [`${textOf(values.rest)} in ${textOf(values.year)}`]) as readonly string[];
    for (const [rest, year] of texts.map(numbersIn)) {
      const own = rowsOf(court.rows, selection, yearsBefore(days, Number(days[0].slice(0, 4)) - year!));
      const all = countOf(own, measure);
      const largest = Math.max(...own.map((row) => amountOf(row, measure)));
      expect([rest, 2 * largest > all]).toEqual([all - largest, true]);
    }
  },
  'report.points.people.{none,noneText,notReported} report.people.none: Nobody is recorded as killed or injured.': (said) =>
    expect(allHarmed(rowsOfPage(said))).toBe(0),
  'report.points.people.{men,women,unknown} report.points.people.{others,allKnown}.{men,women}: So many are described as men or women, most first; the sex of the others is not known.':
    (said) => {
      const { key, values } = said;
      const { men, women, unknown } = sexesOf(rowsOfPage(said));
      const own = { men, women }[key.split('.').at(-1)!] ?? 0;
      expect(own).toBe((values.people === undefined ? Math.min : Math.max)(men, women));
      if (key.includes('allKnown')) expect(unknown).toBe(0);
      const isUnknown = key.endsWith('unknown');
      return {
        ...(!isUnknown && { number: own }),
        ...(values.people !== undefined && { people: men + women + unknown }),
        ...(values.unknown !== undefined && { unknown }),
      };
    },
  'report.people.reading: So many people were killed or injured; sex and age are those of the people described.': (said) => {
    const rows = rowsOfPage(said);
    const all = allHarmed(rows);
    const ages = ['0-18', '19-35', '36-60', '61-plus'].reduce((sum, age) => sum + harmed(rows, { age }), 0);
    return { people: all, sex: sexesOf(rows).unknown, age: Math.max(0, all - ages) };
  },
  'report.points.killed.first: More people were killed in the type than in any other.': (said) => {
    const [first, second] = typesBy(rowsOfPage(said), 'killed');
    expect(said.values.type).toBe(said.court.voice.label('type', first!.code));
    expect(first!.count).toBeGreaterThan(second?.count ?? 0);
    return { number: first!.count, killed: countOf(rowsOfPage(said), 'killed') };
  },
  'report.points.killed.spread: People were killed in as many types, or in more of which some are counted as one.': (said) => {
    const types = typesBy(rowsOfPage(said), 'killed').filter(({ count }) => count > 0);
    expect(said.values.count).toBeLessThanOrEqual(types.length);
    return { killed: countOf(rowsOfPage(said), 'killed') };
  },
  'report.points.killed.none: Nobody was killed.': (said) => expect(countOf(rowsOfPage(said), 'killed')).toBe(0),
  'report.points.killed.missing': (said) => ({ number: rowsOfPage(said).filter(({ killed }) => killed === null).length }),
  'report.points.killed.noWomen: No woman is described as killed.': (said) =>
    expect(people(rowsOfPage(said), { sex: 'woman', outcome: 'killed' })).toBe(0),
  'report.points.killed.{partner,partnerKnown,noPartner,noPartnerKnown}': (said) => {
    const of = (relationship?: string) =>
      people(rowsOfPage(said), { sex: 'woman', outcome: 'killed', ...(relationship !== undefined && { relationship }) });
    const unknown = of('not_reported');
    expect(unknown === 0).toBe(said.key.endsWith('Known'));
    expect(of('intimate_partner') === 0).toBe(said.key.includes('noPartner'));
    return { women: of(), number: of('intimate_partner'), ...(unknown > 0 && { unknown }) };
  },
  'report.points.types.first: No type that can be named has more incidents.': (said) => ({
    number: isMost(typesBy(rowsOfPage(said), 'incidents'), (code) => said.court.voice.label('type', code), said.values.type),
    all: rowsOfPage(said).length,
  }),
  'report.points.types.next: The next types have so many incidents.': (said) => {
    const counts = typesBy(rowsOfPage(said), 'incidents').flatMap(({ code, count }) => (code === 'other' ? [] : [count]));
    const [second, third] = (said.values.others as readonly string[]).map(numberIn);
    expect(second).toBe(counts[1]);
    if (third !== undefined) expect(third).toBeLessThanOrEqual(counts[2]!);
  },
  'report.points.legal.{known,unknown,text,others,allKnown}: In so many of the incidents a weapon is illegal, legal, or of a status that is not reported.':
    (said) => {
      const rows = rowsOfPage(said);
      const kind = said.key.split('.').at(-1)!;
      const [illegal, legal, unknown] = ['illegal', 'legal', 'not_reported'].map((code) => withLegal(rows, code)) as [
        number,
        number,
        number,
      ];
      expect(unknown > rows.length / 2).toBe(kind === 'unknown' || kind === 'text');
      return {
        known: { number: illegal, all: rows.length },
        unknown: { number: unknown, all: rows.length },
        text: { illegal, legal },
        others: { number: legal, unknown },
        allKnown: { number: legal },
      }[kind]!;
    },
  'report.points.seizures.none: The place has no weapon seizure in the period.': (said) => expect(seizuresOf(said)).toEqual([]),
  'report.points.seizures.noNumbers report.weapons.silent: So many seizures have weapons of which no number is reported.': (
    said,
  ) => ({
    number: seizuresOf(said).filter((row) => isSilent(row, false)).length,
  }),
  'report.points.seizures.noWeapons: No seizure gives a number of weapons, and not all leave it out.': (said) => {
    const rows = seizuresOf(said);
    expect([countOf(rows, 'weapons'), rows.every((row) => isSilent(row, false))]).toEqual([0, false]);
    return { number: rows.length };
  },
  'report.weapons.roundsNotReported: Each seizure has ammunition, and none says how much.': (said) =>
    expect(seizuresOf(said).every((row) => isSilent(row, true) && countOf([row], 'rounds') === 0)).toBe(true),
  'report.points.seizures.{first,unknown}: The class has most of the weapons, or none is reported.': (said) => {
    const rows = seizuresOf(said);
    const codes = rows.flatMap(({ lots }) => lots.map((one) => one.class));
    const list = ranked(
      codes.filter((code) => !['ammunition', 'bladed', 'other', 'not_reported'].includes(code)),
      (code) => weaponsOf(rows, `weapon=${code}`),
    );
    const all = countOf(rows, 'weapons');
    if (said.key.endsWith('first'))
      return { number: isMost(list, (code) => said.court.voice.label('weapon_class', code), said.values.weapon), all };
    expect(list[0]?.count ?? 0).toBe(0);
    return { all };
  },
  'report.points.seizures.large: So many seizures have five or more weapons.': (said) => ({
    number: seizuresOf(said).filter(isLarge).length,
    all: seizuresOf(said).length,
    least: 5,
  }),
  'report.points.seizures.largest': (said) => ({ number: Math.max(...seizuresOf(said).map(({ weapons }) => weapons)) }),
  'report.points.seizures.{traced,tracedKnown}': (said) => {
    const [yes, no] = ['yes', 'no'].map((code) => weaponsOf(seizuresOf(said), `traced=${code}`)) as [number, number];
    const unknown = countOf(seizuresOf(said), 'weapons') - yes - no;
    return { number: yes, ...(said.key.endsWith('Known') ? {} : { unknown }) };
  },
  'report.types.{changed,unchanged}: The type changed by more than chance since the year before; where none is named, none did by far.':
    ({ court, values }) => {
      const codes = [...new Set(court.rows.map(({ type }) => type))];
      const found = (code: string) => change(court, { ...court.selection, types: [code] }, 'incidents');
      const distance = (code: string) => {
        const { a, b, difference } = found(code);
        return Math.min(a, b) < 10 ? 0 : Math.abs(Math.log(1 + difference)) / Math.sqrt(1 / a + 1 / b);
      };
      if (values.type === undefined) return expect(Math.max(0, ...codes.map(distance))).toBeLessThan(6);
      const type = named(codes, (code) => court.voice.label('type', code), values.type);
      expect(distance(type)).toBeGreaterThan(1.9);
      expect(textOf(values.interval).endsWith('fewer')).toBe(found(type).difference < 0);
    },
  'report.types.alsoChanged: More types are said to have changed than the one that is named.': ({ values }) =>
    expect(values.count).toBeGreaterThan(0),
  'report.types.notCompared: The data is not that of the year before.': ({ court }) => {
    const [now, earlier] = [court.asked!, yearsBefore(court.asked!, 1)].map((days) => locationsIn(court, days).join());
    expect(
      now !== earlier || court.rows.every(({ date }) => date > yearsBefore(court.asked!, 1)[0]) || court.asked![1] > '2025-11-27',
    ).toBe(true);
  },
  'report.weapons.reading': (said) => {
    const rows = seizuresOf(said);
    const [seized, found, surrendered] = ['seized', 'found', 'surrendered'].map((mode) => weaponsOf(rows, `mode=${mode}`));
    return { seized, found, surrendered };
  },
  'report.weapons.rounds': (said) => ({ rounds: countOf(seizuresOf(said), 'rounds') }),
  'report.quality.places': (said) => {
    const rows = rowsOfPage(said);
    const of = (precision: string) => rows.filter((row) => row.place_precision === precision).length;
    const precisions = ['exact', 'settlement', 'region', 'jurisdiction'].map((one) => [one, of(one)] as const);
    return { incidents: rows.length, ...Object.fromEntries(precisions) };
  },
  'report.quality.sources: So many incidents have an official source; in so many no weapon is reported, or no hour known.': (
    said,
  ) => {
    const rows = rowsOfPage(said);
    const { number } = said.court.voice;
    const known = (is: (row: Row) => boolean) => {
      const count = rows.filter(is).length;
      return `${number.count(count)} (${number.share(count / rows.length)})`;
    };
    return {
      official: known(({ sources }) => sources.includes('official')),
      weapon: known(({ lots }) => lots.some((one) => one.class === 'not_reported')),
      hour: known(({ hour }) => hour === null),
    };
  },
  'report.quality.updated: A dataset was last updated on that day.': ({ values, court }) => {
    const datasets = court.body.datasets as readonly { readonly updated_at: string }[];
    expect(datasets.map(({ updated_at }) => court.voice.date.moment(updated_at))).toContain(values.day);
  },
  'report.quality.notReported': (said) => ({
    killed: rowsOfPage(said).filter(({ killed }) => killed === null).length,
    injured: rowsOfPage(said).filter(({ injured }) => injured === null).length,
  }),
});
