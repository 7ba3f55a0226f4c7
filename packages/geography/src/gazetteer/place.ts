/** A settlement of the gazetteer, or a quarter of one. */
export interface Place {
  /** GeoNames identifier. */
  readonly id: number;
  /** Name in the local script and spelling, as printed. */
  readonly name: string;
  /** The name in Latin letters, where `name` is in others. */
  readonly latin?: string;
  readonly jurisdiction: string;
  readonly region: string | null;
  readonly lon: number;
  readonly lat: number;
  readonly population: number;
  /** The settlement that it is a quarter of. */
  readonly partOf?: Place;
}
