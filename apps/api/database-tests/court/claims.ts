import type { Voice } from '@monitor/findings';
import { population } from '@monitor/geography';
import { expect } from 'vitest';
import {
  countOf,
  type Counted,
  type Days,
  lastTwelveMonths,
  lengthOf,
  monthOf,
  monthsOf,
  type Row,
  rowsOf,
  type Selection,
  monthsBefore,
  yearsBefore,
} from './record.ts';

type Values = Readonly<Record<string, unknown>>;

/** What was said: a message with its values. */
export interface Statement {
  readonly key: string;
  readonly values: Values;
  readonly text: string;
}

/** A page in court: what its reader asked, and the record. */
export interface Court {
  readonly page: 'home' | 'explore' | 'trends' | 'trends-places' | 'trends-subjects' | 'places' | 'place' | 'brief';
  readonly rows: readonly Row[];
  readonly selection: Selection;
  /** The days that the reader asked for. */
  readonly asked: Days | undefined;
  readonly measure: Counted;
  readonly voice: Voice;
  readonly statements: readonly Statement[];
}

/** What must hold for a message to be said. Fails where it does not. */
type Claim = (values: Values, court: Court, at: number) => void;

/* Plain definitions. */

/** The first and last day of the datasets that have incidents of the selected places. */
function covered({ rows, selection: { countries, region, datasets } }: Court): Days {
  const inPlaces = rowsOf(rows, { ...(countries && { countries }), ...(region && { region }), ...(datasets && { datasets }) });
  const spans = [...new Set(inPlaces.map(({ dataset }) => dataset))].map((slug) => spanOf(rowsOf(rows, { datasets: [slug] })));
  return [
    spans.map(([from]) => from).toSorted()[0]!,
    spans
      .map(([, to]) => to)
      .toSorted()
      .at(-1)!,
  ];
}

/** From the first to the last of some rows. */
const spanOf = (rows: readonly Row[]): Days => [rows[0]?.date ?? '9999', rows.at(-1)?.date ?? '0000'];

/** The days of which a page tells the change: those asked for or, on pages without a period, the last twelve months of the data. */
function periodOf(court: Court): Days {
  return court.asked ?? lastTwelveMonths(covered(court)[1]);
}

/** The same days of as few years before as it takes for the two periods to share none. */
function earlierOf(days: Days): Days {
  let years = 1;
  while (yearsBefore(days, years)[1] >= days[0]) years++;
  return yearsBefore(days, years);
}

const counted = (court: Court, days: Days, selection = court.selection, measure = court.measure) =>
  countOf(rowsOf(court.rows, selection, days), measure);

/** Two counts of periods, and how the later differs per day. */
function change(court: Court, selection = court.selection, measure = court.measure, days = periodOf(court)) {
  const earlier = earlierOf(days);
  const [a, b] = [counted(court, days, selection, measure), counted(court, earlier, selection, measure)];
  return { a, b, earlier, difference: a / lengthOf(days) / (b / lengthOf(earlier)) - 1 };
}

/** The direction and the percentage of a verdict. */
function directed(kind: 'more' | 'fewer' | 'unclear', values: Values, court: Court, found: ReturnType<typeof change>): void {
  if (kind === 'unclear') return;
  expect(found.difference > 0 ? 'more' : 'fewer').toBe(kind);
  expect(values.percent).toBe(court.voice.number.share(Math.abs(found.difference)));
}

/** The same, and the period that it names. */
function holds(kind: 'more' | 'fewer' | 'unclear', values: Values, court: Court, found: ReturnType<typeof change>): void {
  directed(kind, values, court, found);
  // A period is named, so that nobody takes years for one.
  const earlier = court.voice.date.period(...found.earlier);
  expect(values.baseline).toBe(kind === 'unclear' ? earlier : `in ${earlier}`);
}

const named = <Value>(values: readonly Value[], nameOf: (value: Value) => string, name: unknown): Value => {
  const found = values.find((value) => nameOf(value) === name);
  if (found === undefined) throw new Error(`Nobody is called ${String(name)}`);
  return found;
};
const placeOf = ({ rows, voice }: Court, name: unknown) =>
  named([...new Set(rows.flatMap(({ country, region }) => [country, ...(region === null ? [] : [region])]))], voice.place, name);
