import { jurisdiction } from '@monitor/geography';
import { FileError, type Findings } from '../findings.ts';
import type { RawPlace } from '../raw-incident.ts';

/** Where most of the others are is of no help. */
const mostPlaces = 3;

/**
 * Counts points outside the location that their rows or the mapping say. A few are slips. If more than half are outside, the location is
 * wrong, and everybody would be counted in it.
 */
export class PointsOutside {
  #points = 0;
  #outside = 0;
  readonly #places = new Map<string, number>();

  /** @param findings of the incident, once it is placed */
  add({ lon, lat, country, country_default }: RawPlace, { warnings }: Findings): void {
    const isSaid = (country ?? country_default) !== null;
    if (!isSaid || lon === null || lat === null || warnings.some(({ kind }) => kind === 'point_impossible')) return;
    this.#points += 1;
    const place = warnings.find(({ kind }) => kind === 'point_outside' || kind === 'point_nowhere')?.word;
    if (place === undefined) return;
    this.#outside += 1;
    this.#places.set(place, (this.#places.get(place) ?? 0) + 1);
  }

  /**
   * @param files their names, for the message
   * @throws FileError if more than half of the points are outside, with where they are and what to do.
   */
  refuseMost(files: string): void {
    if (this.#outside * 2 <= this.#points) return;
    const places = [...this.#places]
      .toSorted(([, one], [, other]) => other - one)
      .slice(0, mostPlaces)
      .map(([place, count]) => `${count.toLocaleString('en')} are ${place.replaceAll(/\b[A-Z]{2}\b/g, withName)}.`);
    throw new FileError(
      `${files}: ${this.#outside.toLocaleString('en')} of ${this.#points.toLocaleString('en')} points are outside the location given, so nothing is imported. ` +
        `${places.join(' ')} If the location is wrong, correct "country", or leave it out to take it from the points. ` +
        'If it is right, correct the latitudes and longitudes, or which columns have them.',
    );
  }
}

function withName(code: string): string {
  return jurisdiction(code)?.name ?? code;
}
