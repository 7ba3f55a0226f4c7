import { countsReason, type JudgedRates, rankedRates } from '../judge/map-rates.ts';
import type { Comparison, NotableChanges } from '../judge/notable-changes.ts';
import type { PlaceRow } from '../judge/place-rows.ts';
import { wholeOf } from '@monitor/domain';
import { type LocationRate, mayBeAsHigh, perhapsHighest } from '../judge/population-rate.ts';
import type { Voice } from './voice.ts';

/** More names than this are counted rather than said. */
const mostNames = 3;

/**
 * How rates differ between locations or, where there is one only, between its regions: where they are highest and lowest, as far as chance
 * allows to say it.
 */
export function mapTitle(rates: JudgedRates, { t, number, place }: Voice): string {
  if (countsReason(rates) !== undefined) return mostTitle(rates, { t, number, place });
  const isOne = rates.locations.length === 1;
  const compared = rankedRates(rates, isOne ? rates.regions : rates.locations);
  const [highest, ...alsoHighest] = perhapsHighest(compared);
  const lowest = perhapsLowest(compared);
  const top = compared.get(highest ?? '');
  if (top === undefined || highest === undefined) return t('home.map.title.none');
  const names = (codes: readonly string[]) => codes.map(place);
  if (compared.size === 1) return t('home.map.title.one', { place: place(highest), rate: number.rate(top.rate) });
  if (alsoHighest.some((code) => lowest.includes(code))) return t('home.map.title.same');
  const codes = [highest, ...alsoHighest];
  if (codes.length > mostNames) return t('home.map.title.several', { count: codes.length, all: compared.size });
  if (alsoHighest.length > 0) return t('home.map.title.perhaps', { places: names(codes) });
  // Of those that may be lowest the highest, so that no more is said than is true of each.
  const times = top.rate / Math.max(...lowest.map((code) => compared.get(code)?.rate ?? 0));
  if (lowest.length > mostNames || times < 2)
    return t('home.map.title.highest', { place: place(highest), rate: number.rate(top.rate) });
  const isOfOne = lowest.length === 1;
  return t(`home.map.title.${isOfOne ? 'times' : 'timesOfSeveral'}`, {
    place: place(highest),
    times: number.count(isOfOne ? Math.round(times) : Math.floor(times)),
    lowest: names(lowest),
  });
}

/** Of a map of counts: where most are, of one location among its regions. */
function mostTitle({ locations, regions, of }: JudgedRates, { t, number, place }: Pick<Voice, 't' | 'number' | 'place'>): string {
  const own = regions.filter((code) => locations.includes(wholeOf('region', code)));
  const codes = locations.length === 1 && own.length > 0 ? own : locations;
  const ranked = codes.map((code) => ({ code, events: of[code]?.events ?? 0 })).toSorted((one, other) => other.events - one.events);
  const [most, second] = ranked;
  return most === undefined || most.events === second?.events
    ? t('home.map.title.counts')
    : t('home.map.title.most', { place: place(most.code), number: number.count(most.events) });
}

/** The codes of the lowest rate and of those that may be as low, for all that chance allows; the lowest first. */
function perhapsLowest(rates: ReadonlyMap<string, LocationRate>): string[] {
  const ranked = [...rates].toSorted(([, one], [, other]) => one.rate - other.rate);
  const lowest = ranked[0]?.[1];
  if (lowest === undefined) return [];
  return ranked.filter(([, rate], index) => index === 0 || mayBeAsHigh(lowest, rate)).map(([code]) => code);
}

/**
 * In which locations violent incidents clearly rose or fell: those that stand out after correction for the number of comparisons, so that
 * the title says no more than what is said of the same changes beside it.
 * @param period in words
 */
export function placesTitle(
  rows: readonly PlaceRow[],
  { clear }: Pick<NotableChanges, 'clear'>,
  period: string,
  { t, place }: Voice,
): string {
  if (rows.every(({ change }) => change.kind !== 'change')) return t('home.places.title.none', { period });
  const violent = clear.filter(isOfViolence);
  const changed = (sign: 1 | -1) =>
    violent.filter(({ difference }) => Math.sign(difference?.difference ?? 0) === sign).map((one) => one.place);
  const [rose, fell] = [changed(1), changed(-1)];
  const said = (codes: readonly string[]) =>
    codes.length > mostNames ? t('home.places.title.places', { count: codes.length, all: rows.length }) : codes.map(place);
  if (rose.length === 0 && fell.length === 0) return t('home.places.title.unclear');
  if (fell.length === 0) return t('home.places.title.rose', { places: listed(said(rose)) });
  if (rose.length === 0) return t('home.places.title.fell', { places: listed(said(fell)) });
  return t('home.places.title.both', { rose: listed(said(rose)), fell: listed(said(fell)) });
}

/** Whether a comparison is of violent incidents, as the table of places has them. */
export function isOfViolence({ kind, measure }: Pick<Comparison, 'kind' | 'measure'>): boolean {
  return kind === 'violence' && measure === 'incidents';
}

/** Texts take lists. */
function listed(said: string | readonly string[]): readonly string[] {
  return typeof said === 'string' ? [said] : said;
}
