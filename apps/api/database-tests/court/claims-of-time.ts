import type { Interval } from '@monitor/domain';
import { expect } from 'vitest';
import {
  changeNear,
  earlierOf,
  isClear,
  placeOf,
  counted,
  type Court,
  covered,
  daysHeld,
  iso,
  isoAfter,
  monthNamed,
  named,
  periodOf,
  type Said,
  spanOf,
  whenOf,
  claimed,
} from './definitions.ts';
import { before, inMonth, ranged, rangeOf, shownMonths } from './months.ts';
import { endsOf, isInterval, isAbout, numberIn } from './numbers-in-texts.ts';
import { rateOfAll, locationsIn, rateOf } from './rates.ts';
import { type Body, nearest, textOf } from './near.ts';
import { countOf, type Days, lastTwelveMonths, lengthOf, monthOf, type Row, rowsOf } from './record.ts';

const sum = (some: readonly number[]) => some.reduce((total, one) => total + one, 0);

/** The first whole month with the greatest count. */
function isPeak(court: Court, peak: unknown, most: unknown): void {
  const months = shownMonths(court);
  const found = months.map((start) => inMonth(court, start));
  expect(most).toBe(court.voice.number.count(Math.max(...found)));
  expect(monthNamed(court, peak)).toBe(months[found.indexOf(Math.max(...found))]);
}

function isBeyond({ key, values: { months, count }, court }: Said): void {
  const isAbove = key.includes('above');
  const outside = ranged(court).filter((start) => {
    const range = rangeOf(court, start);
    return isAbove ? inMonth(court, start) > Math.max(...range) : inMonth(court, start) < Math.min(...range);
  });
  expect(count).toBe(outside.length);
  for (const text of months as readonly string[]) expect(outside.map((start) => court.voice.date.month(start))).toContain(text);
}

interface Step {
  readonly start: string;
  readonly count: number;
  readonly partial: boolean;
  readonly covered: boolean;
}

/** The steps of the chart that is read, and their days; each has the incidents of its days. */
function stepsNear(said: Said): readonly (Step & { readonly days: Days })[] {
  const { near, court } = said;
  const chart = near.find((one) => Array.isArray(one.steps)) as { readonly steps: readonly Step[]; readonly interval?: string };
  const interval = chart.interval ?? 'month';
  const { selection, measure } = court.page === 'place' ? { selection: court.selection, measure: 'incidents' as const } : court;
  const [from, to] = court.page === 'place' ? daysHeld(court) : (court.asked ?? daysHeld(court));
  return chart.steps.map((step) => {
    const end = endOf(step.start, interval);
    const days: Days = court.page === 'place' ? [step.start, end] : [step.start < from ? from : step.start, end > to ? to : end];
    expect([step.start, step.count]).toEqual([step.start, countOf(rowsOf(court.rows, selection, days), measure)]);
    return { ...step, days };
  });
}

function endOf(start: string, interval: string): string {
  const [year, month] = start.split('-').map(Number) as [number, number];
  if (interval === 'day') return start;
  if (interval === 'week') return iso(Date.parse(start) + 6 * 86_400_000);
  const months = { month: 1, quarter: 3, year: 12 }[interval]!;
  return iso(Date.UTC(year, month - 1 + months, 0));
}

/** Incidents by weekday (Monday first) and quarter of the day. */
function weekOf(rows: readonly Row[]) {
  const week = Array.from({ length: 7 }, () => [0, 0, 0, 0]);
  for (const { hour, date } of rows) if (hour !== null) week[(new Date(date).getUTCDay() + 6) % 7]![Math.floor(hour / 6)]! += 1;
  return week;
}
const quarters = ['night', 'morning', 'afternoon', 'evening'] as const;
/** How often each weekday is in a period. */
function weekdaysOf([from, to]: Days): readonly number[] {
  const days = [0, 0, 0, 0, 0, 0, 0];
  for (let day = from; day <= to; day = isoAfter(day)) days[(new Date(day).getUTCDay() + 6) % 7]! += 1;
  return days;
}

/** The incidents of a chart of the week, and the days that it is of. */
function hoursOf(said: Said) {
  const { court } = said;
  const isOfPlace = court.page === 'place';
  const days = isOfPlace ? periodOf(court) : (court.asked ?? daysHeld(court));
  const rows = rowsOf(court.rows, court.selection, days);
  return { rows, days, known: rows.filter(({ hour }) => hour !== null) };
}

