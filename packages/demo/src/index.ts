import type { Dataset, IncidentDraft, IsoDate } from '@monitor/domain';
import type { Gazetteer } from '@monitor/geography/gazetteer';

/** The dataset that made-up incidents belong to. */
export const demoDataset: Dataset = {
  slug: 'demo',
  title: 'Synthetic demonstration data',
  description: 'Made-up incidents, calibrated to published totals. Not a record of real events.',
  synthetic: true,
  licence: 'CC0-1.0',
  licence_url: 'https://creativecommons.org/publicdomain/zero/1.0/',
  attribution: 'Open Armed Violence Monitor, synthetic data',
  url: null,
};

export interface DemoOptions {
  /** Last day, included. */
  readonly until: IsoDate;
  /** The same seed gives the same incidents. */
  readonly seed: number;
  /** How many incidents; by default what the calibration gives, about 41,000 from 2014 to 2025. */
  readonly rows?: number;
}

/** Made-up incidents for the seven monitored places, oldest first, on real settlements. */
export function* demoIncidents(_gazetteer: Gazetteer, _options: DemoOptions): Generator<IncidentDraft> {
  throw new Error('not built yet');
}
