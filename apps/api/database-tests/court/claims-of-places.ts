import { regions } from '@monitor/geography';
import { expect } from 'vitest';
import {
  counted,
  type Court,
  covered,
  daysHeld,
  dispersionOf,
  named,
  periodOf,
  placeOf,
  type Said,
  subjectOf,
  withoutPlaces,
  inPlace,
  claimed,
} from './definitions.ts';
import { isAbout, isRate, numberIn } from './numbers-in-texts.ts';
import { isRateInterval, locationsIn, partOf, personDays, populationYears, rateOf, rateOfAll, ratesOf } from './rates.ts';
import { lists, sumsBy } from './claims-of-bars.ts';
import { type Body, nearest, textOf } from './near.ts';
import { type Counted, countOf, datasetsCut, type Days, lengthOf, type Row, rowsOf, type Selection } from './record.ts';

/** How a subject reads in the rate of one place: the incidents of the row, or violence where the page counts everything. */
function rated(said: Said): { readonly selection: Selection; readonly days: Days; readonly measure: Counted } {
  const { selection, days, measure } = subjectOf(said);
  const { court } = said;
  const isOfAll = selection.kind === undefined && selection.types === undefined && measure === 'incidents';
  const isOfViolence = isOfAll && (court.page.startsWith('place') || said.near[0]?.of === 'rate');
  return { selection: isOfViolence ? { ...selection, kind: 'violence' } : selection, days, measure };
}

/** The place that a row or sentence of a page of one place is of. */
const ownPlace = ({ selection: { region, countries } }: Court) => region ?? countries![0]!;
/** What a place is compared with: all locations with data or, of a region, its location. */
const wholeOf = (court: Court, place: string, days: Days) => (place.includes('-') ? [place.slice(0, 2)] : locationsIn(court, days));

/** The rate of the place of a page beside the average. */
function besideAverage(said: Said) {
  const { court } = said;
  const { selection, days, measure } = rated(said);
  const place = ownPlace(court);
  const rate = rateOf(court, place, days, selection, measure);
  const average = rateOfAll(court, wholeOf(court, place, days), days, selection, measure);
  const expected = (average * personDays(court, place, days)) / (100_000 * 365.25);
  return { rate, average, expected, ratio: rate / average, events: counted(court, days, inPlace(selection, place), measure) };
}

/** That a rate is above or below another by more than chance leaves, or not. */
function isBeside(said: Said): void {
  const { ratio, events, expected } = besideAverage(said);
  const { values } = said;
  // None is by chance one time in forty where 3.7 are expected.
  const distance = events === 0 ? (expected > 3.6 ? 2 : 0) : Math.abs(Math.log(ratio)) * Math.sqrt(events);
  if (said.key.endsWith('unclear')) expect(distance).toBeLessThan(1.96 * 4);
  else {
    expect(ratio > 1).toBe(!said.key.endsWith('below'));
    expect(distance).toBeGreaterThan(1.7);
    const text = values.size ?? (said.key.endsWith('times') ? values.times : values.percent);
    isAbout(text, said.key.endsWith('times') ? ratio : 100 * Math.abs(ratio - 1), 0.08);
  }
}

/** How many standard deviations of chance a place is from the average of all locations. */
function outBy(court: Court, place: string, days: Days, selection: Selection): readonly [number, number] {
  const average = rateOfAll(court, locationsIn(court, days), days, selection, 'incidents');
  const expected = (average * personDays(court, place, days)) / (100_000 * 365.25);
  const found = counted(court, days, inPlace(selection, place), 'incidents');
  return [(found - expected) / Math.sqrt(expected), dispersionOf(court, withoutPlaces(selection), days)];
}