/** The part of the week that is named has most incidents a day. */
function isBusiest(said: Said): void {
  const { values, court, key } = said;
  const { known, days } = hoursOf(said);
  const { t, date, number } = court.voice;
  const week = weekOf(known);
  if (key.endsWith('daily')) {
    const part = quarters.findIndex((one) => t(`chart.week.daily.${one}`) === values.when);
    const own = sum(week.map((day) => day[part]!));
    expect([numberIn(values.incidents), numberIn(values.known), values.share]).toEqual([
      own,
      known.length,
      number.share(own / known.length),
    ]);
    expect(own).toBe(Math.max(...quarters.map((_, at) => sum(week.map((day) => day[at]!)))));
    return;
  }
  const often = weekdaysOf(days);
  const all = week.flatMap((day, weekday) =>
    day.map((count, at) => ({
      count,
      perDay: count / often[weekday]!,
      name: t(`chart.week.part.${quarters[at]!}`, { weekday: date.weekday(weekday) }),
    })),
  );
  const own = all.find(({ name }) => name === values.when)!;
  expect([numberIn(values.incidents), numberIn(values.known), values.share]).toEqual([
    own.count,
    known.length,
    number.share(own.count / known.length),
  ]);
  expect(own.perDay).toBe(Math.max(...all.map(({ perDay }) => perDay)));
  expect(all.some(({ count }) => count > own.count)).toBe(key.endsWith('PerDay'));
  if (values.other !== undefined)
    expect(numberIn(values.otherIncidents)).toBe(all.find(({ name }) => name === values.other)!.count);
}

/** Whether the busiest part of a week has more than an even spread would by more than chance, of 28 parts. */
function standsOut(said: Said): boolean {
  const { known, days } = hoursOf(said);
  const often = weekdaysOf(days);
  return weekOf(known).some((day, weekday) => {
    const even = (known.length * often[weekday]!) / lengthOf(days) / 4;
    return day.some((count) => count - even > 2.91 * Math.sqrt(even));
  });
}

/** The mean of the whole months of a period by its name, as the chart shows them. */
function meanIn(said: Said, period: unknown): number {
  const months = shownMonths(said.court);
  const { period: nameOf } = said.court.voice.date;
  const [from, to] = months
    .flatMap((first) => months.filter((last) => last >= first).map((last): Days => [first, monthOf(last)[1]]))
    .find((days) => nameOf(...days) === period)!;
  const own = months.filter((start) => start >= from && start <= to);
  return sum(own.map((start) => shownIn(said, monthOf(start)))) / own.length;
}
/** A text says a mean of counts to the whole number, and one of rates about. */
function isMean(said: Said, text: unknown, period: unknown): void {
  const mean = meanIn(said, period);
  if (nearest(said.near, 'unit') === 'count' && mean >= 9.9) expect(Math.abs(numberIn(text) - mean)).toBeLessThanOrEqual(0.51);
  else isAbout(text, mean, 0.1);
}

/** What a chart shows of some days: a count, or its rate. */
const shownIn = ({ near, court }: Said, days: Days) =>
  nearest(near, 'unit') === 'rate'
    ? rateOfAll(court, court.selection.countries ?? locationsIn(court, days), days, court.selection, court.measure)
    : counted(court, days);

/** The days of the step of a chart that a text names, as far as the reader asked for them and there is data. */
function daysNamed({ near, court }: Said, name: unknown): Days {
  const { steps, interval } = near.find((one) => Array.isArray(one.steps)) as { steps: readonly Step[]; interval: Interval };
  const { start } = named(steps, (step) => court.voice.date.step(step.start, interval), name);
  const [from, to] = court.asked ?? daysHeld(court);
  const end = endOf(start, interval);
  return [start < from ? from : start, end > to ? to : end];
}
/** Whether the reader asked for days up to the end of all data. */
const isToEnd = ({ rows, asked }: Court) => asked === undefined || asked[1] >= covered({ rows, selection: {} })[1];
/** The whole steps of a chart. */
const wholeSteps = ({ near }: Said) =>
  (near.find((one) => Array.isArray(one.steps)) as unknown as { steps: readonly Step[] }).steps.filter(
    ({ partial, covered: isCovered }) => isCovered && !partial,
  );

