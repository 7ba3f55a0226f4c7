/** Points that are counted at a time. */
const places = 10_000;

/** Incidents on one exact point from which on it is likely the middle of something. */
const many = 25;

/**
 * Counts points and keeps those that come most often, in memory that does not grow with the files (Misra and Gries, "Finding repeated
 * elements", 1982). Up to 10,000 different points the counts are exact; of more, each is at most one ten-thousandth of all incidents too low.
 */
export class RepeatedPoints {
  readonly #counts = new Map<string, number>();

  /** @param lon in degrees */
  add(lon: number, lat: number): void {
    const key = `latitude ${lat}, longitude ${lon}`;
    const count = this.#counts.get(key);
    if (count !== undefined) this.#counts.set(key, count + 1);
    else if (this.#counts.size < places) this.#counts.set(key, 1);
    else
      for (const [one, counted] of this.#counts)
        if (counted > 1) this.#counts.set(one, counted - 1);
        else this.#counts.delete(one);
  }

  /** Points that many incidents have, the most frequent first. */
  get clusters(): { readonly point: string; readonly count: number }[] {
    return [...this.#counts]
      .filter(([, count]) => count >= many)
      .map(([point, count]) => ({ point, count }))
      .toSorted((one, other) => other.count - one.count);
  }
}