const monthNamed = (court: Court, name: unknown) => named(monthsOf(covered(court)), court.voice.date.month, name);
const inPlace = (selection: Selection, code: string): Selection =>
  code.includes('-') ? { ...selection, region: code } : { ...selection, countries: [code] };

/** Kind and measure of the names of what is counted. */
function countedAs({ voice: { t } }: Court, many: unknown): readonly [Selection['kind'], Counted] {
  const kind = (['violence', 'weapon_seizure'] as const).find((one) => t(`changes.incidents.${one}.many`) === many);
  if (kind !== undefined) return [kind, 'incidents'];
  if (many === t('measure.incidents.many')) return [undefined, 'incidents'];
  if (many === t('changes.weapons.many')) return ['weapon_seizure', 'weapons'];
  return ['violence', named(['killed', 'injured'] as const, (one) => t(`measure.${one}.many`), many)];
}

/** The comparison of a place on a page of many: its counts, and what it is of. */
function ofPlace(values: Values, court: Court) {
  const [kind, measure] = countedAs(court, values.many);
  const { types, ...rest } = court.selection;
  const selection = { ...rest, ...(kind === undefined ? types && { types } : { kind }), countries: [placeOf(court, values.place)] };
  return { ...change(court, selection, measure), measure };
}

function compared(kind: 'more' | 'fewer' | 'unclear'): Claim {
  return (values, court) => {
    const found = ofPlace(values, court);
    expect(values.amount).toContain(court.voice.number.count(found.a));
    expect(String(values.before)).toContain(court.voice.number.count(found.b));
    directed(kind, values, court, found);
    const [low, high] = [values.low, values.high].map((text) => Number.parseFloat(String(text).replace('−', '-')));
    expect(low! <= 0 && high! >= 0).toBe(kind === 'unclear');
  };
}

/** The months that a chart shows, and those of them that are whole and alike. */
function wholeMonths(court: Court, last?: number): readonly string[] {
  const [first, end] = covered(court);
  const [from, to] = court.asked ?? [first, end];
  // The page of a place shows whole months.
  const until = court.page === 'place' ? monthOf(to)[1] : to;
  const shown = [court.page === 'place' ? first : from, until] as const;
  const months = monthsOf(shown);
  // Before its first and after its last incident nothing is known of a place.
  const { countries, datasets } = court.selection;
  const known = spanOf(rowsOf(court.rows, { ...(countries && { countries }), ...(datasets && { datasets }) }));
  return (last === undefined ? months : months.slice(-last)).filter((start) => {
    const [a, b] = monthOf(start);
    const isKnown = a >= known[0] && b <= known[1] && coveredBy(court, [a, b]) !== undefined;
    return isKnown && (court.page === 'place' || a >= from) && b <= until;
  });
}
const shownMonths = (court: Court) => wholeMonths(court, court.page === 'place' ? 36 : undefined);
const inMonth = (court: Court, start: string) => counted(court, monthOf(start));
/** The datasets that cover a month of the selected places; undefined if one begins or ends within it. */
function coveredBy(court: Court, [from, to]: Days): string | undefined {
  const spans = [...new Set(court.rows.map(({ dataset }) => dataset))].map((slug) => {
    const { countries, kind } = court.selection;
    const of = rowsOf(court.rows, { ...(countries && { countries }), ...(kind && { kind }), datasets: [slug] });
    const [first, last] = spanOf(of.length === 0 ? of : rowsOf(court.rows, { datasets: [slug] }));
    return { slug, first, last };
  });
  const inside = spans.filter(({ first, last }) => first <= to && last >= from);
  return inside.some(({ first, last }) => first > from || last < to) ? undefined : inside.map(({ slug }) => slug).join();
}
/** The same month of up to five years before that the same data covers. */
const before = (court: Court, start: string) => {
  const own = coveredBy(court, monthOf(start));
  return [1, 2, 3, 4, 5]
    .map((years) => yearsBefore(monthOf(start), years))
    .filter((days) => days[0] >= covered(court)[0] && coveredBy(court, days) === own);
};
const rangeOf = (court: Court, start: string) => before(court, start).map((days) => counted(court, days));

/** Months with a range at the end of a chart, at most twelve. */
const ranged = (court: Court) =>
  shownMonths(court)
    .filter((start) => before(court, start).length >= 2)
    .slice(-12);

