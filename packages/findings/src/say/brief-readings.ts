import type { Summary } from '@monitor/contract';
import { expectedBeyondRange } from '@monitor/statistics';
import { calendarPeriodAt, type IsoDate, type Period, wholeOf } from '@monitor/domain';
import type { PopulationRate } from '../judge/population-rate.ts';
import { peakOf, type TrendMonth } from '../judge/brief-figures.ts';
import type { RateFinding } from '../judge/brief-rates.ts';
import { type ChangedType, countOf, harmedOf, type PeopleRow, peopleSums, unknownAge } from '../judge/brief-rows.ts';
import type { BriefSubject } from '../judge/brief-subject.ts';
import { wholeMonths } from '../judge/change.ts';
import { isNotReported, notReportedOf } from '../judge/reported.ts';
import { countsReason, type JudgedRates } from '../judge/map-rates.ts';
import { partsCovered } from '../judge/part-covered.ts';
import { withoutNumberWords } from './brief-points.ts';
import { intervalWords } from './brief-sentences.ts';
import { countedAmount } from './counted-words.ts';
import { countsText, noRateText } from './rate-words.ts';
import type { Voice } from './voice.ts';

/* One or two sentences that read each picture and table of a brief. */

/** More names than this are counted in a title. */
const mostNames = 2;

/** What a map of rates shows, as its title. */
export function ratesTitle(finding: RateFinding, { t, number, place }: Voice): string {
  switch (finding.kind) {
    case 'twice':
    case 'above': {
      const { kind, codes, compared } = finding;
      if (codes.length > mostNames) return t(`report.map.title.${kind}Many`, { count: codes.length, all: compared });
      return t(`report.map.title.${kind}`, { places: codes.map(place) });
    }
    case 'below':
    case 'unclear':
      return t(`report.map.title.${finding.kind}`, { place: place(finding.code) });
    case 'one':
      return t('report.map.title.one', { place: place(finding.code), rate: number.rate(finding.rate) });
    case 'range':
      return t('report.map.title.range', { low: number.rate(finding.low), high: number.rate(finding.high) });
    case 'counts':
    case 'none':
      return t(`report.map.title.${finding.kind}`);
  }
}

/**
 * What a map of rates is of, and the rates of its place and of all locations, each with its interval.
 * @param days of the twelve months that there is data of
 * @param ofAll the rate of all locations
 */
export function ratesReading(
  { place }: Pick<BriefSubject, 'place'>,
  { from, to }: Period,
  rates: JudgedRates,
  ofAll: PopulationRate,
  voice: Voice,
): string {
  const { t, number, date } = voice;
  const why = countsReason(rates);
  if (why !== undefined) return `${t('report.map.periodCounts', { period: date.period(from, to) })} ${countsText(why, voice)}`;
  const said = (name: string, rate: { readonly rate: number; readonly low: number; readonly high: number }) =>
    t('report.map.rate', { place: name, rate: number.rate(rate.rate), low: number.rate(rate.low), high: number.rate(rate.high) });
  const own = place.kind === 'all' ? [] : [...(place.kind === 'region' ? [place.code] : []), wholeOf('region', place.code)];
  const ofPlaces = own.flatMap((code) => {
    const rate = rates.of[code];
    return rate?.kind === 'rate' ? [said(voice.place(code), rate)] : [];
  });
  // Of a region, its location is what it is compared with.
  const ofEverywhere = place.kind !== 'region' && ofAll.kind === 'rate' ? [said(t('report.everywhere'), ofAll)] : [];
  const isKnown = (place.kind === 'all' ? ofEverywhere : ofPlaces).length > 0;
  if (!isKnown) return t('report.map.none');
  return [t('report.map.period', { period: date.period(from, to) }), ...ofPlaces, ...ofEverywhere].join(' ');
}

/** Regions without a rate that are named, at most; more would take half of a page. */
const mostNamed = 4;

/** Why a map is of twelve months, and which regions have incidents but no rate, or how many. */
export function ratesNotes({ period }: Pick<BriefSubject, 'period'>, rates: JudgedRates, voice: Voice): string[] {
  const { t, place } = voice;
  const { regions, of } = rates;
  const amountOf = (events: number) => countedAmount('violence', 'incidents', events, voice);
  const without = regions.flatMap((code) => {
    const rate = of[code];
    return rate?.kind === 'unknown' ? [{ code, events: rate.events }] : [];
  });
  const places = without.map(({ code, events }) => t('report.map.unknownPlace', { place: place(code), amount: amountOf(events) }));
  const amount = amountOf(without.reduce((sum, { events }) => sum + events, 0));
  const part = partsCovered(Object.values(of).flatMap((one) => (one.kind === 'part' && one.events > 0 ? [one.covered] : [])));
  return [
    ...(period.unit === 'year' || countsReason(rates) !== undefined ? [] : [t('report.map.long')]),
    // Of a map of counts its reading says so.
    ...(without.length === 0 || countsReason(rates) !== undefined
      ? []
      : [
          without.length > mostNamed
            ? t('report.map.unknownMany', { count: without.length, amount })
            : t('report.map.unknown', { places }),
        ]),
    ...(part === undefined || countsReason(rates) !== undefined ? [] : [noRateText(part, voice, 'long')]),
  ];
}

