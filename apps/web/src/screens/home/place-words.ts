import { type LocationRate, perhapsHighest } from '@monitor/findings';
import { intervalOfRatio } from '@monitor/statistics';
import type { TFunction } from 'i18next';
import type { Format } from '../../format/use-format.ts';
import type { Terms } from '../../i18n/terms.ts';
import type { MapRates } from '../../map/rate-map-rates.ts';
import { directionOf } from './headline.ts';
import type { PlaceRow } from './place-rows.ts';

/** More names than this are counted rather than said. */
const mostNames = 3;

/**
 * How rates differ between locations or, where there is one only, between its regions: where they are highest and lowest, as far as chance
 * allows to say it.
 */
export function mapTitle(rates: MapRates, t: TFunction, { number }: Format, place: Terms['place']): string {
  const isOne = rates.locations.length === 1;
  const compared = new Map<string, LocationRate>(
    (isOne ? rates.regions : rates.locations).flatMap((code) => {
      const rate = rates.rateOf(code);
      return rate.kind === 'rate' ? [[code, rate] as const] : [];
    }),
  );
  const [highest, ...alsoHighest] = perhapsHighest(compared);
  const lowest = perhapsLowest(compared);
  const [top, bottom] = [compared.get(highest ?? ''), compared.get(lowest[0] ?? '')];
  if (top === undefined || bottom === undefined || highest === undefined) return t('home.map.title.none');
  const names = (codes: readonly string[]) => codes.map(place);
  if (compared.size === 1) return t('home.map.title.one', { place: place(highest), rate: number.rate(top.rate) });
  if (alsoHighest.some((code) => lowest.includes(code))) return t('home.map.title.same');
  const codes = [highest, ...alsoHighest];
  if (codes.length > mostNames) return t('home.map.title.several', { count: codes.length, all: compared.size });
  if (alsoHighest.length > 0) return t('home.map.title.perhaps', { places: names(codes) });
  const times = top.rate / bottom.rate;
  if (lowest.length > 1 || times < 1.5) return t('home.map.title.highest', { place: place(highest), rate: number.rate(top.rate) });
  return t('home.map.title.times', {
    place: place(highest),
    times: times < 10 ? number.decimal(times, 0) : number.count(Math.round(times)),
    lowest: place(lowest[0] ?? ''),
  });
}

/** The codes of the lowest rate and of those that may be as low, for all that chance allows; the lowest first. */
function perhapsLowest(rates: ReadonlyMap<string, LocationRate>): string[] {
  const ranked = [...rates].toSorted(([, one], [, other]) => one.rate - other.rate);
  const lowest = ranked[0]?.[1];
  if (lowest === undefined) return [];
  const isAsLow = (rate: LocationRate) => intervalOfRatio(rate, lowest, 1 / rate.events + 1 / lowest.events).low <= 1;
  return ranked.filter(([, rate], index) => index === 0 || isAsLow(rate)).map(([code]) => code);
}

/** In which locations violent incidents clearly rose or fell. */
export function placesTitle(rows: readonly PlaceRow[], t: TFunction, place: Terms['place']): string {
  const directions = rows.map(({ change }) => directionOf(change));
  if (directions.every((direction) => direction === undefined)) return t('home.places.title.none');
  const changed = (direction: 'more' | 'fewer') =>
    rows.flatMap(({ code }, index) => (directions[index] === direction && code ? code : []));
  const [rose, fell] = [changed('more'), changed('fewer')];
  const said = (codes: readonly string[]) =>
    codes.length > mostNames ? t('home.places.title.places', { count: codes.length, all: rows.length }) : codes.map(place);
  if (rose.length === 0 && fell.length === 0) return t('home.places.title.unclear');
  if (fell.length === 0) return t('home.places.title.rose', { places: listed(said(rose)) });
  if (rose.length === 0) return t('home.places.title.fell', { places: listed(said(fell)) });
  return t('home.places.title.both', { rose: listed(said(rose)), fell: listed(said(fell)) });
}

/** Texts take lists. */
function listed(said: string | readonly string[]): readonly string[] {
  return typeof said === 'string' ? [said] : said;
}