function beyond(side: 'above' | 'below'): Claim {
  return ({ months, count }, court) => {
    const outside = ranged(court).filter((start) => {
      const range = rangeOf(court, start);
      return side === 'above' ? inMonth(court, start) > Math.max(...range) : inMonth(court, start) < Math.min(...range);
    });
    expect(count).toBe(outside.length);
    for (const text of months as readonly string[])
      expect(outside.map((start) => court.voice.date.month(start))).toContain(text.replace(/ \(.*/, ''));
  };
}

/** Per 100,000 people and year, from the people of each year. */
function rateOf(court: Court, code: string, days: Days, selection = court.selection): number {
  const [first, last] = covered({ ...court, selection: { countries: [code] } });
  const [from, to] = [days[0] > first ? days[0] : first, days[1] < last ? days[1] : last];
  let personDays = 0;
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++) {
    const inYear: Days = [from > `${year}-01-01` ? from : `${year}-01-01`, to < `${year}-12-31` ? to : `${year}-12-31`];
    personDays += population(code, year)!.people * lengthOf(inYear);
  }
  return (counted(court, days, inPlace(selection, code), court.measure) / personDays) * 100_000 * 365.25;
}

const numberIn = (text: unknown) => Number.parseFloat(String(text).replaceAll(',', ''));
const isAbout = (text: unknown, value: number, tolerance = 0.06) =>
  expect(Math.abs(numberIn(text) - value)).toBeLessThanOrEqual(tolerance * value + 0.06);

/** The first whole month with the greatest count. */
function isPeak(court: Court, peak: unknown, most: unknown): void {
  const months = shownMonths(court);
  const counts = months.map((start) => inMonth(court, start));
  expect(most).toBe(court.voice.number.count(Math.max(...counts)));
  expect(monthNamed(court, peak)).toBe(months[counts.indexOf(Math.max(...counts))]);
}

const briefChange =
  (kind: 'more' | 'fewer' | 'unclear'): Claim =>
  ({ number, before: earlier }, court) => {
    const { a, b, difference } = change(court);
    expect([number, earlier].map(numberIn)).toEqual([a, b]);
    if (kind !== 'unclear') expect(difference > 0 ? 'more' : 'fewer').toBe(kind);
  };

/** Of the months of a brief, those above and those below their range. */
const outsideIn = (court: Court) => {
  const on = (isBeyond: (count: number, range: readonly number[]) => boolean) =>
    monthsOf(court.asked!).filter((start) => isBeyond(inMonth(court, start), rangeOf(court, start)));
  return {
    above: on((count, range) => count > Math.max(...range)),
    below: on((count, range) => count < Math.min(...range)),
  };
};

const outsideOnly =
  (side: 'above' | 'below'): Claim =>
  ({ months }, court) => {
    const found = outsideIn(court);
    expect(months).toEqual(found[side].map((start) => court.voice.date.month(start)));
    expect(found[side === 'above' ? 'below' : 'above']).toEqual([]);
  };

const ofKind = (court: Court, kind: 'violence' | 'weapon_seizure') => change(court, { ...court.selection, kind }, 'incidents');

/** The largest group of a list of the record. */
const largest: Claim = ({ values, amount }, court) => {
  const { label, place, number } = court.voice;
  const [first] = values as readonly string[];
  const rows = rowsOf(court.rows, court.selection, court.asked);
  for (const [column, nameOf] of [
    ['type', (code: string) => label('type', code)],
    ['country', place],
    ['region', place],
  ] as const) {
    const codes = [...new Set(rows.flatMap((row) => row[column] ?? []))];
    if (!codes.some((code) => nameOf(code) === first)) continue;
    const sums = codes.map((code) =>
      countOf(
        rows.filter((row) => row[column] === code),
        court.measure,
      ),
    );
    expect(Math.max(...sums)).toBe(
      countOf(
        rows.filter((row) => nameOf(row[column] ?? '') === first),
        court.measure,
      ),
    );
    expect(amount).toContain(number.count(Math.max(...sums)));
    return;
  }
};