/** That a place is beyond what chance leaves around the average (99.8%), or not; by a normal distribution, so by about that much. */
function isOut(said: Said, place: string, side: string): void {
  const { selection, days } = rated(said);
  const [distance, dispersion] = outBy(said.court, place, days, selection);
  const limit = 3.09 * Math.sqrt(dispersion);
  if (side === 'above') expect(distance).toBeGreaterThan(0.8 * Math.min(3.09, limit));
  else if (side === 'below') expect(distance).toBeLessThan(-0.75 * 3.09);
  else expect(Math.abs(distance)).toBeLessThan(1.25 * limit + 0.5);
}

/** The places of the list that a sentence reads. */
function codesOfList(said: Said): string[] {
  const { court, near } = said;
  const { selection, days } = rated(said);
  const isOfRegions =
    near.includes((nearest(near, 'regions') ?? {}) as Body) ||
    near.includes((nearest(near, 'charts') as Record<string, Body> | undefined)?.region ?? {});
  return codesOfRows(rowsOf(court.rows, selection, days), isOfRegions ? 'region' : 'country');
}
/** The incidents of each region of the location of a page. */
function incidentsOfRegions(said: Said): Map<string, number> {
  const { selection, days } = rated(said);
  const codes = codesOfRows(said.court.rows, 'region').filter((code) => code.startsWith(`${ownPlace(said.court).slice(0, 2)}-`));
  return new Map(codes.map((code) => [code, counted(said.court, days, inPlace(selection, code), 'incidents')]));
}
const codesOfRows = (rows: readonly Row[], column: 'country' | 'region') => [...new Set(rows.flatMap((row) => row[column] ?? []))];

/** The highest rate of a list of places, with its interval. */
function isHighest(said: Said): void {
  const { court, values } = said;
  const place = placeOf(court, values.value);
  const of = rated(said);
  const list = place.includes('-') ? 'region' : 'country';
  // Among those that are selected, at a place of its own in the list.
  const rows = rowsOf(court.rows, of.selection, of.days);
  const rates = ratesOf(court, codesOfRows(rows, list), of, 10);
  const [amount, rate] = [values.amount, rates.get(place)!];
  isRate(amount, rate);
  expect(rate).toBeGreaterThanOrEqual(0.98 * Math.max(...rates.values()));
  isRateInterval(values.low, rate, values.high, counted(court, of.days, inPlace(of.selection, place), of.measure));
  if (said.key.endsWith('only')) expect(rates.size).toBe(1);
  // Those that are named beside it, or counted, may be as high.
  const beside = (values.others as readonly string[] | undefined)?.map((name) => rates.get(placeOf(court, name)));
  if (beside !== undefined) expect(beside.every((one) => one !== undefined)).toBe(true);
  if (typeof values.count === 'number') expect(values.count).toBeLessThan(rates.size);
}

const isHeavierThan = (said: Said, names: unknown) => (names as readonly string[]).map((name) => placeOf(said.court, name));

