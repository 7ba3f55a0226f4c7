import { expect } from 'vitest';
import {
  change,
  changeNear,
  counted,
  covered,
  type Court,
  differenceOf,
  earlierOf,
  inPlace,
  isClear,
  isHeavy,
  isTooUneven,
  named,
  periodOf,
  placeOf,
  restsOnFew,
  type Said,
  spanOf,
  whenOf,
  subjectOf,
  type Values,
  claimed,
  saysChange,
} from './definitions.ts';
import { endsOf, isInterval, numberIn } from './numbers-in-texts.ts';
import { locationsIn, locationsOf } from './rates.ts';
import { recordsCompared } from './left-out.ts';
import { type Body, nearest, textOf } from './near.ts';
import { amountOf, type Counted, countOf, type Days, lengthOf, monthsBefore, rowsOf, type Selection } from './record.ts';

/** Names the period that is compared with, so that nobody takes years for one. */
function namesBaseline({ values: { baseline }, court }: Said, earlier: Days): void {
  if (typeof baseline !== 'string' || /previous/.test(baseline) || baseline === court.voice.t('changes.yearBefore')) return;
  expect(baseline.replace(/^(in|on) /, '')).toBe(court.voice.date.period(...earlier));
}

function isChange(said: Said, found = changeNear(said)): void {
  saysChange(said, found);
  namesBaseline(said, found.earlier);
}

/** Kind and measure of the names of what is counted. */
function countedAs({ voice: { t } }: Court, many: unknown): readonly [Selection['kind'], Counted] {
  const kind = (['violence', 'weapon_seizure'] as const).find((one) => t(`counted.${one}.many`) === many);
  if (kind !== undefined) return [kind, 'incidents'];
  if (many === t('measure.incidents.many')) return [undefined, 'incidents'];
  if (many === t('counted.weapons_seized.many')) return ['weapon_seizure', 'weapons'];
  return ['violence', named(['killed', 'injured'] as const, (one) => t(`measure.${one}.many`), many)];
}

/** The comparison of a place and a measure on a page of many. */
function ofPlace({ values, court, near }: Said) {
  const row = near.find((one) => 'evidence' in one)!;
  const kind = row.kind === 'chosen' ? undefined : (row.kind as 'violence' | 'weapon_seizure');
  const place = textOf(row.place);
  const { types, ...rest } = court.selection;
  // Of a location, just the region that is selected.
  const { region = place } = rest;
  if (values.place !== undefined) expect(values.place).toBe(court.voice.place(region));
  const selection = { ...inPlace(rest, region), ...(kind === undefined ? types && { types } : { kind }) };
  const measure = row.measure as Counted;
  if (values.many !== undefined) expect(countedAs(court, values.many)).toEqual([kind, measure]);
  return change(court, selection, measure);
}

const ofKind = (court: Court, kind: 'violence' | 'weapon_seizure') => change(court, { ...court.selection, kind }, 'incidents');

/** Which way violent incidents went in the places that a title names. */
function movesOf(court: Court, names: unknown): readonly string[] {
  const moves = (names as readonly string[]).map((name) => {
    const found = change(court, { kind: 'violence', countries: [placeOf(court, name)] }, 'incidents');
    isClear(true, found);
    return found.difference > 0 ? 'more' : 'fewer';
  });
  return [...new Set(moves)];
}

/** What the reader selected, and each place and kind of it. */
function everyPart({ rows, selection }: Court): readonly Selection[] {
  const places = [...new Set(rows.map(({ country }) => country))].map((country) => ({ countries: [country] }));
  return [{}, ...places].flatMap((place) =>
    ([selection.kind, 'violence', 'weapon_seizure'] as const).map((one) => ({ ...selection, ...place, ...(one && { kind: one }) })),
  );
}

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
  const found = periods.some((days) =>
    everyPart(court).some((selection) => {
      const sizes = sizesOf(court, selection, days, measure);
      return sumOf(sizes) === all && sumOf(sizes.slice(0, count as number)) === numberIn(part);
    }),
  );
  expect(found).toBe(true);
  expect(numberIn(part) / all).toBeGreaterThanOrEqual(0.2);
}