/** That one or two incidents hold a part of a side; of what, the amount says. */
function weighs({ count, part, whole }: Values, court: Court, side: 'later' | 'earlier'): void {
  const { t, number } = court.voice;
  const all = numberIn(whole);
  const words = { count: all, number: number.count(all) };
  const measure = (['killed', 'injured', 'weapons'] as const).find((one) => t(`measure.${one}.amount`, words) === whole);
  if (measure === undefined) return;
  const later = periodOf(court);
  // A brief is compared with the months just before, too.
  const periods = side === 'later' ? [later] : [earlierOf(later), monthsBefore(later)];
  // Of one place of several, or one kind: one of them has these two.
  const { kind } = court.selection;
  const places = [...new Set(court.rows.map(({ country }) => country))].map((country) => ({ countries: [country] }));
  const selections = [{}, ...places].flatMap((place) =>
    ([kind, 'violence', 'weapon_seizure'] as const).map((one) => ({ ...court.selection, ...place, ...(one && { kind: one }) })),
  );
  const found = periods.some((days) =>
    selections.some((selection) => {
      const sizes = rowsOf(court.rows, selection, days)
        .map((row) => row[measure] ?? 0)
        .toSorted((one, other) => other - one);
      const sumOf = (some: readonly number[]) => some.reduce((sum, one) => sum + one, 0);
      return sumOf(sizes) === all && sumOf(sizes.slice(0, count as number)) === numberIn(part);
    }),
  );
  expect(found).toBe(true);
  expect(numberIn(part) / all).toBeGreaterThanOrEqual(0.2);
}

/** Which way violent incidents went in the places that a title names. */
function movesOf(court: Court, names: unknown): readonly string[] {
  const moves = (names as readonly string[]).map((name) => {
    const { difference } = change(court, { kind: 'violence', countries: [placeOf(court, name)] }, 'incidents');
    return difference > 0 ? 'more' : 'fewer';
  });
  return [...new Set(moves)];
}

/** How the rate of a place compares with that of all places together. */
function isBeside(side: 'above' | 'below' | 'times', { size }: Values, court: Court): void {
  const days = periodOf(court);
  const places = [...new Set(court.rows.map(({ country }) => country))];
  const ofAll = { ...court, selection: { kind: 'violence' as const } };
  // Those that have data in the period.
  const known = places.filter((place) => covered({ ...court, selection: { countries: [place] } })[1] >= days[0]);
  const people = (place: string) => counted(ofAll, days, inPlace(ofAll.selection, place)) / rateOf(ofAll, place, days);
  const average =
    known.reduce((sum, place) => sum + counted(ofAll, days, inPlace(ofAll.selection, place)), 0) /
    known.reduce((sum, place) => sum + people(place), 0);
  const ratio = rateOf(court, court.selection.countries![0]!, days) / average;
  expect(ratio > 1).toBe(side !== 'below');
  isAbout(size, side === 'times' ? ratio : 100 * Math.abs(ratio - 1), 0.08);
}

