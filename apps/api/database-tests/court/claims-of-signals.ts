import { expect } from 'vitest';
import { harmedPeople } from '@monitor/domain';
import { differenceOf, isHeavy, type Said, claimed } from './definitions.ts';
import { endsOf, isInterval, isRate, numberIn, numbersIn } from './numbers-in-texts.ts';
import { isRateInterval, locationsIn, rateOfAll } from './rates.ts';
import { type Body, type Near, nearest, textOf } from './near.ts';
import { amountOf, type Counted, countOf, type Days, lengthOf, rowsOf, selectionOf } from './record.ts';
import { reportedIn } from './silence.ts';

/* Signals. */

interface Week extends Body {
  readonly incidents: number;
  readonly together: number;
  readonly query: string;
}

const daysOf = (query: string): Days => {
  const given = new URLSearchParams(query);
  return [given.get('from') ?? '0000', given.get('to') ?? '9999'];
};
const rowsOfQuery = ({ court }: Said, query: string) => rowsOf(court.rows, selectionOf(query), daysOf(query));
const day = 86_400_000;
const shifted = ([from, to]: Days, days: number): Days =>
  [from, to].map((one) => new Date(Date.parse(one) - days * day).toISOString().slice(0, 10)) as unknown as Days;

/** The mean of as many weeks as a signal is of, over the three years before it. */
function meanBefore({ court }: Said, query: string): number {
  const days = daysOf(query);
  const steps = Math.floor((3 * 365) / lengthOf(days));
  const past: Days = [shifted(days, steps * lengthOf(days))[0], shifted(days, lengthOf(days))[1]];
  return rowsOf(court.rows, selectionOf(query), past).length / steps;
}

/** Of weeks that hold the last day of a year, the mean of those of the three years before; else 0. */
function meanOfNewYears({ court }: Said, query: string): number {
  const days = daysOf(query);
  const year = Number(days[0].slice(0, 4));
  if (lengthOf(days) > 7 || days[1] < `${year}-12-31`) return 0;
  const past = [1, 2, 3].map((years) => shifted([`${year - years}-12-31`, `${year - years}-12-31`], 3)[0]);
  return (
    past.reduce((sum, from) => sum + rowsOf(court.rows, selectionOf(query), [from, shifted([from, from], -6)[0]]).length, 0) / 3
  );
}

/** The chance of so many or more where so many are expected (Poisson). */
function chanceOf(least: number, mean: number): number {
  let [term, below] = [Math.exp(-mean), 0];
  for (let count = 0; count < least; count++) {
    below += term;
    term *= mean / (count + 1);
  }
  return Math.max(0, 1 - below);
}

/** Signals that the page lists, with the Monday of each. */
const listed = ({ near }: Said): readonly Week[] => {
  const found = nearest(near, 'found') as { readonly list: { readonly weeks: readonly { readonly signals: readonly Week[] }[] } };
  return found.list.weeks.flatMap(({ signals }) => signals);
};
const yearOf = ({ near }: Said) =>
  (nearest(near, 'found') as { readonly year: { readonly signals: readonly number[] } }).year.signals;

