import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyRequest } from 'fastify';
import { readDatasetsAtVersion } from '@monitor/store';
import { schemaOrgDatasets } from '../catalog/schema-org.ts';
import type { Services } from '../services.ts';
import { pathOf } from './logging.ts';
import { originOf } from './origin.ts';
import { dataElement } from '@monitor/engine';

/** The page that lists the datasets. */
const pageOfDatasets = '/data';
/** How many milliseconds a page waits for its description. */
const longestWait = 500;

/**
 * Describes the datasets inside the page that lists them, for search engines. Browsers do not run the element, since its type is not that
 * of a script, and so the content security policy lets it be. The page stays as it is where the database is not available.
 */
export async function describeDatasets(
  request: FastifyRequest,
  page: Buffer,
  { database, settings }: Pick<Services, 'database' | 'settings'>,
): Promise<Buffer> {
  if (pathOf(request) !== pageOfDatasets) return page;
  const read = readDatasetsAtVersion(database, { signal: request.signal }).catch(() => undefined);
  const list = await Promise.race([read, pause(longestWait, undefined, { ref: false })]);
  if (list === undefined) return page;
  const element = dataElement(schemaOrgDatasets({ ...list, origin: originOf(request), settings }), 'type="application/ld+json"');
  const described = page.toString().replace('</head>', () => `${element}</head>`);
  return Buffer.from(described);
}