const sumOf = (some: readonly number[]) => some.reduce((sum, one) => sum + one, 0);
/** Of each incident, the largest first. */
const sizesOf = ({ rows }: Court, selection: Selection, days: Days, measure: Counted) =>
  rowsOf(rows, selection, days)
    .map((row) => amountOf(row, measure, selection.rest))
    .toSorted((one, other) => other - one);

/** The change that is left without the largest incidents of the side that the sentence before speaks of. */
function isWithoutLargest(said: Said): void {
  const { values, court } = said;
  const { selection, days, measure } = subjectOf(said);
  const earlier = earlierOf(days);
  const [later, sooner] = [days, earlier].map((one) => sizesOf(court, selection, one, measure)) as [number[], number[]];
  const isOfLater = said.near.some(({ largest }) => /in this period/.test(textOf(largest)));
  const [a, b] = [later, sooner].map((sizes, at) => (at === (isOfLater ? 0 : 1) ? sizes.slice(values.count as number) : sizes));
  const found = differenceOf(a!, b!, lengthOf(days), lengthOf(earlier));
  const { difference } = found;
  const ends = endsOf(values)!;
  isInterval(ends, found);
  if (said.key.endsWith('unclear')) expect(ends[0] <= 1 && ends[1] >= 1).toBe(true);
  else expect(values.difference).toBe(court.voice.number.signedPercent(difference));
}

/** How many comparisons of a list are of a kind of evidence. */
function evidenceOf({ near }: Said, ...kinds: readonly string[]): number {
  const { compared = [], without = [] } = near.find((one) => Array.isArray(one.compared)) as Record<string, readonly Body[]>;
  return [...compared, ...without].filter(({ evidence }) => kinds.includes(textOf(evidence))).length;
}

/** First or last days of the datasets, and of each of their places. */
function daysOfData({ rows }: Court, end: 0 | 1): readonly string[] {
  const slugs = [...new Set(rows.map(({ dataset }) => dataset))];
  return slugs.flatMap((slug) => {
    const own = rowsOf(rows, { datasets: [slug] });
    const places = [...new Set(own.map(({ country }) => country))];
    return [own, ...places.map((code) => own.filter(({ country }) => country === code))].map((some) => spanOf(some)[end]);
  });
}

const isUnreported = (said: Said, days: Days) => {
  const { selection, measure } = subjectOf(said);
  const rows = rowsOf(said.court.rows, selection, days);
  expect(countOf(rows, measure, selection.rest)).toBe(0);
  expect(rows.length).toBeGreaterThan(0);
  if (measure === 'killed' || measure === 'injured') expect(rows.every((row) => row[measure] === null)).toBe(true);
};