const signalClaims = claimed({
  'signals.signal: So many incidents of the series in the weeks; what is expected has the mean of earlier years in it or near it; of a signal, there are more than expected, and by chance as many would come less than once in twenty weeks, nor in twenty weeks of New Year.':
    (said) => {
      const query = textOf(nearest(said.near, 'query'));
      const rows = rowsOfQuery(said, query);
      const [count] = numbersIn(said.values.what);
      expect(count).toBe(rows.length);
      const [low, high] = numbersIn(said.values.range) as [number, number];
      const mean = meanBefore(said, query);
      expect(low).toBeLessThanOrEqual(2 * mean + 1);
      expect(high).toBeGreaterThanOrEqual(0.5 * mean);
      const { countries } = selectionOf(query);
      const { voice } = said.court;
      const place = countries?.length === 1 ? voice.place(countries[0]!) : voice.t('signals.all', { count: countries?.length });
      expect(said.values.place).toBe(place);
      if (said.near[0]?.rarity === undefined) return;
      expect(count).toBeGreaterThan(high);
      expect(chanceOf(count!, mean)).toBeLessThan(0.05);
      expect(chanceOf(count!, meanOfNewYears(said, query))).toBeLessThan(0.05);
    },
  'signals.drivers.{place,day,type}': (said) => {
    const { key, values, court } = said;
    const rows = rowsOfQuery(said, textOf(nearest(said.near, 'query')));
    const { place, label, date } = court.voice;
    const number = rows.filter((row) =>
      key.endsWith('place')
        ? [row.country, row.region ?? ''].map(place).includes(textOf(values.place))
        : key.endsWith('day')
          ? date.weekdayAndDay(row.date) === values.day
          : label('type', row.type) === values.type,
    ).length;
    if (key.endsWith('place')) {
      // Nobody who has as many is left out.
      const places = rows.map((row) => (row.region === null || values.place === place(row.country) ? row.country : row.region));
      const sums = [...new Set(places)].map((one) => places.filter((other) => other === one).length);
      expect(sums.filter((sum) => sum >= number).length).toBeLessThanOrEqual(2);
    }
    return { number };
  },
  'signals.drivers.nobody: Nobody was reported killed or injured in them, and some of them say how many.': (said) => {
    const rows = rowsOfQuery(said, textOf(nearest(said.near, 'query')));
    expect(countOf(rows, 'killed') + countOf(rows, 'injured')).toBe(0);
    expect(reportedIn(rows)).toEqual(harmedPeople);
  },
  'signals.drivers.{harm,killedOnly,injuredOnly,unknown}: Each number has an incident that gives it, and what has none is said to have none.':
    (said) => {
      const rows = rowsOfQuery(said, textOf(nearest(said.near, 'query')));
      const given = { harm: harmedPeople, killedOnly: ['killed'], injuredOnly: ['injured'], unknown: [] };
      expect(reportedIn(rows)).toEqual(given[said.key.split('.').at(-1) as keyof typeof given]);
      return Object.fromEntries(reportedIn(rows).map((name) => [name, countOf(rows, name)]));
    },
  'signals.drivers.some: Some of the incidents do not give one of the numbers.': (said) => {
    const rows = rowsOfQuery(said, textOf(nearest(said.near, 'query')));
    expect(rows.some(({ killed, injured }) => killed === null || injured === null)).toBe(true);
  },
  'signals.when signals.closest.title: The last week of the signal.': (said) => {
    const query = textOf((said.near[0]?.week as Body | undefined)?.query ?? nearest(said.near, 'query'));
    const [, to] = daysOf(query);
    const monday = new Date(Date.parse(to) - 6 * day).toISOString().slice(0, 10);
    if (query !== '') expect(said.values.week).toBe(said.court.voice.date.step(monday, 'week'));
  },
  'signals.chance signals.false.text: The number of series is the one that the page says above.': (said) => {
    const lead = /compare ([\d,]+) series/.exec(textOf(nearest(said.near, 'lead')))?.[1];
    // The home page does not say how many there are.
    if (lead !== undefined && said.court.selection.countries === undefined) expect(said.values.series).toBe(lead);
  },
  'signals.level.{possible,rare,very_rare}: By chance it would come that often: in less than half a year, ten years or more than that.':
    ({ key, near }) => {
      const [, number, unit] = / (\d+) (week|month|year)s?\.$/.exec(textOf(near[0]?.chance)) ?? [];
      if (number === undefined) return;
      const weeks = Number(number) * { week: 1, month: 4.35, year: 52.2 }[unit as 'week'];
      const [least, most] = { possible: [0, 31], rare: [21, 550], very_rare: [490, Infinity] }[key.split('.').at(-1) as 'rare'] as [
        number,
        number,
      ];
      expect([weeks >= least, weeks <= most]).toEqual([true, true]);
    },
  'signals.last: The last signal that is listed.': (said) => {
    const [latest] = listed(said)
      .map(({ query }) => daysOf(query)[1])
      .toSorted()
      .toReversed();
    expect(said.values.week).toBe(
      said.court.voice.date.step(new Date(Date.parse(latest!) - 6 * day).toISOString().slice(0, 10), 'week'),
    );
  },
  'signals.title: That number of different series have a signal in the last three weeks.': (said) => {
    const weeks = (nearest(said.near, 'found') as { readonly weeks: readonly string[] }).weeks;
    const recent = listed(said).filter(({ query }) => daysOf(query)[1] >= weeks.at(-3)!);
    expect(said.values.count).toBe(new Set(recent.map(({ series }) => series)).size);
  },
  'signals.quiet: The last signal was that number of weeks ago.': (said) => {
    const signals = yearOf(said);
    expect(said.values.count).toBe(signals.length - 1 - signals.findLastIndex((one) => one > 0));
  },
  'signals.year.title': (said) => {
    const signals = yearOf(said);
    expect(listed(said)).toHaveLength(signals.reduce((sum, one) => sum + one, 0));
    return { number: listed(said).length, weeks: signals.length, quiet: signals.filter((one) => one === 0).length };
  },
  'signals.noSeries signals.noSeriesText: No series has as many incidents as it would take.': (said) =>
    expect(nearest(said.near, 'found')).toBeUndefined(),
  'signals.false.{title,none,all,single}: About as many of the signals as chance gives, by the number of series and how often each gives one that is false.':
    (said) => {
      const { reading } = said.near.find((one) => 'levels' in one) as { readonly reading: string };
      const [series, rate] = numbersIn(reading) as [number, number];
      const signals = listed(said).length;
      const chance = series * rate;
      const kind = said.key.split('.').at(-1);
      if (kind === 'single') expect([signals, chance < 1.2]).toEqual([1, true]);
      else if (kind === 'all') expect(chance).toBeGreaterThan(Math.min(0.8 * signals, signals - 0.6));
      else {
        expect(numberIn(said.values.of)).toBe(signals);
        // Not each series has an expectation for each week.
        expect(Math.abs((kind === 'none' ? 0 : Number(said.values.count)) - chance)).toBeLessThan(0.6 + 0.15 * chance);
      }
    },
  'signals.false.{of,fewer}: So many signals are listed, and chance gives so many by the number of series and how often each gives one that is false.':
    (said) => {
      const { reading } = said.near.find((one) => 'levels' in one) as { readonly reading: string };
      const [series, rate] = numbersIn(reading) as [number, number];
      expect(numberIn(said.values.number)).toBe(listed(said).length);
      expect(numberIn(said.values.weeks)).toBe(yearOf(said).length);
      const [chance] = numbersIn(said.values.chance);
      // Not each series has an expectation for each week.
      expect(chance).toBeLessThanOrEqual(Math.max(1, 1.1 * series * rate + 1));
      if (said.key.endsWith('fewer')) expect(listed(said).length).toBeLessThanOrEqual(Math.max(1, chance! + 1));
    },
  'signals.unusual.title': ({ near }) => {
    const { signals } = near.find((one) => 'signals' in one) as { readonly signals: readonly Body[] };
    return signals.length < 3 ? { number: signals.length } : {};
  },
  'signals.unusual.{none,quiet}: No signal is listed right now.': ({ near }) => {
    expect((near.find((one) => 'signals' in one) as { readonly signals: readonly Body[] }).signals).toEqual([]);
  },
  'signals.unusual.others: Some signal is listed right now.': ({ near }) => {
    expect((near.find((one) => 'signals' in one) as { readonly signals: readonly Body[] }).signals).not.toEqual([]);
  },
});

