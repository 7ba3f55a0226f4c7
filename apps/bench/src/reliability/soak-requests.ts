import { answerLimits } from '@monitor/api/answer-limits';
import { exportFormat, exportFormatNames, filterQuery } from '@monitor/contract';
import { crossingPolygon, distinctFilter } from '../filters.ts';

/** Requests of one kind, which a client of their own sends at a steady pace. */
export interface SoakRequests {
  readonly kind: string;
  readonly aMinute: number;
  /** Milliseconds that the product allows for an answer, and until the first byte of a download. */
  readonly limit: number;
  readonly beginningLimit?: number;
  readonly addressOf: (number: number) => string;
}

const downloads: readonly string[] = exportFormatNames.map((name) => `/api/v1/incidents.${exportFormat(name).extension}`);

/** Of those endpoints that people use more than others. */
const aMinute: Readonly<Record<string, number>> = {
  '/api/v1/summary': 120,
  '/api/v1/tiles/{z}/{x}/{y}.mvt': 120,
  '/api/v1/incidents': 60,
  '/api/v1/incidents/{id}': 60,
  '/api/v1/settlements': 20,
  '/health/ready': 60,
};
const usualAMinute = 4;

const limits: Readonly<Record<string, Partial<SoakRequests>>> = {
  '/health/ready': { limit: answerLimits.readiness },
  ...Object.fromEntries(
    downloads.map((path) => [path, { aMinute: 1, limit: answerLimits.download, beginningLimit: answerLimits.downloadBeginning }]),
  ),
};

/**
 * What is requested while the product is soaked: every endpoint of `addresses`, pages as they are opened, what is answered from memory,
 * and polygons. The metrics are left out: each look at them forgets the delays of the event loop before, which are watched here.
 */
export function soakRequests(addresses: Readonly<Record<string, (number: number) => string>>): readonly SoakRequests[] {
  const limit = answerLimits.answer;
  let polygons = 0;
  const polygon = (path: string) => () => `${path}?${filterQuery(crossingPolygon((polygons += 1)))}`;
  return [
    ...Object.entries(addresses)
      .filter(([path]) => path !== '/metrics')
      .map(([path, addressOf]) => ({
        kind: `\`${path}\``,
        aMinute: aMinute[path] ?? usualAMinute,
        limit,
        addressOf,
        ...limits[path],
      })),
    { kind: 'summary, the same again', aMinute: 120, limit, addressOf: () => '/api/v1/summary' },
    { kind: 'tile, the same again', aMinute: 60, limit, addressOf: () => '/api/v1/tiles/4/8/5.mvt' },
    { kind: 'summary of a polygon', aMinute: 30, limit, addressOf: polygon('/api/v1/summary') },
    { kind: 'list of a polygon', aMinute: 15, limit, addressOf: polygon('/api/v1/incidents') },
    { kind: 'page as it is opened', aMinute: 30, limit, addressOf: (number) => `/explore?${filterQuery(distinctFilter(number))}` },
  ];
}
