/** The box around all points that it is given. */
export class Bounds {
  #box: [west: number, south: number, east: number, north: number] | undefined;

  widen({ lon, lat }: { readonly lon: number | null; readonly lat: number | null }): void {
    if (lon === null || lat === null) return;
    const [west, south, east, north] = this.#box ?? [lon, lat, lon, lat];
    this.#box = [Math.min(west, lon), Math.min(south, lat), Math.max(east, lon), Math.max(north, lat)];
  }

  /** West, south, east and north; undefined without a point. */
  get box() {
    return this.#box;
  }
}