/* Indicators. */

interface Cell extends Body {
  readonly year: number;
  readonly isComplete: boolean;
  readonly query?: string;
}

/** The cell, or that of a row which is compared with the year before: the last complete one. */
function cellOf(near: Near): Cell {
  const own = near.find((one) => 'isComplete' in one && 'text' in one) as Cell | undefined;
  if (own) return own;
  const { cells } = near.find((one) => Array.isArray(one.cells)) as unknown as { readonly cells: readonly Cell[] };
  return cells.findLast(({ isComplete }) => isComplete) ?? cells.at(-1)!;
}

const ofRate = ['sdg_16_1_1'];
/** The word of an address that makes a part of a whole; unknown ones count for some. */
const wholes: Readonly<Record<string, readonly [name: string, isCounted: boolean]>> = {
  killed_women_share: ['victim_sex', false],
  injured_women_share: ['victim_sex', false],
  perpetrators_women_share: ['perpetrator_sex', false],
  sdg_16_1_1_women_share: ['victim_sex', false],
  sdg_16_1_1_minors_share: ['victim_age', false],
  sdg_16_4_2: ['traced', true],
};

/** The number of a cell, and of a share its whole, or of a rate its value. */
function figureOf({ near, court }: Said, back = 0) {
  const cell = cellOf(near);
  const { id, measure } = near.find((one) => 'id' in one && 'rows' in one) as unknown as {
    readonly id: string;
    readonly measure: Counted;
  };
  const given = new URLSearchParams(cell.query);
  const days: Days = [`${cell.year - back}-01-01`, `${cell.year - back}-12-31`];
  const count = (with_: Readonly<Record<string, string | undefined>> = {}) => {
    const query = new URLSearchParams(given);
    for (const [name, value] of Object.entries(with_))
      if (value === undefined) query.delete(name);
      else query.set(name, value);
    const selection = selectionOf(query.toString());
    return countOf(rowsOf(court.rows, selection, days), measure, selection.rest);
  };
  const selection = selectionOf(given.toString());
  const rows = rowsOf(court.rows, selection, days);
  const [name, isCounted] = wholes[id] ?? [];
  const part = count();
  const unknown = name === undefined ? 0 : count({ [name]: 'not_reported' });
  const all = name === undefined ? 1 : count({ [name]: undefined });
  const whole = all - (isCounted === false ? unknown : 0);
  const codes = selection.countries ?? locationsIn(court, days);
  const isOfRate = ofRate.includes(id);
  const value = isOfRate ? rateOfAll(court, codes, days, selection, measure) : part / whole;
  return { id, measure, part, whole, all, unknown, value, rows, isShare: name !== undefined, isOfRate, rest: selection.rest };
}

