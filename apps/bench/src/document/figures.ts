import type { Timing } from '../timing.ts';

/** At least this many significant digits, and all digits before the point. */
function digits(value: number, significant = 2): string {
  if (!Number.isFinite(value)) return '–';
  const whole = value === 0 ? 1 : Math.floor(Math.log10(Math.abs(value))) + 1;
  return value.toLocaleString('en', { maximumFractionDigits: Math.max(0, significant - whole), useGrouping: true });
}

export const milliseconds = (value: number) => (Number.isFinite(value) ? `${digits(value)} ms` : '–');
export const seconds = (value: number) => `${digits(value / 1000)} s`;
export const kilobytes = (bytes: number) => `${digits(bytes / 1000)} kB`;
export const megabytes = (bytes: number) => `${digits(bytes / 1e6)} MB`;
export const count = (value: number) => Math.round(value).toLocaleString('en');
export const perSecond = (value: number) => `${count(value)} a second`;
export const decimals = (value: number) => digits(value, 3);
export const percent = (part: number) => `${decimals(100 * part)}%`;
export const times = (value: number) => `${digits(value)} ×`;

/** Median and 95th percentile. */
export const medianAndSlow = (timing?: Timing) => (timing ? `${milliseconds(timing.median)} (${digits(timing.slow)})` : '');
