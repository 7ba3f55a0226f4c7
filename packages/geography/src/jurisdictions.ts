/** A place with its own code in this system; "location" in the interface. */
export interface Jurisdiction {
  /** ISO 3166-1 alpha-2, and XK for Kosovo*. */
  readonly code: string;
  readonly iso3: string;
  /** English name as it must be printed, with its asterisk where a footnote belongs to it. */
  readonly name: string;
  /** Footnote of the name, or null. */
  readonly note: string | null;
  /** True for the seven places of the Armed Violence Monitoring Platform. */
  readonly monitored: boolean;
}

/** All jurisdictions that an incident can lie in, monitored ones first, then by name. */
export const jurisdictions: readonly Jurisdiction[] = [];

/** The jurisdiction of a code, or undefined. */
export function jurisdiction(_code: string): Jurisdiction | undefined {
  throw new Error('not built yet');
}

/** The code behind any spelling that packages and files use: alpha-2, alpha-3, XKX, UNK, KOS, KV, -2, -99, or a name in any case. */
export function jurisdictionCode(_text: string): string | undefined {
  throw new Error('not built yet');
}