/** A message for each thing that a page can say of numbers, with what must hold. */
export const claims: Readonly<Record<string, Claim>> = {
  'trends.title.more': (values, court) => holds('more', values, court, change(court)),
  'trends.title.fewer': (values, court) => holds('fewer', values, court, change(court)),
  'trends.title.unclear': (values, court) => holds('unclear', values, court, change(court)),
  'summary.finding.changed': ({ amount, before: earlier }, court) => {
    const { a, b } = change(court);
    expect(amount).toContain(court.voice.number.count(a));
    expect(earlier).toBe(court.voice.number.count(b));
  },
  'summary.finding.unclear': ({ amount, earlier }, court) => {
    const { a, b } = change(court);
    expect(amount).toContain(court.voice.number.count(a));
    expect(earlier).toContain(court.voice.number.count(b));
  },
  'summary.finding.more': (values, court) => holds('more', values, court, change(court)),
  'summary.finding.fewer': (values, court) => holds('fewer', values, court, change(court)),
  'summary.finding.notReported': ({ many }, court) => {
    const rows = rowsOf(court.rows, court.selection, periodOf(court));
    const measure = named(['killed', 'injured'] as const, (one) => court.voice.t(`measure.${one}.many`), many);
    expect(rows.every((row) => row[measure] === null)).toBe(true);
  },
  'trends.lastStep': ({ step, amount }, court) =>
    expect(amount).toContain(court.voice.number.count(inMonth(court, monthNamed(court, step)))),
  'trends.peakDetail.month': ({ since }, court, at) => {
    const { values } = court.statements.slice(0, at).findLast(({ key }) => key === 'trends.lastStep')!;
    const peak = inMonth(court, monthNamed(court, values.step));
    const months = shownMonths(court);
    expect(Math.max(...months.map((start) => inMonth(court, start)))).toBe(peak);
    expect(since).toBe(months[0]!.slice(0, 4));
  },
  'chart.trend.reading.level.month': ({ mean }, court) => {
    const months = shownMonths(court);
    isAbout(mean, months.reduce((sum, start) => sum + inMonth(court, start), 0) / months.length);
  },
  'chart.trend.reading.peak': ({ peak, most }, court) => isPeak(court, peak, most),
  'chart.trend.reading.peaks': ({ peak, most, times }, court) => {
    isPeak(court, peak, most);
    const as = shownMonths(court).filter((start) => inMonth(court, start) === numberIn(most)).length;
    const { t } = court.voice;
    expect(times).toBe(as === 2 ? t('chart.trend.reading.twice') : t('chart.trend.reading.times', { count: as }));
  },
  'chart.trend.reading.few': ({ peak, most }, court) => isPeak(court, peak, most),
  'chart.trend.reading.month': ({ month, count, low, high }, court) => {
    const start = monthNamed(court, month);
    const range = rangeOf(court, start);
    const { number } = court.voice;
    expect([count, low, high]).toEqual([inMonth(court, start), Math.min(...range), Math.max(...range)].map(number.count));
  },
  'chart.trend.reading.above': beyond('above'),
  'chart.trend.reading.aboveMany': beyond('above'),
  'chart.trend.reading.below': beyond('below'),
  'chart.trend.reading.belowMany': beyond('below'),
  'chart.trend.reading.byChance': ({ steps, chance }, court) => {
    const months = ranged(court);
    expect(steps).toBe(months.length);
    isAbout(
      chance,
      months.reduce((sum, start) => sum + 1 / (before(court, start).length + 1), 0),
      0.5,
    );
  },
  'chart.by.largest': largest,
  'chart.by.most': largest,
  'report.lead.none': (_, court) => expect(counted(court, court.asked!)).toBe(0),
  'report.lead.change.more': briefChange('more'),
  'report.lead.change.fewer': briefChange('fewer'),
  'report.lead.change.unclear': briefChange('unclear'),
  'report.trend.peak': ({ month, number }, court) => {
    const counts = monthsOf(court.asked!).map((start) => inMonth(court, start));
    expect(numberIn(number)).toBe(Math.max(...counts));
    expect(inMonth(court, monthNamed(court, month))).toBe(Math.max(...counts));
  },
  'report.trend.only': ({ number }, court) => expect(numberIn(number)).toBe(counted(court, court.asked!)),
  'report.trend.usual': ({ number, least, most }, court) => {
    const range = rangeOf(court, court.asked![0]);
    expect([number, least, most].map(numberIn)).toEqual([counted(court, court.asked!), Math.min(...range), Math.max(...range)]);
  },
  'report.trend.within': ({ count }, court) => {
    expect(monthsOf(court.asked!)).toHaveLength(count as number);
    expect(outsideIn(court)).toEqual({ above: [], below: [] });
  },
  'report.trend.above': outsideOnly('above'),
  'report.trend.below': outsideOnly('below'),
  'report.trend.outside': ({ months }, court) =>
    expect(months).toEqual(
      [...outsideIn(court).above, ...outsideIn(court).below].toSorted().map((start) => court.voice.date.month(start)),
    ),
  'changes.alone.more': compared('more'),
  'changes.alone.fewer': compared('fewer'),
  'changes.among.more': compared('more'),
  'changes.among.fewer': compared('fewer'),
  'changes.unclear': compared('unclear'),
  'changes.driven': (values, court) => {
    const found = ofPlace(values, court);
    expect(values.amount).toContain(court.voice.number.count(found.a));
    expect(values.difference).toBe(court.voice.number.signedPercent(found.difference));
  },
  'part.exact': ({ yes, all, share }, { voice }) => expect(share).toBe(voice.number.share(numberIn(yes) / numberIn(all))),
  'part.range': ({ yes, most, all, unknown }) => {
    expect(numberIn(yes) + numberIn(unknown)).toBe(numberIn(most));
    expect(numberIn(most)).toBeLessThanOrEqual(numberIn(all));
    expect(numberIn(unknown)).toBeGreaterThan(0);
  },
  'part.unknown': ({ yes, unknown, all }) => expect([numberIn(yes), numberIn(unknown)]).toEqual([0, numberIn(all)]),
  'summary.finding.none': (_, court) => expect(counted(court, periodOf(court), court.selection, 'incidents')).toBe(0),
  'summary.weight.later': (values, court) => weighs(values, court, 'later'),
  'summary.weight.earlier': (values, court) => weighs(values, court, 'earlier'),
  'chart.trend.reading.inside': ({ count }, court) => {
    expect(ranged(court)).toHaveLength(count as number);
    for (const start of ranged(court)) {
      const range = rangeOf(court, start);
      expect([start, Math.min(...range) <= inMonth(court, start), inMonth(court, start) <= Math.max(...range)]).toEqual([
        start,
        true,
        true,
      ]);
    }
  },
  'chart.trend.reading.zero': (_, court) => expect(shownMonths(court).every((start) => inMonth(court, start) === 0)).toBe(true),
  'home.places.title.rose': ({ places }, court) => expect(movesOf(court, places)).toEqual(['more']),
  'home.places.title.fell': ({ places }, court) => expect(movesOf(court, places)).toEqual(['fewer']),
  'home.places.title.both': ({ rose, fell }, court) =>
    expect([movesOf(court, rose), movesOf(court, fell)]).toEqual([['more'], ['fewer']]),
  'places.lead.average.above': (values, court) => isBeside('above', values, court),
  'places.lead.average.times': (values, court) => isBeside('times', values, court),
  'places.lead.average.below': (values, court) => isBeside('below', values, court),
  'home.counted.one': ({ all }, court) => expect(numberIn(all)).toBe(rowsOf(court.rows, {}, periodOf(court)).length),
  'home.counted.several': ({ all, counted: parts }, court) => {
    expect(numberIn(all)).toBe(rowsOf(court.rows, {}, periodOf(court)).length);
    expect((parts as readonly string[]).reduce((sum, part) => sum + numberIn(part), 0)).toBe(numberIn(all));
  },
  'home.finding.violence.more': (_, court) => expect(ofKind(court, 'violence').difference).toBeGreaterThan(0),
  'home.finding.violence.fewer': (_, court) => expect(ofKind(court, 'violence').difference).toBeLessThan(0),
  'home.finding.weapon_seizure.more': (_, court) => expect(ofKind(court, 'weapon_seizure').difference).toBeGreaterThan(0),
  'home.finding.weapon_seizure.fewer': (_, court) => expect(ofKind(court, 'weapon_seizure').difference).toBeLessThan(0),
  'places.lead.start': ({ amount }, court) => expect(numberIn(amount)).toBe(counted(court, periodOf(court))),
  'places.lead.past.more': (values, court) => directed('more', values, court, change(court)),
  'places.lead.past.fewer': (values, court) => directed('fewer', values, court, change(court)),
  'places.second.largest': ({ type, incidents, all }, court) => {
    const rows = rowsOf(court.rows, court.selection, periodOf(court));
    const of = (code: string) => rows.filter((row) => row.type === code).length;
    const codes = [...new Set(rows.map((row) => row.type))];
    const most = Math.max(...codes.map(of));
    expect([numberIn(incidents), numberIn(all)]).toEqual([most, rows.length]);
    expect(of(named(codes, (code) => court.voice.label('type', code).toLowerCase(), String(type).toLowerCase()))).toBe(most);
  },
  'places.second.deadliest': ({ type, incidents, all, killed, allKilled }, court) => {
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
  'places.second.seizures': ({ number }, court) =>
    expect(numberIn(number)).toBe(counted(court, periodOf(court), { ...court.selection, kind: 'weapon_seizure' })),
  'trends.places.title': ({ low, lowest, high, highest }, court) => {
    const days = court.asked ?? covered(court);
    const rate = (name: unknown) => rateOf(court, placeOf(court, name), days);
    isAbout(low, rate(lowest));
    isAbout(high, rate(highest));
    expect(rate(lowest)).toBeLessThanOrEqual(rate(highest));
  },
};
