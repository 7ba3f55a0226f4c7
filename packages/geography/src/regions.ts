import { regionRows } from './region-table.ts';

export interface Region {
  /** ISO 3166-2 code such as `RS-20`; made-up ones (`XK-01` …) where ISO has none. */
  readonly code: string;
  readonly jurisdiction: string;
  /**
   * Name in the local spelling, romanised where the local script is Cyrillic, in English where that is what the
   * statistical office itself prints (North Macedonia); both names in Kosovo*.
   */
  readonly name: string;
}

/** First-level regions of all jurisdictions that have them here, by code. */
export const regions: readonly Region[] = regionRows
  .flatMap(([jurisdiction, rows]) => rows.map(([suffix, name]) => ({ code: `${jurisdiction}-${suffix}`, jurisdiction, name })))
  .sort((a, b) => (a.code < b.code ? -1 : 1));

const byCode = new Map(regions.map((entry) => [entry.code, entry]));

/** The region of a code, or undefined. */
export function region(code: string): Region | undefined {
  return byCode.get(code);
}