/** A row of the table of parts. */
interface Part {
  /** Undefined of all together. */
  readonly value?: string;
  readonly name: string;
  readonly count: number;
  readonly earlier?: number;
  readonly difference?: object;
  readonly isClear: boolean;
  readonly isMarked: boolean;
  readonly query: string;
}
const partsNear = ({ near }: Said): readonly Part[] => {
  const { rows = [] } = (nearest(near, 'verdicts') ?? near.find((one) => Array.isArray(one.rows)) ?? {}) as {
    rows?: readonly Part[];
  };
  return rows.filter(({ value }) => value !== undefined);
};
/** The part of a split that its title names. */
function isSizeOfSplit(said: Said): void {
  const { key, values, court } = said;
  const size = key.split('.').at(-1)!;
  const parts = partsNear(said);
  const [, end] = lastTwelveMonths(covered({ rows: court.rows, selection: {} })[1]);
  const isLast = court.asked === undefined && periodOf(court)[1] === end;
  expect(values.when).toBe(isLast ? court.voice.t('trends.lastYear') : whenOf(court, periodOf(court)));
  if (size === 'rates') {
    // Of places without a population there is none.
    const rates = parts
      .flatMap(({ value, count }) => (count === 0 ? [] : rateOf(court, value!, periodOf(court))))
      .filter((rate) => Number.isFinite(rate));
    const of = (name: unknown) => rateOf(court, placeOf(court, name), periodOf(court));
    isAbout(values.high, of(values.highest));
    isAbout(values.low, of(values.lowest));
    expect([of(values.highest), of(values.lowest)]).toEqual([Math.max(...rates), Math.min(...rates)]);
  } else if (size !== 'none') {
    const largest = parts.find(({ name }) => name === values.largest)!;
    const { a } = changeNear({ ...said, near: [{ ...largest }, ...said.near] });
    expect([largest.count, numberIn(values.count)]).toEqual([a, a]);
    const known = parts.filter(({ value }) => value !== undefined && value !== 'not_reported');
    expect(largest.count).toBe(Math.max(...known.map(({ count }) => count)));
    // Waves make more of them close than single events are.
    for (const { count } of known)
      if (count > 0 && count < largest.count)
        expect(Math.log(largest.count / count) / Math.sqrt(1 / largest.count + 1 / count)).toBeGreaterThan(1.95);
    if (size === 'partUnknown') expect(numberIn(values.unknown)).toBe(parts.find(({ value }) => value === 'not_reported')!.count);
    if (court.measure === 'incidents') expect(numberIn(values.all)).toBe(counted(court, periodOf(court)));
  }
}

