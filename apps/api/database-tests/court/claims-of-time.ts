import { expect } from 'vitest';
import {
  before,
  type Claim,
  claim,
  counted,
  counts,
  type Court,
  covered,
  inMonth,
  isAbout,
  iso,
  isoAfter,
  monthNamed,
  numberIn,
  periodOf,
  ranged,
  rangeOf,
  type Said,
  shownMonths,
  spanOf,
} from './definitions.ts';
import { type Body, nearest, textOf } from './near.ts';
import { countOf, type Days, lengthOf, monthOf, type Row, rowsOf } from './record.ts';

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
  for (const text of months as readonly string[])
    expect(outside.map((start) => court.voice.date.month(start))).toContain(text.replace(/ \(.*/, ''));
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
  const [from, to] = court.page === 'place' ? covered(court) : (court.asked ?? covered(court));
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
const parts = ['night', 'morning', 'afternoon', 'evening'] as const;
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
  const days = isOfPlace ? periodOf(court) : (court.asked ?? covered(court));
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
    const part = parts.findIndex((one) => t(`chart.week.daily.${one}`) === values.when);
    const own = sum(week.map((day) => day[part]!));
    expect([numberIn(values.incidents), numberIn(values.known), values.share]).toEqual([
      own,
      known.length,
      number.share(own / known.length),
    ]);
    expect(own).toBe(Math.max(...parts.map((_, at) => sum(week.map((day) => day[at]!)))));
    return;
  }
  const often = weekdaysOf(days);
  const all = week.flatMap((day, weekday) =>
    day.map((count, at) => ({
      count,
      perDay: count / often[weekday]!,
      name: t(`chart.week.part.${parts[at]!}`, { weekday: date.weekday(weekday) }),
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

/** Means of the months before a break and from it on, up to the next. */
function levelsNear(said: Said) {
  const { near, court } = said;
  const level = near.find(({ at }) => typeof at === 'string') as { readonly at: string };
  const { levels, provisionalFrom } = near.find((one) => Array.isArray(one.levels)) as {
    levels: readonly { at: string }[];
    provisionalFrom?: string;
  };
  const at = levels.findIndex((one) => one.at === level.at);
  const months = shownMonths(court).filter((start) => provisionalFrom === undefined || start < provisionalFrom);
  const mean = (from: string, to: string) => {
    const own = months.filter((start) => start >= from && start < to).map((start) => inMonth(court, start));
    return sum(own) / own.length;
  };
  return [mean(levels[at - 1]?.at ?? '', level.at), mean(level.at, levels[at + 1]?.at ?? '9999')] as const;
}

export const claimsOfTime: readonly Claim[] = [
  counts('So many in the last whole month.', ['trends.lastStep'], ({ values, court }) => ({
    amount: inMonth(court, monthNamed(court, values.step)),
  })),
  counts('So many in the days of the month that there is data of.', ['trends.partialStep'], ({ values, court }) => {
    const [from, to] = court.asked ?? covered(court);
    const days = monthOf(monthNamed(court, values.step));
    return { amount: counted(court, [days[0] < from ? from : days[0], days[1] > to ? to : days[1]]) };
  }),
  claim(
    'No step that is shown has more, and it is shown from that year on.',
    ['trends.peakDetail.{day,week,month,quarter,year}'],
    ({ values, court, at }) => {
      const last = court.statements.slice(0, at).findLast(({ key }) => key === 'trends.lastStep')!;
      const peak = inMonth(court, monthNamed(court, last.values.step));
      const months = shownMonths(court);
      expect(Math.max(...months.map((start) => inMonth(court, start)))).toBe(peak);
      expect(values.since).toBe(months[0]!.slice(0, 4));
    },
  ),
  claim(
    'From the month on, the mean of a month is higher or lower, by about that share.',
    ['trends.title.{higher,lower}', 'trends.break.{rose,fell}'],
    (said) => {
      const { key, values, court, near } = said;
      const levels = near.find((one) => Array.isArray(one.levels))!.levels as readonly { readonly at: string }[];
      const own = levels.find(({ at }) => court.voice.date.month(at) === (values.since ?? values.month))!;
      const [earlier, later] = levelsNear({ ...said, near: [own, ...near] });
      const ratio = later / earlier;
      expect(ratio > 1).toBe(/higher|rose/.test(key));
      // Seasons and lengths of months are taken into account.
      expect(Math.abs(Number.parseFloat(textOf(values.percent)) / 100 - Math.abs(ratio - 1))).toBeLessThan(
        0.12 + 0.15 * Math.abs(ratio - 1),
      );
    },
  ),
  claim(
    'The means of a month before and after are those of the counts, and the change lies in its interval, which leaves out none.',
    ['trends.break.detail'],
    (said) => {
      const [earlier, later] = levelsNear(said);
      const { values } = said;
      if (nearest(said.near, 'unit') === 'count') {
        expect(Math.abs(numberIn(values.before) - earlier)).toBeLessThanOrEqual(0.51);
        expect(Math.abs(numberIn(values.after) - later)).toBeLessThanOrEqual(0.51);
      }
      const [low, high] = [values.low, values.high].map((text) => Number.parseFloat(textOf(text).replace(/[<>]/, ''))) as [
        number,
        number,
      ];
      expect(low).toBeLessThan(high);
      const title = Number.parseFloat(textOf((said.near[0] as Body).title).replace(/^\D*/, ''));
      expect(title).toBeGreaterThanOrEqual(low);
      expect(title).toBeLessThanOrEqual(high);
    },
  ),
  claim(
    'The mean of the whole steps of the chart, each of which has as many as the record in its days.',
    ['chart.trend.reading.level.{day,week,month,quarter,year}'],
    (said) => {
      const whole = stepsNear(said).filter(({ partial, covered: isCovered }) => isCovered && !partial);
      isAbout(said.values.mean, sum(whole.map(({ count }) => count)) / whole.length, 0.051);
    },
  ),
  claim(
    'The first of the whole months with the greatest number, and how many have as many.',
    ['chart.trend.reading.{peak,peaks,few,fewOfDays,peaksOfDays}'],
    ({ key, values: { peak, most, times }, court }) => {
      isPeak(court, peak, most);
      if (!key.includes('peaks')) return;
      const as = shownMonths(court).filter((start) => inMonth(court, start) === numberIn(most)).length;
      const { t } = court.voice;
      expect(times).toBe(as === 2 ? t('chart.trend.reading.twice') : t('chart.trend.reading.times', { count: as }));
    },
  ),
  counts(
    'The number of the month, and the lowest and highest of the same month of up to five earlier years with the same data.',
    ['chart.trend.reading.month'],
    ({ values, court }) => {
      const start = monthNamed(court, values.month);
      const range = rangeOf(court, start);
      return { count: inMonth(court, start), low: Math.min(...range), high: Math.max(...range) };
    },
  ),
  claim(
    'So many of the last twelve months are outside the range of the same months of earlier years, and those that it names are.',
    ['chart.trend.reading.{above,aboveMany,below,belowMany}'],
    isBeyond,
  ),
  claim(
    'Chance puts one month in as many as there are years and one more beyond either end of its range.',
    ['chart.trend.reading.byChance'],
    ({ values: { steps, chance }, court }) => {
      const months = ranged(court);
      expect(steps).toBe(months.length);
      isAbout(chance, sum(months.map((start) => 1 / (before(court, start).length + 1))), 0.5);
    },
  ),
  claim(
    'None of so many last months is outside the range of the same months of earlier years.',
    ['chart.trend.reading.inside'],
    ({ values: { count }, court }) => {
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
  ),
  claim('Nothing is counted in the steps of the chart.', ['chart.trend.reading.{zero,zeroWhole}'], (said) =>
    expect(stepsNear(said).filter(({ partial, count }) => count > 0 && !(partial && said.key.endsWith('Whole')))).toEqual([]),
  ),
  claim('No whole step of its length is in the period.', ['chart.trend.reading.none.{day,week,month,quarter,year}'], (said) =>
    expect(stepsNear(said).filter(({ partial, covered: isCovered }) => isCovered && !partial)).toEqual([]),
  ),
  claim('No dataset covers a day of the period.', ['chart.trend.reading.uncovered'], (said) =>
    expect(stepsNear(said).filter(({ count }) => count > 0)).toEqual([]),
  ),
  claim('A dataset, or one place in it, begins or ends within the period.', ['chart.trend.reading.uneven'], (said) => {
    const { near } = said;
    const steps = (near.find((one) => Array.isArray(one.steps)) as unknown as { steps: readonly { changes: readonly string[] }[] })
      .steps;
    expect(steps.some(({ changes }) => changes.length > 0)).toBe(true);
  }),
  claim(
    'The line has more than any other in so many of the steps, of all that are compared.',
    ['chart.trend.reading.{moreOfTwo,mostOfSeveral}'],
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
  ),
  claim(
    'The dataset, or the place in it, begins or ends on that day.',
    ['chart.trend.coverage.{begins,ends}'],
    ({ key, values, court }) => {
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
  ),
  claim(
    'The part of the week has most incidents with a known time for each day that it occurs, and so many of all.',
    ['chart.week.reading.{daily,most,close,mostPerDay,closePerDay}'],
    isBusiest,
  ),
  claim('The period has no incident.', ['chart.week.reading.none'], (said) => expect(hoursOf(said).rows).toEqual([])),
  claim('There are incidents, and none with a known time.', ['chart.week.reading.noTime'], (said) =>
    expect(hoursOf(said).known).toEqual([]),
  ),
  counts('So few incidents have a known time: fewer than 140.', ['chart.week.reading.tooFew'], (said) => {
    expect(hoursOf(said).known.length).toBeLessThan(140);
    return { count: hoursOf(said).known.length };
  }),
  claim('The period is shorter than 28 days.', ['chart.week.reading.tooShort'], (said) =>
    expect(lengthOf(hoursOf(said).days)).toBeLessThan(28),
  ),
  claim('No part of the week has more than an even spread would by more than chance.', ['chart.week.reading.even'], (said) =>
    expect(standsOut(said)).toBe(false),
  ),
  claim('Some part of the week has more than an even spread would by more than chance.', ['chart.week.reading.several'], (said) =>
    expect(standsOut(said)).toBe(true),
  ),
  counts('So many times are exactly 00:00, more than half of those of the hour.', ['chart.week.midnight'], (said) => {
    const { known } = hoursOf(said);
    const at = known.filter(({ hour, minute }) => hour === 0 && minute === 0).length;
    expect(at).toBeGreaterThan(known.filter(({ hour }) => hour === 0).length / 2);
    return { midnight: at };
  }),
  claim('More than half of the times of the hour after midnight are exactly 00:00.', ['chart.week.reading.midnight'], (said) => {
    const { known } = hoursOf(said);
    const first = known.filter(({ hour }) => hour === 0);
    expect(first.filter(({ minute }) => minute === 0).length).toBeGreaterThan(first.length / 2);
  }),
  counts(
    'The share of the incidents whose time is known; fewer than half where it says only.',
    ['chart.week.known.{all,some,few}'],
    (said) => {
      const { rows, known } = hoursOf(said);
      const share = known.length / rows.length;
      expect(said.key.split('.').at(-1)).toBe(share === 1 ? 'all' : share < 0.5 ? 'few' : 'some');
      return { all: rows.length, share };
    },
  ),
];
