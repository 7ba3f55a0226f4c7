import type { Dataset, IncidentDraft, IsoDate } from '@monitor/domain';
import type { Gazetteer } from '@monitor/geography/gazetteer';
import { checkRequest, drawIncidents, expectedCount } from './incidents.ts';

export { firstDate } from './calendar.ts';

/** The dataset that made-up incidents belong to. */
export const demoDataset: Dataset = {
  slug: 'demo',
  title: 'Synthetic demonstration data',
  description: 'Made-up incidents, calibrated to published totals. Not a record of real events.',
  synthetic: true,
  killed_includes_suicides: false,
  public_identifiers: true,
  licence: 'CC0-1.0',
  licence_url: 'https://creativecommons.org/publicdomain/zero/1.0/',
  attribution: 'Open Armed Violence Monitor, synthetic data',
  url: null,
};

export interface DemoOptions {
  /** Last day, included; not before `firstDate`. */
  readonly until: IsoDate;
  /** The same seed gives the same incidents. Its low 32 bits count. */
  readonly seed: number;
  /** How many incidents; by default what the calibration gives, about 38,000 from 2014 to 2025 and 3,150 in each later year. */
  readonly rows?: number;
}

/**
 * Made-up incidents for the seven monitored places, oldest first, on real settlements.
 *
 * The same seed and last day give the same drafts byte for byte. Without `rows` a later last day only adds incidents at
 * the end, and those before it stay as they were. Memory does not grow with the number of rows. Throws `RangeError` on a
 * last day that is no date or lies before 2014, and on rows that are not a whole number from 0 on.
 */
export function demoIncidents(gazetteer: Gazetteer, options: DemoOptions): Generator<IncidentDraft> {
  checkRequest(options);
  return drawIncidents(gazetteer, options);
}

/** About how many incidents those options give, exactly where `rows` says so; throws the same errors. */
export function expectedIncidents(options: Omit<DemoOptions, 'seed'>): number {
  checkRequest(options);
  return expectedCount(options);
}