export const claimsOfPlaces = claimed({
  'places.lead.average.{above,times,below,unclear} places.average.{above,times,below,unclear}: The rate of the place per 100,000 people and year is that much above or below the average of all locations together (of a region: of its location) or, where it is called unclear, not far from it.':
    isBeside,
  'places.average.rate: The rate and the average are counts divided by people and years; the interval holds the rate, and is at least as wide as chance alone makes it.':
    (said) => {
      const { rate, average, events } = besideAverage(said);
      isRate(said.values.rate, rate);
      isRate(said.values.average, average);
      isRateInterval(said.values.low, rate, said.values.high, events);
    },
  'places.average.alone: The rate is a count divided by people and years, its interval holds it, and no other location has data of these days.':
    (said) => {
      const { court, values } = said;
      const { rate, events } = besideAverage(said);
      expect(locationsIn(court, rated(said).days)).toEqual([ownPlace(court)]);
      isRate(values.rate, rate);
      isRateInterval(values.low, rate, values.high, events);
    },
  'places.funnel.alone: No other location has data of these days.': ({ court }) =>
    expect(locationsIn(court, periodOf(court))).toEqual([ownPlace(court).slice(0, 2)]),
  'unrecorded.weapon_seizure: No dataset that has data about the places in the period has a single weapon seizure, of any day and place.':
    ({ court }) => {
      const { countries, region } = court.selection;
      const places = countries ?? (region === undefined ? undefined : [region.slice(0, 2)]);
      const own = rowsOf(court.rows, places === undefined ? {} : { countries: places });
      const [from, to] = periodOf(court);
      const datasets = [...new Set(own.map(({ dataset }) => dataset))].filter((dataset) => {
        const dates = own
          .filter((row) => row.dataset === dataset)
          .map(({ date }) => date)
          .toSorted();
        return dates[0]! <= to && dates.at(-1)! >= from;
      });
      expect(rowsOf(court.rows, { kind: 'weapon_seizure', datasets })).toEqual([]);
    },
  'places.average.notCompared: The place has fewer than ten events, or a period too short for a rate, or no population figure.': (
    said,
  ) => {
    const { selection, days, measure } = rated(said);
    const events = counted(said.court, days, selection, measure);
    expect(events < 10 || lengthOf(days) < 90 || said.values.reason !== said.court.voice.t('summary.rate.none.too_few.long')).toBe(
      true,
    );
  },
  'places.average.fewInWhole.{all,one}: Fewer than ten are recorded in all locations with a rate together or, of a region, in its location.':
    (said) => {
      const { court, values } = said;
      const { selection, days, measure } = rated(said);
      const whole = wholeOf(court, ownPlace(court), days);
      if (values.place !== undefined) expect([placeOf(court, values.place)]).toEqual(whole);
      const known = whole.filter((code) => personDays(court, code, days) > 0);
      const events = known.map((code) => counted(court, days, inPlace(selection, code), measure));
      expect(events.reduce((sum, one) => sum + one, 0)).toBeLessThan(numberIn(values.least));
    },
  'places.average.unreported: No incident says the number.': (said) => {
    const { selection, days, measure } = subjectOf(said);
    expect(counted(said.court, days, selection, measure)).toBe(0);
  },
  'places.notes.rates.{all,one}: The population figures are those of all years of the days with data.': ({ court, values }) => {
    const years = populationYears(court, ownPlace(court), periodOf(court));
    const [first, last] = [Math.min(...years), Math.max(...years)];
    expect(values.years).toBe(first === last ? `${first}` : `${first}–${last}`);
  },
  'places.funnel.own.{above,below,differs,within}: The place is as far from the average as chance leaves hardly ever (99.8%), or is not; of a location, the figures beside it call it different from that average, or do not.':
    (said) => {
      const [place, side] = [ownPlace(said.court), said.key.split('.').at(-1)!];
      isOut(said, place, side);
      const { figures } = said.near.find((one) => 'figures' in one) as {
        readonly figures: { readonly findings: readonly { readonly average: { readonly verdict?: string } }[] };
      };
      const [first] = figures.findings;
      if (place.includes('-') || first?.average.verdict === undefined) return;
      expect(first.average.verdict === said.court.voice.t('places.average.unclear')).toBe(side === 'within');
    },
  'places.funnel.{above,below}: Each location that it names is as far from the average as chance leaves hardly ever (99.8%).': (
    said,
  ) => {
    for (const place of isHeavierThan(said, said.values.places)) isOut(said, place, said.key.split('.').at(-1)!);
  },
  'chart.by.size.{only,most,unclear,unclearMany}: The place has the highest rate of the list among those with ten or more events; the interval holds it, and is at least as wide as chance alone makes it.':
    isHighest,
  'chart.by.size.without places.list.{few,unknown,partCovered,part}: Places with events, but with fewer than ten, without a population figure, of which the data covers a part, or of which a dataset begins or ends within the days.':
    (said) => {
      const { court, values, key } = said;
      const of = rated(said);
      const some = codesOfList(said).filter((code) => counted(court, of.days, inPlace(of.selection, code), of.measure) > 0);
      const without = some.filter((code) => !ratesOf(court, some, of, 10).has(code));
      const reasonOf = (code: string) =>
        partOf(court, code) !== undefined
          ? 'partCovered'
          : personDays(court, code, of.days) === 0
            ? 'unknown'
            : counted(court, of.days, inPlace(of.selection, code), of.measure) < 10
              ? 'few'
              : 'part';
      expect(values.count).toBe(without.filter((code) => key.endsWith('without') || key.endsWith(`.${reasonOf(code)}`)).length);
    },
  'places.list.{among,amongRegions,amongMany}: So many places have ten events and a population figure; those that are regions are of the locations that it names, or so many.':
    (said) => {
      const { court, values, key } = said;
      const codes = [...ratesOf(court, codesOfList(said), rated(said), 10).keys()];
      const locations = [...new Set(codes.map((code) => code.slice(0, 2)))];
      expect(values.count).toBe(codes.length);
      if (key.endsWith('Regions'))
        expect((values.places as readonly string[]).toSorted()).toEqual(
          locations.map((code) => court.voice.place(code)).toSorted(),
        );
      if (key.endsWith('Many')) expect(values.locations).toBe(locations.length);
    },
  'chart.by.noRates places.list.noneCompared: No place has ten events and a population figure, or the filter has no rates.': (
    said,
  ) => {
    const { court } = said;
    const of = rated(said);
    const codes = codesOfRows(rowsOf(court.rows, of.selection, of.days), 'country');
    expect(
      ratesOf(court, codes, of, 10).size === 0 ||
        lengthOf(of.days) < 90 ||
        nearest(said.near, 'without') !== undefined ||
        said.key.includes('places'),
    ).toBe(true);
  },
  'places.list.none: No place of the list has ten incidents.': (said) => {
    const { selection, days, measure } = rated(said);
    for (const code of codesOfList(said)) expect(counted(said.court, days, inPlace(selection, code), measure)).toBeLessThan(10);
  },
  'places.list.without: The period is too short, or people or words are selected, or no place of the list has a population figure.':
    (said) => {
      const { selection, days } = rated(said);
      if (lengthOf(days) >= 90 && !/^q=|(sex|age)=/.test(selection.rest ?? ''))
        expect(codesOfList(said).filter((code) => personDays(said.court, code, days) > 0)).toEqual([]);
    },
  'places.regions.reading: The rate of the location is a count divided by people and years.': (said) => {
    const { selection, days } = rated(said);
    isRate(said.values.rate, rateOf(said.court, placeOf(said.court, said.values.place), days, selection, 'incidents'));
  },
  'places.regions.some: So many regions of the location have incidents; it has so many, none of which has a population figure.': (
    said,
  ) => {
    const { selection, days } = rated(said);
    const location = placeOf(said.court, said.values.place);
    const codes = regions.filter(({ jurisdiction }) => jurisdiction === location).map(({ code }) => code);
    expect(codes.filter((code) => personDays(said.court, code, days) > 0)).toEqual([]);
    return {
      number: codes.filter((code) => counted(said.court, days, inPlace(selection, code), 'incidents') > 0).length,
      all: codes.length,
    };
  },
  'places.regions.elsewhere': (said) => {
    const { selection, days } = rated(said);
    const rows = rowsOf(said.court.rows, inPlace(selection, placeOf(said.court, said.values.place)), days);
    return { number: rows.filter(({ region }) => region === null).length };
  },
  'places.regions.few': (said) => {
    const rates = nearest(said.near, 'rates') as readonly Body[];
    const { selection, days } = rated(said);
    const events = rates
      .filter(({ rate }) => rate !== undefined)
      .map(({ code }) => counted(said.court, days, inPlace(selection, textOf(code)), 'incidents'));
    return { count: events.filter((one) => one < 10).length, least: 10 };
  },
  'places.regions.without: None of the regions that it names has a population figure.': (said) => {
    for (const place of isHeavierThan(
      said,
      (said.values.places as readonly string[]).filter((name) =>
        said.court.rows.some(({ region }) => said.court.voice.place(region ?? '') === name),
      ),
    ))
      expect(personDays(said.court, place, rated(said).days)).toBe(0);
  },
  'places.map.events: The region has so many incidents, which are not few.': (said) => {
    const { selection, days } = rated(said);
    const events = counted(said.court, days, inPlace(selection, placeOf(said.court, said.values.region)), 'incidents');
    expect(events).toBeGreaterThanOrEqual(10);
    return { number: events };
  },
  'places.map.none: No region of the location has ten incidents.': (said) => {
    expect(Math.max(0, ...incidentsOfRegions(said).values())).toBeLessThan(10);
  },
  'places.map.without: No region of the location that has ten incidents has a population figure, or the period is too short.': (
    said,
  ) => {
    const { days } = rated(said);
    const enough = [...incidentsOfRegions(said)].filter(([, events]) => events >= 10);
    expect(enough.length).toBeGreaterThan(0);
    if (lengthOf(days) >= 90) expect(enough.map(([code]) => personDays(said.court, code, days))).toEqual(enough.map(() => 0));
  },
  'home.map.title.{one,perhaps,highest,times,timesOfSeveral,several,same,none}: The rates of the places that it names are the highest; of one, it is that rate, or so many times that of the lowest.':
    (said) => {
      const { court, values, key } = said;
      const of = { selection: { kind: 'violence' }, days: periodOf(court), measure: 'incidents' } as const;
      const rates = ratesOf(court, locationsIn(court, of.days), of, 5);
      const highest = Math.max(...rates.values());
      const names = (values.places ?? (values.place === undefined ? [] : [values.place])) as readonly string[];
      const own = names.map((name) => rates.get(placeOf(court, name))!);
      if (names.length > 0) expect(Math.max(...own)).toBeGreaterThanOrEqual(0.98 * highest);
      // Nobody with a higher rate is left out.
      expect([...rates.values()].filter((rate) => own.length > 0 && rate > Math.max(...own) * 1.02)).toEqual([]);
      if (values.rate !== undefined) isRate(values.rate, own[0]!);
      if (values.lowest !== undefined) {
        const lowest = (values.lowest as readonly string[]).map((name) => rates.get(placeOf(court, name))!);
        const times = own[0]! / Math.max(...lowest);
        if (key.endsWith('Several')) expect(numberIn(values.times)).toBeLessThanOrEqual(1.01 * times);
        isAbout(values.times, times, (lowest.length === 1 ? 0.5 : 1) / times + 0.03);
        expect(Math.min(...lowest)).toBeLessThanOrEqual(1.02 * Math.min(...rates.values()));
      }
      if (key.endsWith('several')) expect(values.all).toBe(rates.size);
    },
  'home.none.{violence,weapon_seizure}: There are none in the twelve months.': ({ key, court }) =>
    expect(counted(court, periodOf(court), { kind: key.endsWith('violence') ? 'violence' : 'weapon_seizure' }, 'incidents')).toBe(
      0,
    ),
  'home.map.title.most: The place has so many violent incidents, and no other region as many.': ({ values, court }) => {
    const codes = [...new Set(court.rows.flatMap(({ region }) => region ?? []))];
    const counts = codes.map((code) => counted(court, periodOf(court), inPlace({ kind: 'violence' }, code), 'incidents'));
    const own = counts[codes.indexOf(placeOf(court, values.place))];
    expect(counts.filter((one) => one >= own!)).toEqual([own]);
    return { number: own };
  },
  'home.map.readingAll: The rate of so many locations, all that have one, is a count divided by people and years.': ({
    values,
    court,
  }) => {
    const known = locationsIn(court, periodOf(court)).filter((code) => personDays(court, code, periodOf(court)) > 0);
    expect(values.count).toBe(known.length);
    isRate(values.rate, rateOfAll(court, known, periodOf(court), { kind: 'violence' }, 'incidents'));
  },
  'trends.places.title: The rates of the two places are the lowest and the highest of the period that it names, in which no dataset begins or ends.':
    ({ values: { low, lowest, high, highest, period }, court }) => {
      const days = court.asked ?? daysHeld(court);
      expect(datasetsCut(court.rows, court.selection, days, 4)).toEqual([]);
      const [from, to] = covered(court);
      expect(period).toBe(court.voice.date.period(days[0] > from ? days[0] : from, days[1] < to ? days[1] : to));
      const rate = (name: unknown) => rateOf(court, placeOf(court, name), days);
      isAbout(low, rate(lowest));
      isAbout(high, rate(highest));
      expect(rate(lowest)).toBeLessThanOrEqual(rate(highest));
    },
  'places.lead.start': ({ court, text }) => {
    expect(text.includes('filter')).toBe(court.selection.rest !== undefined);
    return { amount: counted(court, periodOf(court)) };
  },
  'places.matching: The page selects fewer incidents than all of a kind in its place and period.': ({ court: { selection } }) =>
    expect(selection.rest).toBeDefined(),
  'places.lead.none: The place has no incident in the period, of which there is data.': ({ court }) => {
    expect(counted(court, periodOf(court))).toBe(0);
    expect(locationsIn(court, periodOf(court))).toContain(ownPlace(court).slice(0, 2));
  },
  'places.second.largest: The type is the largest, and has so many of the incidents.': ({
    values: { type, incidents, all },
    court,
  }) => {
    const rows = rowsOf(court.rows, court.selection, periodOf(court));
    const sums = sumsBy(rows, lists.type!, 'incidents');
    const most = Math.max(...sums.values());
    expect([numberIn(incidents), numberIn(all)]).toEqual([most, rows.length]);
    expect(
      sums.get(named([...sums.keys()], (code) => court.voice.label('type', code).toLowerCase(), textOf(type).toLowerCase())),
    ).toBe(most);
  },
  'places.second.only: All incidents are of that type.': ({ values: { type }, court }) => {
    const rows = rowsOf(court.rows, court.selection, periodOf(court));
    expect(new Set(rows.map((row) => court.voice.label('type', row.type)))).toEqual(new Set([type]));
    return { amount: rows.length };
  },
  'places.second.deadliest: The type has so many of the incidents, and a greater share of the people killed.': ({
    values: { type, incidents, all, killed, allKilled },
    court,
  }) => {
    const rows = rowsOf(court.rows, court.selection, periodOf(court));
    const own = rows.filter((row) => court.voice.label('type', row.type) === type);
    expect([incidents, all, killed, allKilled].map(numberIn)).toEqual([
      own.length,
      rows.length,
      countOf(own, 'killed'),
      countOf(rows, 'killed'),
    ]);
    expect(countOf(own, 'killed') / countOf(rows, 'killed')).toBeGreaterThan(own.length / rows.length);
  },
  'places.second.seizures': ({ court }) => ({
    number: counted(court, periodOf(court), { ...court.selection, kind: 'weapon_seizure' }),
  }),
  'places.settlements.{reading,readingBefore}: The settlement has that share of the incidents, and no other has more.': ({
    values,
    court,
  }) => {
    const rows = rowsOf(court.rows, court.selection, periodOf(court));
    const sums = sumsBy(
      rows,
      ({ country, region, place }) => (place === null ? [] : [`${country}\t${region}\t${place}`]),
      'incidents',
    );
    const most = Math.max(...sums.values());
    expect([...sums].filter(([, sum]) => sum === most).map(([name]) => name.split('\t')[2])).toContain(values.settlement);
    return { share: most / rows.length };
  },
  'places.settlements.none: No incident names a settlement.': ({ court }) =>
    expect(rowsOf(court.rows, court.selection, periodOf(court)).every(({ place }) => place === null)).toBe(true),
  'places.settlements.{others,othersBefore}': ({ court }) => {
    const rows = rowsOf(court.rows, court.selection, periodOf(court)).filter(({ place }) => place !== null);
    return { number: Math.max(0, new Set(rows.map(({ country, region, place }) => `${country}\t${region}\t${place}`)).size - 10) };
  },
  'summary.rate.{interval,zero,intervalOfNone}: The interval of the rate holds it, and is at least as wide as chance alone makes it.':
    (said) => {
      const { court, values, near } = said;
      if (court.page === 'sides') return;
      const { selection, days, measure } = rated({ ...said, near: near.slice(0, 1) });
      const codes = selection.countries ?? locationsIn(court, days);
      const known = codes.filter((code) => personDays(court, code, days) > 0);
      const events = known.reduce((sum, code) => sum + counted(court, days, inPlace(selection, code), measure), 0);
      if (!said.key.endsWith('rate.interval')) expect(events).toBe(0);
      else {
        const rate = rateOfAll(court, known, days, selection, measure);
        isRate((nearest(near, 'values') as readonly unknown[])[0], rate);
        isRateInterval(values.low, rate, values.high, events);
      }
    },
  'summary.rate.{leftOutOne,leftOutMany,leftOutLong}: Each location that it names has no population figure for the period.': ({
    values,
    court,
  }) => {
    const names = textOf(values.names ?? '')
      .split(/, (?=\p{Lu})/u)
      .map((name) => name.replace(/ \([\d,]+\)$/, ''));
    for (const name of values.names === undefined ? [] : names)
      expect(personDays(court, placeOf(court, name), court.asked ?? daysHeld(court))).toBe(0);
  },
  'summary.rate.leftOutPart: The data of each location that it names covers the part that it names.': ({ values, court }) => {
    const parts = values.parts as readonly string[];
    for (const name of textOf(values.names).split(/, (?=\p{Lu})/u))
      expect(parts).toContain(partOf(court, placeOf(court, name.replace(/ \([\d,]+\)$/, ''))));
  },
  'summary.rate.none.*: What it says of the filter, the period or the number keeps a rate from being given.': (said) => {
    const { court, key } = said;
    const { days, selection, measure } = rated(said);
    const reason = key.split('.')[3];
    if (reason === 'short') expect(Math.min(lengthOf(days), lengthOf(court.asked ?? days))).toBeLessThan(90);
    if (
      reason === 'too_few' &&
      nearest(said.near, 'code') === undefined &&
      court.page !== 'sides' &&
      selection.region === undefined
    ) {
      const events = counted(court, days, selection, measure);
      expect(events === 0 || events < 10 || court.page !== 'explore' || nearest(said.near, 'without') !== undefined).toBe(true);
    }
    if (reason?.endsWith('part')) {
      const { places, parts } = said.values as Readonly<Record<'places' | 'parts', readonly string[]>>;
      const found = places.map((name) => partOf(court, placeOf(court, name)));
      expect(new Set(found)).toEqual(new Set(parts));
    }
    if (reason === 'region') expect(court.selection.region !== undefined || court.page === 'sides').toBe(true);
  },
  'chart.by.withoutReason: The place has events, so many, and no rate for the reason that is given.': (said) => {
    const { court, values } = said;
    if (court.page === 'sides') return;
    const place = placeOf(court, values.name);
    // Also of a place that is not selected, over all days.
    const shown = court.asked ?? covered({ rows: court.rows, selection: {} });
    const number = counted(court, shown, inPlace(court.selection, place));
    expect(numberIn(values.number)).toBe(number);
    expect(number < 10 || personDays(court, place, shown) === 0).toBe(true);
  },
});
