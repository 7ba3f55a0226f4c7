export interface Region {
  /** ISO 3166-2 code such as `RS-20`; made-up ones (`XK-01` …) where ISO has none. */
  readonly code: string;
  readonly jurisdiction: string;
  readonly name: string;
}

/** First-level regions of all jurisdictions, by code. */
export const regions: readonly Region[] = [];

/** The region of a code, or undefined. */
export function region(_code: string): Region | undefined {
  throw new Error('not built yet');
}
