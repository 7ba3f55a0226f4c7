import type { Voice } from './voice.ts';

/** A point of the Earth as people write it: `43.21° W`, `22.91° S`. @param digits decimals of its degrees */
export function degreeWords(lon: number, lat: number, { t, number }: Voice, digits: number): { lon: string; lat: string } {
  const on = (side: 'east' | 'west' | 'north' | 'south', degrees: number) =>
    t(`filter.degrees.${side}`, { degrees: number.decimal(Math.abs(degrees), digits) });
  return { lon: on(lon < 0 ? 'west' : 'east', lon), lat: on(lat < 0 ? 'south' : 'north', lat) };
}

/** Both: `22.91° S, 43.21° W`. */
export function pointWords(lon: number, lat: number, voice: Voice, digits: number): string {
  return voice.t('filter.degrees.point', degreeWords(lon, lat, voice, digits));
}