/** What is said of the change nearest to a message. */
const codeIn = (near: Near) => textOf(near.find((one) => 'code' in one && 'text' in one)?.code);

interface IndicatorRows extends Body {
  readonly indicators: readonly {
    readonly title: string;
    readonly rows: readonly (Body & { readonly verdict?: { readonly code: string } })[];
  }[];
}
const frameworksOf = (near: Near) =>
  near.find((one) => Array.isArray(one.frameworks)) as unknown as { readonly frameworks: readonly IndicatorRows[] };
/** What is said of the first rows of indicators, or of the others. */
function familyIn(frameworks: readonly IndicatorRows[], isFirst: boolean) {
  const codes = frameworks.flatMap(({ indicators }) =>
    indicators.flatMap(({ rows }) => (isFirst ? rows.slice(0, 1) : rows.slice(1)).flatMap(({ verdict }) => verdict?.code ?? [])),
  );
  const count = (...some: readonly string[]) => codes.filter((code) => some.includes(code)).length;
  const [rises, falls] = [count('rise'), count('fall')];
  const alone = rises + falls + count('possible_rise', 'possible_fall');
  const all = alone + count('no_clear_change');
  return { rises, falls, changed: rises + falls, clear: rises + falls, alone, all, without: codes.length - all };
}

const indicatorClaims = claimed({
  'indicators.finding.{none,rose,fell,both,nothing}: Those that are named rose or fell clearly, and no others unless it says how many.':
    ({ key, values, near }) => {
      const { frameworks } = frameworksOf(near);
      const { all, rises, falls } = familyIn(frameworks, true);
      expect(values.all).toBe(all);
      const kind = rises > 0 ? (falls > 0 ? 'both' : 'rose') : falls > 0 ? 'fell' : 'none';
      expect(key.split('.').at(-1)).toBe(all === 0 ? 'nothing' : kind);
      for (const [code, name] of [
        ['rise', 'rose'],
        ['fall', 'fell'],
      ] as const) {
        const titles = frameworks.flatMap(({ indicators }) =>
          indicators.flatMap(({ title, rows }) => (rows[0]?.verdict?.code === code ? [`“${title}”`] : [])),
        );
        const named = values[name] as readonly string[];
        const shown = titles.length <= 4 ? titles : titles.slice(0, 3);
        expect(titles.length <= 4 ? named : named.slice(0, 3)).toEqual(shown);
      }
    },
  'indicators.reading: So many rose, fell, and could not be compared.': ({ near }) => {
    const { rises, falls, without, all } = familyIn(frameworksOf(near).frameworks, true);
    return { rises, falls, without, all };
  },
  'indicators.family.{together,single}: So many intervals exclude no change, and so many changes are clear; of the rows shown no more.':
    ({ key, values, near }) => {
      const { frameworks } = frameworksOf(near);
      const isOne = frameworks[0]?.indicators[0]?.rows.length === 1;
      const shown = familyIn(frameworks, key.endsWith('together') || isOne);
      for (const name of ['all', 'alone', 'clear'] as const)
        if (isOne) expect(shown[name]).toBeLessThanOrEqual(Number(values[name]));
        else expect([name, shown[name]]).toEqual([name, values[name]]);
    },
  'indicators.clear.{nothing,none,some}: So many indicators of the framework are said to have changed, or none can be compared.': ({
    key,
    values,
    near,
  }) => {
    const { all, changed } = familyIn([near.find((one) => Array.isArray(one.indicators)) as IndicatorRows], true);
    expect(changed).toBe(key.endsWith('some') ? values.count : 0);
    expect(all === 0).toBe(key.endsWith('nothing'));
    if (key.endsWith('some')) expect(values.all).toBe(all);
  },
  'indicators.part: The part and the whole are counts of the year.': (said) => {
    const { part, whole } = figureOf(said);
    return { part, whole };
  },
  'indicators.range: The interval of the rate holds it, and is at least as wide as chance alone makes it.': (said) => {
    const { value, part } = figureOf(said);
    isRate(said.near[0]!.text, value);
    isRateInterval(said.values.low, value, said.values.high, part);
  },
  'indicators.gap.{no_data,not_reported,none_counted,too_few,short,no_population,part_covered}: There is nothing to give: no incident, no number, none of the whole, fewer than ten or less than 90 days for a rate, or data about a part of the place.':
    (said) => {
      const kind = said.key.split('.').at(-1);
      if (kind === 'no_data' || kind === 'short' || kind === 'no_population') return;
      const { part, whole, rows } = figureOf(said);
      if (kind === 'not_reported') expect([part, rows.length > 0]).toEqual([0, true]);
      if (kind === 'none_counted') expect(whole).toBe(0);
      if (kind === 'too_few') {
        expect(numberIn(said.values.number)).toBe(part);
        expect(part).toBeLessThan(10);
      }
    },
  'indicators.verdict.{more,fewer,higher,lower,no_clear_change} indicators.interval: The number, rate or share of the last complete year rose or fell by that much on the year before; where no clear change is said, the interval has none in it.':
    (said) => {
      const { near, values, key } = said;
      if (!('cells' in (near[1] ?? {}))) return;
      const [later, earlier] = [figureOf(said), figureOf(said, 1)];
      const cell = cellOf(near);
      const days = (year: number) => lengthOf([`${year}-01-01`, `${year}-12-31`]);
      const perDay = later.isShare || later.isOfRate ? 1 : days(cell.year - 1) / days(cell.year);
      const ratio = (later.value / earlier.value) * perDay;
      const kind = key.split('.').at(-1)!;
      if (['more', 'higher', 'fewer', 'lower'].includes(kind)) {
        expect(ratio > 1).toBe(kind === 'more' || kind === 'higher');
        expect(Math.abs(Number.parseFloat(textOf(values.percent).replace(/[<>]/, '')) - 100 * Math.abs(ratio - 1))).toBeLessThan(
          1.5,
        );
      }
      const ends = endsOf(values);
      if (ends === undefined) return;
      const amounts = ({ rows, measure, rest }: typeof later) => rows.map((row) => amountOf(row, measure, rest));
      const { variance } = differenceOf(amounts(later), amounts(earlier), 1, 1);
      isInterval(ends, { difference: ratio - 1, variance }, 4);
      expect(/rise|fall/.test(codeIn(near))).toBe(ends[0] > 1 || ends[1] < 1);
    },
  'indicators.verdict.{too_few,in_waves,few_incidents,rests_on_largest}: One of the two numbers is below ten; in waves none is; or one or two incidents have a fifth.':
    (said) => {
      const [later, earlier] = [figureOf(said), figureOf(said, 1)];
      const least = Math.min(later.part, earlier.part);
      if (said.key.endsWith('too_few')) expect(least).toBeLessThan(10);
      else if (said.key.endsWith('in_waves')) expect(least).toBeGreaterThanOrEqual(10);
      else {
        const sides = [later, earlier].map(({ rows, measure, rest }) => rows.map((row) => amountOf(row, measure, rest)));
        expect(isHeavy(sides)).toBe(true);
      }
    },
  'indicators.verdict.{incomplete_year,coverage_differs,no_earlier_year,no_value}: The year is not complete, or the data is of one of the years only, or there is no value.':
    ({ near, values }) => {
      if ('before' in values) expect(values.before).toBe(textOf(cellOf(near).year - 1));
      expect(codeIn(near)).not.toMatch(/rise|fall/);
    },
  'indicators.unknown.share: The share of the whole of which it is not known.': (said) => {
    const { unknown, all } = figureOf(said);
    return { percent: unknown / all };
  },
  'indicators.unknown.incidents': (said) => {
    const { measure, rows } = figureOf(said);
    if (measure !== 'killed' && measure !== 'injured') return {};
    return { number: rows.filter((row) => row[measure] === null).length };
  },
  'indicators.{improvement,worsening}: A clear change for the better, or for the worse.': ({ near }) =>
    expect(codeIn(near)).toMatch(/^(rise|fall)$/),
  'indicators.chance: A change whose interval excludes no change, but that does not stand out among all; of the rows shown, no more are compared.':
    ({ near, values }) => {
      expect(codeIn(near)).toMatch(/^possible_/);
      const { frameworks } = frameworksOf(near);
      const isOne = frameworks[0]?.indicators[0]?.rows.length === 1;
      const isFirst = near.some((one) => one.place === null);
      const shown = familyIn(frameworks, isFirst || isOne).all;
      expect(numberIn(values.all)).toBe(isOne ? Math.max(shown, numberIn(values.all)) : shown);
    },
  'indicators.more: That number of locations have data and no row.': ({ values, court, near }) => {
    const places = new Set(court.rows.map(({ country }) => country)).size;
    expect(values.count).toBe(places - Number(nearest(near, 'places')));
  },
});

export const claimsOfSignals = [...signalClaims, ...indicatorClaims];