export const claimsOfChanges = claimed({
  'summary.change.{more,fewer,unclear,before} summary.change.explained.{more,fewer,unclear} summary.finding.{more,fewer,unclear,changed} trends.title.{more,fewer,unclear} report.lead.change.{more,fewer,unclear}: The percentage, the direction and the earlier number are those of two counts per day, of the period and of the same days of the years before that it names; the 95% interval holds the change, is at least as wide as for single events, and has no zero in it where the change is called clear.':
    (said) => {
      // Of suicides and of seizures, their own sentences say which.
      if (said.court.page !== 'trends-subjects') isChange(said);
    },
  'summary.change.explained.among: The numbers are those of two counts per day; the interval leaves out no change, and there are other comparisons.':
    (said) => {
      if (said.court.page !== 'trends-subjects') isChange(said);
      const [low, high] = endsOf(said.values)!;
      expect(low > 1 || high < 1).toBe(true);
      expect(said.values.all).toBeGreaterThan(1);
    },
  'changes.{alone,among}.{more,fewer} changes.headline.{alone,among}.{more,fewer} changes.{unclear,driven} changes.headline.{unclear,driven}: The numbers, the percentage and the interval are those of the place and the measure in the period and in the one before; the interval has no zero in it where the change is called clear.':
    (said) => isChange(said, ofPlace(said)),
  'home.{comparedWith,period}: The last twelve whole months of the data.': ({ court }) => ({
    period: court.voice.date.period(...periodOf(court)),
  }),
  'changes.notReported: The place has incidents in the period, and none says the number.': (said) =>
    isUnreported(said, subjectOf(said).days),
  'changes.none': (said) => ({ amount: ofPlace(said).a }),
  'changes.headline.none: The place has the named incidents, and no change is said.': (said) => expect(said.text).not.toMatch(/%/),
  'changes.without.{clear,unclear}: The change is that of the counts without the one or two largest incidents.': isWithoutLargest,
  'summary.weight.{later,earlier}: One or two incidents have so many of the people or weapons of a period, and at least a fifth.':
    ({ key, values, court }) => weighs(values, court, key.endsWith('later') ? 'later' : 'earlier'),
  'changes.title.some: The list has the number of comparisons that it says stand out, of all that are made.': (said) => ({
    count: evidenceOf(said, 'clear'),
    all: evidenceOf(said, 'clear', 'driven', 'chance'),
  }),
  'changes.title.none: No comparison of the list stands out.': (said) => expect(evidenceOf(said, 'clear')).toBe(0),
  'changes.title.nothing: Nothing in the list is compared.': (said) =>
    expect(evidenceOf(said, 'clear', 'driven', 'chance')).toBe(0),
  'changes.title.reason: Nothing in the list is compared, and each row says that it is for this reason.': (said) => {
    expect(evidenceOf(said, 'clear', 'driven', 'chance')).toBe(0);
    const { without = [] } = said.near.find((one) => Array.isArray(one.compared)) as Record<string, readonly Body[]>;
    const reason = textOf(said.values.reason).toLowerCase();
    expect(without.filter(({ sentence }) => !textOf(sentence).toLowerCase().includes(reason))).toEqual([]);
  },
  'changes.rest.family: So many comparisons of the list have an interval without "no change", and so many of them stay clear.': (
    said,
  ) => {
    const { compared } = said.near.find((one) => Array.isArray(one.compared)) as Readonly<
      Record<string, readonly { readonly difference: { readonly low: number; readonly high: number } }[]>
    >;
    return {
      all: evidenceOf(said, 'clear', 'driven', 'chance'),
      alone: compared!.filter(({ difference: { low, high } }) => low > 0 || high < 0).length,
      clear: evidenceOf(said, 'clear', 'driven'),
    };
  },
  'changes.rest.{driven,none,noneOfAll}: The list has that number of comparisons.': (said) =>
    expect(said.values.count).toBe(evidenceOf(said, said.key.endsWith('driven') ? 'driven' : 'none')),
  'summary.noChange.{too_few,in_waves}.{short,long}: One of the two counts is below ten; in waves none is, but one is not much above.':
    (said) => {
      if (said.court.page === 'trends-subjects') return;
      const { a, b } = changeNear(said);
      const { selection, days } = subjectOf(said);
      if (said.key.includes('too_few')) expect(Math.min(a, b)).toBeLessThan(10);
      else isTooUneven(said.court, [a, b], selection, days);
    },
  'summary.noChange.few_incidents.{short,long}: One or two incidents have at least a fifth of a number, which is as uncertain as fewer than ten single ones or, in waves, not many more.':
    (said) => {
      const { selection, days, measure } = subjectOf(said);
      if (said.court.page === 'trends-subjects') return;
      const both = [days, earlierOf(days), monthsBefore(days)].map((one) => sizesOf(said.court, selection, one, measure));
      restsOnFew(said.court, both, selection, days);
    },
  'summary.noChange.rests_on_largest.{short,long}: One or two incidents have at least a fifth of the people or weapons of one period.':
    (said) => {
      const { selection, days, measure } = subjectOf(said);
      if (said.court.page === 'trends-subjects') return;
      const sides = [days, earlierOf(days), monthsBefore(days)].map((one) => sizesOf(said.court, selection, one, measure));
      expect(isHeavy(sides)).toBe(true);
    },
  'summary.noChange.not_reported.later summary.notReported.all: There are incidents of the period, and none says the number.': (
    said,
  ) => isUnreported(said, subjectOf(said).days),
  'summary.noChange.not_reported.earlier: There are incidents of the earlier period, and none says the number.': (said) =>
    isUnreported(said, earlierOf(subjectOf(said).days)),
  'summary.noChange.not_reported.short: No incident of one of the two periods says the number.': (said) => {
    const { selection, days, measure } = subjectOf(said);
    // A weapon, too, may be called so.
    if (said.court.page === 'trends-subjects' || said.near[0]?.name === said.text) return;
    expect([days, earlierOf(days)].some((one) => counted(said.court, one, selection, measure) === 0)).toBe(true);
  },
  'summary.noChange.no_first_day.{short,long}: The reader asked for no first day.': ({ court }) =>
    expect(court.asked).toBeUndefined(),
  'summary.noChange.no_earlier_data.{short,long}: The places have no data before the first day of the period.': (said) => {
    const { selection, days } = subjectOf(said);
    const { court } = said;
    expect(days[0] <= covered({ ...court, selection })[0] || locationsIn(court, earlierOf(days)).length === 0).toBe(true);
  },
  'summary.noChange.data_end.{short,long} compare.uneven.data_end: The data of a dataset, or of one place in it, ends on that day, and the period later.':
    ({ values, court }) => expect(daysOfData(court, 1).map(court.voice.date.day)).toContain(values.day),
  'summary.noChange.data_begin.{short,long} compare.uneven.data_begin: The data of a dataset, or of one place in it, begins on that day, and the period earlier.':
    ({ values, court }) => expect(daysOfData(court, 0).map(court.voice.date.day)).toContain(values.day),
  'summary.noChange.uneven_data.{short,long}: A dataset, or one place in it, begins after the earlier period does or ends before the later one.':
    (said) => {
      const { days } = subjectOf(said);
      const earlier = earlierOf(days);
      const isCut =
        daysOfData(said.court, 0).some((day) => day > earlier[0]) || daysOfData(said.court, 1).some((day) => day < days[1]);
      expect(isCut).toBe(true);
    },
  'summary.finding.{withBefore,alone}': (said) => {
    const { a, b } = changeNear(said);
    return {
      amount: a,
      ...(said.values.earlier !== undefined && {
        earlier: textOf(said.values.earlier).replace(/^[\d,]+/, said.court.voice.number.count(b)),
      }),
    };
  },
  'summary.finding.notReported: There are incidents of the period, and none says the number.': ({ values, court }) => {
    const rows = rowsOf(court.rows, court.selection, periodOf(court));
    const measure = named(['killed', 'injured'] as const, (one) => court.voice.t(`measure.${one}.many`), values.many);
    expect(rows.every((row) => row[measure] === null)).toBe(true);
  },
  'summary.finding.none home.finding.none: The period has no incident of the selection, and the data has a day of it.': ({
    court,
  }) => {
    expect(counted(court, periodOf(court), court.selection, 'incidents')).toBe(0);
    expect(locationsOf(court).filter((code) => locationsIn(court, periodOf(court)).includes(code))).not.toEqual([]);
  },
  'leftOut.{part,instead}: The dataset has that many incidents, of all places or of the one that is named; of one that covers too little, the first and last day.':
    ({ values, court }) => {
      const title = textOf(values.title);
      const own = court.rows.filter((row) => title === row.title || title === `${court.voice.place(row.country)} in ${row.title}`);
      return { amount: own.length };
    },
  'summary.leftOut.{short,long}: That share of the incidents of the period or of the one before is not among those that are compared.':
    (said) => {
      const { court, values } = said;
      const { days } = subjectOf(said);
      const periods = [days, earlierOf(days), monthsBefore(days)];
      const others = recordsCompared(court.rows, court.body);
      // Of one place of several, or one kind.
      const shares = everyPart(court).flatMap((selection) =>
        periods.flatMap((one) => {
          const whole = counted(court, one, selection, 'incidents');
          return others.map((rows) => 1 - counted({ ...court, rows }, one, selection, 'incidents') / whole);
        }),
      );
      expect(shares.map(court.voice.number.share)).toContain(values.percent);
    },
  'noData.yet: There is no incident at all.': ({ court }) => expect(court.rows).toEqual([]),
  'noData.about: No dataset has an incident of any of the locations.': ({ court }) => expect(locationsOf(court)).toEqual([]),
  'noData.{aboutThen,then}: The data of each location begins after the period or ends before it; it names the first and last day of all.':
    ({ values, court }) => {
      const days = periodOf(court);
      expect(rowsOf(court.rows, { countries: locationsOf(court) }, days)).toEqual([]);
      expect(locationsIn(court, days).filter((code) => locationsOf(court).includes(code))).toEqual([]);
      const [from, to] = covered({ ...court, selection: { countries: locationsOf(court) } });
      expect([values.from, values.to]).toEqual([from, to].map(court.voice.date.day));
    },
  'home.finding.{violence,weapon_seizure}.{more,fewer,unclear}: Incidents of the kind went that way, and by more than chance; where it is called unclear, by not much more.':
    ({ key, court }) => {
      const [kind, direction] = key.split('.').slice(2) as ['violence' | 'weapon_seizure', string];
      const found = ofKind(court, kind);
      isClear(direction !== 'unclear', found);
      if (direction !== 'unclear') expect(found.difference > 0 ? 'more' : 'fewer').toBe(direction);
    },
  'home.finding.bothUnclear: Neither kind went up or down by much more than chance.': ({ court }) => {
    for (const kind of ['violence', 'weapon_seizure'] as const) isClear(false, ofKind(court, kind));
  },
  'home.finding.counted: So many of one kind are recorded.': ({ values, court }) => {
    const amounts = (['violence', 'weapon_seizure'] as const).map((kind) => {
      const count = ofKind(court, kind).a;
      return court.voice.t(`counted.${kind}.amount`, { count, number: court.voice.number.count(count) });
    });
    expect(amounts).toContain(values.amount);
  },
  'home.places.title.{rose,fell,both}: Violent incidents of each place that is named went that way, and by more than chance.': ({
    key,
    values,
    court,
  }) => {
    const { places, rose, fell } = values;
    if (key.endsWith('rose')) expect(movesOf(court, places)).toEqual(['more']);
    else if (key.endsWith('fell')) expect(movesOf(court, places)).toEqual(['fewer']);
    else expect([movesOf(court, rose), movesOf(court, fell)]).toEqual([['more'], ['fewer']]);
  },
  'home.places.title.unclear: No place of the table stands out.': ({ near }) => {
    const rows = nearest(near, 'rows') as readonly Body[];
    expect(rows.filter(({ standsOut }) => standsOut === true)).toEqual([]);
  },
  'home.places.title.none: No place of the table is compared.': ({ near }) => {
    const rows = nearest(near, 'rows') as readonly Body[];
    expect(rows.filter((row) => (row.change as Body).kind === 'change' && row.code !== undefined)).toEqual([]);
  },
  'home.places.title.places': ({ near }) => ({
    all: (nearest(near, 'rows') as readonly Body[]).filter(({ code }) => code !== undefined).length,
  }),
  'places.lead.past.{more,fewer,unclear}: The place has so many percent more or fewer incidents per day than in the same days a year before, or the change is not clear.':
    (said) => saysChange(said, change(said.court)),
  'trends.suicides.{found,counted}': (said) => {
    const { court, values } = said;
    const selection =
      court.selection.kind === 'weapon_seizure' ? { ...court.selection, kind: 'violence' as const } : court.selection;
    const found = change(court, selection, 'suicides');
    const percent = /([<>]?[\d.]+%) (more|fewer)/.exec(textOf(values.verdict));
    if (percent) {
      expect(percent[1]).toBe(court.voice.number.share(Math.abs(found.difference)));
      expect(percent[2]).toBe(found.difference > 0 ? 'more' : 'fewer');
    }
    return { amount: found.a, when: whenOf(court, periodOf(court)) };
  },
  'trends.seizures.{changes,notChanged}: Seizures and weapons changed so much from the numbers that it names, or one reason is that of both.':
    (said) => {
      const { court, values } = said;
      const selection = { ...court.selection, kind: 'weapon_seizure' as const };
      for (const [name, measure] of [
        ['seizures', 'incidents'],
        ['weapons', 'weapons'],
      ] as const) {
        const { difference, b } = change(court, selection, measure);
        const text = textOf(values[name] ?? values.reason);
        const percent = /^([<>]?[\d.]+%) (more|fewer)/.exec(text);
        if (percent)
          expect(percent.slice(1, 3)).toEqual([court.voice.number.share(Math.abs(difference)), difference > 0 ? 'more' : 'fewer']);
        const earlier = /\(([\d,]+) (a year before|in )/.exec(text);
        if (earlier) expect(numberIn(earlier[1])).toBe(b);
      }
    },
  'home.counted.{one,several}: All incidents, and as many of each kind, which add up.': ({ values, court }) => {
    const all = rowsOf(court.rows, {}, periodOf(court)).length;
    const parts = (values.counted as readonly string[]).map(numberIn);
    if (parts.length > 0) expect(sumOf(parts)).toBe(all);
    expect(parts[0] ?? 0).toBe(ofKind(court, 'violence').a);
    return { all };
  },
});
