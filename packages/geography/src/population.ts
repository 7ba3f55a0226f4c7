export interface Population {
  readonly people: number;
  /** Year of the figure: the year asked for, or the latest known one. */
  readonly year: number;
  readonly source: string;
}

/** Population of a jurisdiction in a year, or in the nearest year known; undefined where none is known. */
export function population(_code: string, _year: number): Population | undefined {
  throw new Error('not built yet');
}