/** Whether the months of the period are as usual, as the title of the trend; and what it says of them. */
export function trendWords(
  months: readonly TrendMonth[],
  period: Period,
  voice: Voice,
): { readonly title: string; readonly reading: string } {
  const { t, number, date } = voice;
  const chosen = months.filter((one) => one.chosen);
  const highest = peakOf(months, period);
  const top = highest ?? chosen[0];
  const plain = t('report.trend.title');
  if (top === undefined) return { title: plain, reading: t('report.trend.none') };
  const of = t('report.trend.period', {
    period: date.period(months[0]?.month ?? top.month, lastDay(months.at(-1)?.month ?? top.month)),
  });
  const whole = chosen.filter(({ partial }) => !partial);
  const known = whole.flatMap(({ month, incidents, usual }) => (usual === undefined ? [] : [{ month, incidents, usual }]));
  const [first] = known;
  const isOne = chosen.length === 1;
  const values = { month: date.month(top.month), number: number.count(top.incidents) };
  // Of the months drawn, earlier ones can have more.
  const ofPeak = { ...values, period: date.period(period.from, period.to) };
  const peak = isOne ? [t('report.trend.only', values)] : highest === undefined ? [] : [t('report.trend.peak', ofPeak)];
  const cut = chosen.filter(({ partial }) => partial).map(({ month }) => date.month(month));
  const cutWords = cut.length === 0 ? [] : [t('report.trend.cut', { months: cut })];
  if (first === undefined || known.length < whole.length)
    return {
      title: plain,
      reading: [of, ...peak, ...(whole.length === 0 ? [] : [t('report.trend.noRange')]), ...cutWords].join(' '),
    };
  const above = known.filter(({ incidents, usual: { most } }) => incidents > most);
  const below = known.filter(({ incidents, usual: { least } }) => incidents < least);
  const outside = known.filter((one) => above.includes(one) || below.includes(one));
  const side = below.length === 0 ? 'above' : above.length === 0 ? 'below' : 'outside';
  const years = known.map(({ usual }) => usual.years);
  const usual = { ...values, least: number.count(first.usual.least), most: number.count(first.usual.most) };
  // Above the range and below it.
  const chance = 2 * expectedBeyondRange(years);
  const chanceWords = isOne
    ? t('report.trend.chanceOne', { chance: number.share(chance) })
    : t('report.trend.chance', { chance: number.decimal(chance, Number.isInteger(chance) ? 0 : 1), all: known.length });
  return {
    title:
      outside.length === 0
        ? t(`report.trend.${known.length === wholeMonths(period) ? 'within' : 'withinWhole'}`, {
            count: known.length,
            month: date.month(first.month),
          })
        : t(`report.trend.${side}`, {
            count: outside.length,
            all: known.length,
            months: outside.map(({ month }) => date.month(month)),
          }),
    reading: [
      of,
      ...(isOne ? [t('report.trend.usual', usual)] : peak),
      ...cutWords,
      ...(outside.length === 0 ? [] : [chanceWords]),
    ].join(' '),
  };
}

/** So many changed types are said; more would not fit above the table. */
const mostSaid = 1;

/**
 * Which types clearly changed.
 * @param incidents of all types
 * @param changed undefined if the two periods cannot be compared
 * @param year that of the year before
 */
export function typesReading(incidents: number, changed: readonly ChangedType[] | undefined, year: string, voice: Voice): string {
  const { t, label } = voice;
  if (incidents === 0) return t('report.types.none');
  if (changed === undefined) return t('report.types.notCompared', { year });
  if (changed.length === 0) return t('report.types.unchanged', { year });
  const said = changed
    .slice(0, mostSaid)
    .map((one) => t('report.types.changed', { type: label('type', one.code), year, interval: intervalWords(one, voice) }));
  const others = changed.length - said.length;
  return [...said, ...(others > 0 ? [t('report.types.alsoChanged', { count: others })] : [])].join(' ');
}

/** How many people there are, and of how many sex and age are not known. */
export function peopleReading(rows: readonly PeopleRow[], { t, number }: Voice): string {
  const { all, unknownSex } = peopleSums(rows);
  if (all === 0) return t('report.people.none');
  return t('report.people.reading', {
    people: t('report.people.amount', { count: all, number: number.count(all) }),
    sex: number.count(harmedOf(unknownSex)),
    age: number.count(peopleSums(rows.filter(({ age }) => age === unknownAge)).all),
  });
}

/** How the weapons were obtained, and the rounds beside them; of what no seizure says, that it is not reported. */
export function weaponsReading(seizures: Pick<Summary, 'totals' | 'facets'>, voice: Voice): string {
  const { t, number } = voice;
  const { totals } = seizures;
  if (totals.incidents === 0) return t('report.points.seizures.none');
  const of = (mode: 'seized' | 'found' | 'surrendered') => number.count(countOf(seizures, 'mode', mode, 'weapons'));
  const rounds = totals.rounds ?? 0;
  // In short, so that the page holds it.
  const without = notReportedOf(totals, 'weapons') ?? 0;
  const silent = without === 0 ? [] : [t('report.weapons.silent', { count: without, number: number.count(without) })];
  const values = { seized: of('seized'), found: of('found'), surrendered: of('surrendered') };
  return [
    ...(isNotReported(totals, 'weapons') ? withoutNumberWords(totals, voice) : [t('report.weapons.reading', values), ...silent]),
    isNotReported(totals, 'rounds')
      ? t('report.weapons.roundsNotReported')
      : t('report.weapons.rounds', { rounds: t('measure.rounds.amount', { count: rounds, number: number.count(rounds) }) }),
  ].join(' ');
}

function lastDay(month: IsoDate): IsoDate {
  return calendarPeriodAt(month, 'month').to;
}