export const claimsOfTime = claimed({
  'summary.overlapping: Each dataset that it names has incidents in a location and a year in which another that it names has some.':
    ({ values, court }) => {
      const names = values.datasets as readonly string[];
      const held = (name: string) =>
        new Set(court.rows.filter(({ title }) => title === name).map(({ country, date }) => `${country} ${date.slice(0, 4)}`));
      for (const name of names)
        expect(names.some((other) => other !== name && [...held(name)].some((one) => held(other).has(one)))).toBe(true);
    },
  'summary.covers: The dataset that it names covers the part that it names.': ({ values, court }) =>
    expect(court.rows.find(({ title }) => title === values.dataset)?.covers).toBe(values.part),
  'summary.severalDays: Each dataset that it names, and no other of the page, has incidents that go on for days.': ({
    values,
    court,
  }) => {
    const ofDays = rowsOf(court.rows, court.selection, periodOf(court)).filter(({ date, until }) => until !== null && until > date);
    const names = values.datasets as readonly string[];
    for (const name of names)
      expect(court.rows.some(({ title, date, until }) => title === name && until !== null && until > date)).toBe(true);
    for (const { title } of ofDays) expect(names).toContain(title);
  },
  'trends.lastStep trends.partialStep': (said) => ({ amount: shownIn(said, daysNamed(said, said.values.step)) }),
  'trends.peakDetail.{day,week,month,quarter,year}: No step shown has more, and where it says since a year, none that the data has since then; else of which whole steps.':
    (said) => {
      const { values, court, near } = said;
      const { interval } = near.find((one) => Array.isArray(one.steps)) as { interval: Interval };
      const steps = wholeSteps(said);
      const nameOf = ({ start }: Step) => court.voice.date.step(start, interval);
      const peak = textOf(said.near[0]!.title).split(': ')[0];
      const amountOf = (step: Step) => shownIn(said, daysNamed(said, nameOf(step)));
      expect(Math.max(...steps.map(amountOf))).toBeLessThanOrEqual(1.02 * amountOf(named(steps, nameOf, peak)));
      const days: Days = [steps[0]!.start, endOf(steps.at(-1)!.start, interval)];
      const isSince = days[0].endsWith('-01-01') && isToEnd(court);
      expect(values.when).toBe(isSince ? `since ${days[0].slice(0, 4)}` : whenOf(court, days));
    },
  'trends.title.{higher,lower} trends.break.{rose,fell}: From the month on, the mean of a month is higher or lower, by about that share of the mean of the months before.':
    (said) => {
      const { key, values, court, near } = said;
      const levels = near.find((one) => Array.isArray(one.levels))!.levels as readonly {
        readonly at: string;
        readonly detail: string;
      }[];
      const own = levels.findIndex(({ at }) =>
        `${textOf(values.when ?? values.month)} `.includes(`${court.voice.date.month(at)} `),
      );
      const means = court.statements.filter((one) => one.key === 'trends.break.means')[own]!.values;
      const [earlier, later] = [numberIn(means.before), numberIn(means.after)];
      expect(later > earlier).toBe(/higher|rose/.test(key));
      // Seasons and lengths of months are taken into account.
      expect(Math.abs(Number.parseFloat(textOf(values.percent)) / 100 - Math.abs(later / earlier - 1))).toBeLessThan(
        0.05 + 0.2 * Math.abs(later / earlier - 1),
      );
      if (values.when === undefined) return;
      expect(levels[own]!.detail).toContain(`${textOf(values.low)} to ${textOf(values.high)}`);
      expect(textOf(values.when).startsWith('since')).toBe(isToEnd(court));
      if (!isToEnd(court)) expect(monthNamed(court, textOf(values.when).split(' to ')[1]) <= court.asked![1]).toBe(true);
    },
  'trends.break.means: The means of a month are those of the months that it names.': (said) => {
    const { values } = said;
    isMean(said, values.before, values.earlier);
    isMean(said, values.after, values.later);
  },
  'trends.break.{detail,detailOfSeason}: The change lies in its interval, which leaves out none.': (said) => {
    const { values } = said;
    const [low, high] = [values.low, values.high].map((text) => Number.parseFloat(textOf(text).replace(/[<>]/, ''))) as [
      number,
      number,
    ];
    expect(low).toBeLessThan(high);
    const title = Number.parseFloat(textOf((said.near[0] as Body).title).replace(/^\D*/, ''));
    expect(title).toBeGreaterThanOrEqual(low);
    expect(title).toBeLessThanOrEqual(high);
  },
  'trends.peakAlso: The other steps have as many as the one that it is said of.': (said) => {
    const { values, court, near } = said;
    const [peak, ...others] = [textOf(near[0]!.title).split(': ')[0], ...(values.others as readonly string[])].map((step) =>
      shownIn(said, daysNamed(said, step)),
    );
    for (const other of others) isAbout(court.voice.number.decimal(other, 2), peak!, 0.01);
  },
  'trends.lead.averageIn: The mean of the months of the period that it names.': (said) =>
    isMean(said, said.values.amount, said.values.period),
  'trends.break.unsure.{rose,fell}: It is none of the changes that are marked, and the months before it in the averages have less or more than those after.':
    ({ key, values, near, court }) => {
      const { levels } = near.find((one) => Array.isArray(one.levels)) as { levels: readonly { at: string }[] };
      expect(levels.map(({ at }) => court.voice.date.month(at))).not.toContain(values.month);
      const at = shownMonths(court).find((start) => court.voice.date.month(start) === values.month)!;
      const year = (months: readonly string[]) => sum(months.map((start) => inMonth(court, start))) / months.length;
      const after = year(
        shownMonths(court)
          .filter((start) => start >= at)
          .slice(0, 12),
      );
      expect(
        after >
          year(
            shownMonths(court)
              .filter((start) => start < at)
              .slice(-12),
          ),
      ).toBe(key.endsWith('rose'));
    },
  'chart.trend.reading.level.{day,week,month,quarter,year}: The mean of the whole steps of the chart, from the first to the last of which is the period, and each of which has as many as the record in its days.':
    (said) => {
      const whole = stepsNear(said).filter(({ partial, covered: isCovered }) => isCovered && !partial);
      isAbout(said.values.mean, sum(whole.map(({ count }) => count)) / whole.length, 0.051);
      expect(said.values.when).toBe(whenOf(said.court, [whole[0]!.days[0], whole.at(-1)!.days[1]]));
    },
  'chart.trend.reading.{peak,peaks,few,fewOfDays,peaksOfDays}: The first of the whole months with the greatest number, and how many have as many.':
    ({ key, values: { peak, most, times }, court }) => {
      isPeak(court, peak, most);
      if (!key.includes('peaks')) return;
      const as = shownMonths(court).filter((start) => inMonth(court, start) === numberIn(most)).length;
      const { t } = court.voice;
      expect(times).toBe(as === 2 ? t('chart.trend.reading.twice') : t('chart.trend.reading.times', { count: as }));
    },
  'chart.trend.reading.{above,aboveMany,below,belowMany}: So many of the last twelve months are outside the range of the same months of earlier years, and those that it names are.':
    isBeyond,
  'chart.trend.reading.byChance: Chance puts one month in as many as there are years and one more beyond either end of its range.':
    ({ values: { steps, chance }, court }) => {
      const months = ranged(court);
      expect(steps).toBe(months.length);
      isAbout(chance, sum(months.map((start) => 1 / (before(court, start).length + 1))), 0.5);
    },
  'chart.trend.reading.inside: None of so many last months is outside the range of the same months of earlier years.': ({
    values: { count },
    court,
  }) => {
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
  'chart.trend.reading.{zero,zeroWhole}: Nothing is counted in the steps of the chart.': (said) =>
    expect(stepsNear(said).filter(({ partial, count }) => count > 0 && !(partial && said.key.endsWith('Whole')))).toEqual([]),
  'chart.trend.reading.none.{day,week,month,quarter,year}: No whole step of its length is in the period.': (said) =>
    expect(stepsNear(said).filter(({ partial, covered: isCovered }) => isCovered && !partial)).toEqual([]),
  'chart.trend.reading.uncovered: No dataset covers a day of the period.': (said) =>
    expect(stepsNear(said).filter(({ count }) => count > 0)).toEqual([]),
  'chart.trend.reading.uneven: A dataset, or one place in it, begins or ends within the period.': (said) => {
    const { near } = said;
    const steps = (near.find((one) => Array.isArray(one.steps)) as unknown as { steps: readonly { changes: readonly string[] }[] })
      .steps;
    expect(steps.some(({ changes }) => changes.length > 0)).toBe(true);
  },
  'chart.trend.reading.{moreOfTwo,mostOfSeveral}: The line has more than any other in so many of the steps, of all that are compared.':
    (said) => {
      const { values, near, court } = said;
      const chart = near.find((one) => Array.isArray(one.parts))!;
      const own = (chart.parts as readonly Body[]).map(({ value }) => textOf(value));
      const steps = stepsNear(said).filter(({ partial, covered: isCovered }) => isCovered && !partial);
      const ahead = steps.filter(({ days }) => {
        const found = own.map((code) => ({ code, count: counted(court, days, { ...court.selection, countries: [code] }) }));
        const [first, second] = found.toSorted((one, other) => other.count - one.count);
        return first!.count > second!.count && court.voice.place(first!.code) === values.name;
      });
      expect(values.steps).toBe(ahead.length);
    },
  'chart.trend.coverage.{begins,ends}: The dataset, or the place in it, begins or ends on that day.': ({ key, values, court }) => {
    const at = key.endsWith('begins') ? 0 : 1;
    const slugs = [...new Set(court.rows.map(({ dataset }) => dataset))];
    const days = slugs.flatMap((slug) => {
      const own = rowsOf(court.rows, { datasets: [slug] });
      return [
        own,
        ...[...new Set(own.map(({ country }) => country))].map((code) => own.filter(({ country }) => country === code)),
      ].map((some) => spanOf(some)[at]);
    });
    expect(days.map(court.voice.date.day)).toContain(values.day);
  },
  'chart.week.finding.most: The part of the week, or of the day, has most incidents.': (said) => {
    const { t, date } = said.court.voice;
    const week = weekOf(hoursOf(said).known);
    const often = weekdaysOf(hoursOf(said).days);
    const ofDay = quarters.map((one, at) => ({ name: t(`chart.week.daily.${one}`), count: sum(week.map((day) => day[at]!)) }));
    const ofWeek = week.flatMap((day, weekday) =>
      day.map((count, at) => ({
        name: t(`chart.week.part.${quarters[at]!}`, { weekday: date.weekday(weekday) }),
        count: count / often[weekday]!,
      })),
    );
    const among = ofDay.some(({ name }) => name === said.values.when) ? ofDay : ofWeek;
    expect(among.toSorted((one, other) => other.count - one.count)[0]!.name).toBe(said.values.when);
  },
  'chart.week.finding.{even,several}: Some part of the week has more than an even spread would by more than chance, or none.': (
    said,
  ) => expect(standsOut(said)).toBe(said.key.endsWith('several')),
  'chart.week.reading.{daily,most,close,mostPerDay,closePerDay}: The part of the week has most incidents with a known time for each day that it occurs, and so many of all.':
    isBusiest,
  'chart.week.reading.none: The period has no incident.': (said) => expect(hoursOf(said).rows).toEqual([]),
  'chart.week.reading.noTime: There are incidents, and none with a known time.': (said) => expect(hoursOf(said).known).toEqual([]),
  'chart.week.reading.tooFew': (said) => {
    expect(hoursOf(said).known.length).toBeLessThan(140);
    return { count: hoursOf(said).known.length };
  },
  'chart.week.reading.tooShort: The period is shorter than 28 days.': (said) =>
    expect(lengthOf(hoursOf(said).days)).toBeLessThan(28),
  'chart.week.reading.even: No part of the week has more than an even spread would by more than chance.': (said) =>
    expect(standsOut(said)).toBe(false),
  'chart.week.reading.several: Some part of the week has more than an even spread would by more than chance.': (said) =>
    expect(standsOut(said)).toBe(true),
  'chart.week.midnight': (said) => {
    const { known } = hoursOf(said);
    const at = known.filter(({ hour, minute }) => hour === 0 && minute === 0).length;
    expect(at).toBeGreaterThan(known.filter(({ hour }) => hour === 0).length / 2);
    return { midnight: at };
  },
  'chart.week.reading.midnight: More than half of the times of the hour after midnight are exactly 00:00.': (said) => {
    const { known } = hoursOf(said);
    const first = known.filter(({ hour }) => hour === 0);
    expect(first.filter(({ minute }) => minute === 0).length).toBeGreaterThan(first.length / 2);
  },
  'chart.week.known.{all,some,few}: The share of the incidents whose time is known; fewer than half where it says only.': (
    said,
  ) => {
    const { rows, known } = hoursOf(said);
    const share = known.length / rows.length;
    expect(said.key.split('.').at(-1)).toBe(share === 1 ? 'all' : share < 0.5 ? 'few' : 'some');
    return { all: rows.length, share };
  },
  'trends.splitTitle.size.*: The part has most, or the highest rate and so many times the lowest, in the period that it names.':
    isSizeOfSplit,
  'trends.splitTitle.change.*: That number of parts changed clearly in the table, and the parts that it names did.': (said) => {
    const { key, values } = said;
    const clear = partsNear(said).filter(({ isClear: is }) => is);
    if (key.endsWith('clear') && !key.endsWith('unclear')) expect(values.names).toEqual(clear.map(({ name }) => name));
    else expect(clear).toHaveLength(key.endsWith('several') ? (values.number as number) : 0);
  },
  'trends.verdicts.{none,notCompared,some}: Those that it names, and no others, stand out in the table.': (said) => {
    const clear = partsNear(said).filter(({ isClear: is }) => is);
    expect(said.values.names ?? []).toEqual(clear.map(({ name }) => name));
  },
  'trends.verdicts.interval: The counts of the row are those of its part; the interval holds the change, and is at least as wide as for single events.':
    (said) => {
      const row = said.near[0] as unknown as Part;
      const found = changeNear(said);
      expect([row.count, row.earlier]).toEqual([found.a, found.b]);
      if (row.isClear) isClear(true, found);
      isInterval(endsOf(said.values)!, found);
    },
  'trends.verdicts.undescribed: So many of so many incidents of the period describe no victim.': ({ court }) => {
    const rows = rowsOf(court.rows, court.selection, periodOf(court));
    return { number: rows.filter(({ people }) => people.every(({ role }) => role !== 'victim')).length, all: rows.length };
  },
  'trends.verdicts.{reading,readingAlone}: The period, and the same days of the years before.': ({ values, court }) => {
    const days = periodOf(court);
    const { period } = court.voice.date;
    return { now: period(...days), ...(values.before !== undefined && { before: period(...earlierOf(days)) }) };
  },
  'trends.verdicts.note: Some part is marked, of at least as many comparisons as rows have one.': (said) => {
    const parts = partsNear(said);
    expect(parts.some(({ isMarked }) => isMarked)).toBe(true);
    expect(numberIn(said.values.number)).toBeGreaterThanOrEqual(parts.filter(({ difference }) => difference).length);
  },
  'trends.unfinished.{count,rate}: The last step is not whole.': ({ near }) =>
    expect((near.find((one) => Array.isArray(one.steps)) as unknown as { steps: readonly Step[] }).steps.at(-1)!.partial).toBe(
      true,
    ),
});
