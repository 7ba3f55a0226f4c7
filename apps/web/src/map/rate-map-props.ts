import type { AreaRate, MapRates } from '@monitor/contract';

/** A map of rates. */
export interface RateMapProps {
  readonly rates: MapRates;
  /** What is counted: `Violent incidents`. */
  readonly many: string;
  /** Where a location or region leads to: path and query string. Left out in a file. */
  readonly addressOf?: (code: string) => string;
}

/** What is known of a location or region. */
export function rateIn({ of }: MapRates, code: string): AreaRate {
  return of[code] ?? { kind: 'unknown', events: 0 };
}
