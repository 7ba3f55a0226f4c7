import type { Point } from '@monitor/geography';
import { latitudeAndLongitude, slips } from './slips.ts';

/** Points that are in no location, and what may be wrong with them. */
export interface Strays {
  /** All of them. */
  readonly points: number;
  readonly hints: readonly Hint[];
}

interface Hint {
  /** What seems to be wrong. */
  readonly text: string;
  /** How many of them would then be among the others. */
  readonly points: number;
  /** One of them as it is and as it would be, to about a kilometre. */
  readonly from: string;
  readonly to: string;
}

/** Different points in no location that are remembered. */
const mostStrays = 1000;
/** The share of the other points that is around a place at which a point is among them, and the least of them. */
const shareAround = 0.05;
const leastAround = 5;

/**
 * Looks for slips in points that are in no location: with one digit more, for example, they would be among the other points of the file.
 * Memory does not grow with the files: the others are counted in squares of a degree.
 */
export class StrayPoints {
  readonly #squares = new Map<string, number>();
  #others = 0;
  readonly #strays = new Map<string, { readonly point: Point; count: number }>();
  #points = 0;

  /** @param isLocated whether it is in a location */
  add(point: Point, isLocated: boolean): void {
    if (isLocated) {
      this.#others += 1;
      const square = squareOf(point);
      this.#squares.set(square, (this.#squares.get(square) ?? 0) + 1);
      return;
    }
    this.#points += 1;
    const key = `${point.lat} ${point.lon}`;
    const known = this.#strays.get(key);
    if (known) known.count += 1;
    else if (this.#strays.size < mostStrays) this.#strays.set(key, { point, count: 1 });
  }

  /** Undefined if there are none. */
  get found(): Strays | undefined {
    if (this.#points === 0) return undefined;
    const hints = new Map<string, Hint>();
    for (const { point, count } of this.#strays.values()) {
      const [best] = slips(point)
        .map(({ text, moved }) => ({ text, moved, around: this.#around(moved) }))
        .filter(({ around }) => around >= Math.max(leastAround, this.#others * shareAround))
        .toSorted((one, other) => other.around - one.around);
      if (!best) continue;
      const { text, moved } = best;
      const known = hints.get(text) ?? { text, points: 0, from: latitudeAndLongitude(point), to: latitudeAndLongitude(moved) };
      hints.set(text, { ...known, points: known.points + count });
    }
    return { points: this.#points, hints: [...hints.values()].toSorted((one, other) => other.points - one.points) };
  }

  /** How many others are in the square of a point and those next to it. */
  #around({ lon, lat }: Point): number {
    const steps = [-1, 0, 1];
    return steps
      .flatMap((east) => steps.map((north) => this.#squares.get(squareOf({ lon: lon + east, lat: lat + north })) ?? 0))
      .reduce((sum, count) => sum + count, 0);
  }
}

function squareOf({ lon, lat }: Point): string {
  return `${Math.floor(lat)} ${Math.floor(lon)}`;
}
