import { exportFormat, exportFormatNames, filterQuery } from '@monitor/contract';
import { demoDataset, demoIncidents } from '@monitor/demo';
import { today, withoutPlace } from '@monitor/domain';
import { loadGazetteer } from '@monitor/geography/gazetteer';
import { type Database, importIncidents, numberDrafts } from '@monitor/store';
import { distinctFilter, mostLocations } from '../filters.ts';
import type { BenchContext } from '../setting/cleanup.ts';
import { startOwnDatabase } from '../setting/own-database.ts';
import { startServer } from '../setting/own-process.ts';
import { atLeast, atMost, kilobytes, medianAndSlow, milliseconds, most, perSecond, type Report } from '../report.ts';
import { type Timing, timingOf } from '../timing.ts';

interface EndpointMeasurement {
  readonly path: string;
  /** Until the last byte has come. */
  readonly whole: Timing;
  /** Median until the first byte has come, in milliseconds. */
  readonly firstByte: number;
  /** Mean bytes of an answer, uncompressed. */
  readonly meanBytes: number;
}

const requests = 40;

const downloads = exportFormatNames.map((name) => `/api/v1/incidents.${exportFormat(name).extension}`);

/**
 * Every endpoint that the server's own description names, on the demonstration data that a first start loads, one request after
 * the other and each with a filter of its own, so that nothing is answered from memory. Throws where one is left out or fails.
 */
export async function measureEndpoints(context: BenchContext): Promise<Report> {
  const own = await startOwnDatabase(context);
  const load = await loadDemo(own.database, context.signal);
  const server = await startServer({ DATABASE_URL: own.url, DEMO: 'off' }, context);
  const read = async (path: string) => (await (await fetch(server.address + path)).json()) as never;
  const { paths }: { paths: Readonly<Record<string, unknown>> } = await read('/api/openapi.json');
  const { totals }: { totals: { incidents: number } } = await read('/api/v1/summary?facets=none');
  const { items }: { items: { id: string }[] } = await read(`/api/v1/incidents?limit=${requests + 1}`);
  const { datasets }: { datasets: { slug: string }[] } = await read('/api/v1/datasets');
  const addresses = addressesOf(
    items.map(({ id }) => id),
    datasets[0]!.slug,
  );
  const forgotten = Object.keys(paths).filter((path) => !(path in addresses));
  if (forgotten.length > 0) throw new Error(`The bench does not measure ${forgotten.join(', ')}.`);
  const endpoints: EndpointMeasurement[] = [];
  for (const [path, addressOf] of Object.entries(addresses)) {
    context.tell(`  ${path}`);
    endpoints.push(await measureEndpoint(server.address, path, addressOf, context.signal));
  }
  await server.stop();
  await own.remove();
  // A download is as long as what it holds, so it is judged by when it begins.
  const timeOf = ({ path, whole, firstByte }: EndpointMeasurement) => (downloads.includes(path) ? firstByte : whole.median);
  const slowest = most(endpoints, timeOf)!;
  return {
    targets: [
      ...atMost(
        `slowest endpoint (\`${slowest.path}\`${downloads.includes(slowest.path) ? ', its first byte' : ''}), median`,
        timeOf(slowest),
        100,
        milliseconds,
      ),
      ...atLeast('demonstration data, made up and stored', totals.incidents / (load / 1000), 5_000, perSecond),
    ],
    tables: [
      {
        rows: endpoints.map(({ path, whole, firstByte, meanBytes }) => ({
          endpoint: `\`${path}\``,
          'whole answer': medianAndSlow(whole),
          'first byte': milliseconds(firstByte),
          'mean answer': kilobytes(meanBytes),
        })),
      },
    ],
  };
}

/** Loads the demonstration data as a first start does. */
async function loadDemo(database: Database, signal: AbortSignal): Promise<number> {
  const gazetteer = await loadGazetteer();
  const start = performance.now();
  await importIncidents(database, {
    dataset: demoDataset,
    format: 'demo',
    fileNames: [],
    drafts: numberDrafts(demoIncidents(gazetteer, { until: today(), seed: 1 })),
    signal,
  });
  return performance.now() - start;
}

type AddressOf = (number: number) => string;

/** What is requested from each endpoint, by its path in the description. Those without a filter get the same request each time. */
export function addressesOf(ids: readonly string[], slug: string): Readonly<Record<string, AddressOf>> {
  let turn = 0;
  const filtered = (path: AddressOf): AddressOf => {
    return (number) => `${path(number)}?${filterQuery(distinctFilter((turn += 1)))}`;
  };
  // Page and files are made of one answer, which is kept: no two of them may ask for the same.
  let lists = 0;
  const ofLocations = (path: string): AddressOf => {
    return () => `${path}?${filterQuery(mostLocations(lists++))}`;
  };
  const plain = [
    '/api/v1/codebook',
    '/api/v1/datasets',
    '/api/v1/pages/home',
    '/api/v1/pages/signals',
    '/api/openapi.json',
    '/api/docs',
    '/health/live',
    '/health/ready',
    '/metrics',
    '/catalog.jsonld',
  ];
  return {
    '/api/v1/incidents': filtered(() => '/api/v1/incidents'),
    '/api/v1/incidents/{id}': (number) => `/api/v1/incidents/${ids[number % ids.length]}`,
    '/api/v1/incidents.metadata.json': filtered(() => '/api/v1/incidents.metadata.json'),
    ...Object.fromEntries(downloads.map((path) => [path, filtered(() => path)])),
    '/api/v1/summary': filtered(() => '/api/v1/summary'),
    '/api/v1/settlements': filtered(() => '/api/v1/settlements'),
    '/api/v1/pages/explore': filtered(() => '/api/v1/pages/explore'),
    '/api/v1/pages/trends': filtered(() => '/api/v1/pages/trends'),
    '/api/v1/pages/places': (number) => `/api/v1/pages/places?${filterQuery(withoutPlace(distinctFilter(number)))}`,
    '/api/v1/pages/place': (number) => `/api/v1/pages/place?place=RS&${filterQuery(withoutPlace(distinctFilter(number)))}`,
    '/api/v1/pages/indicators': ofLocations('/api/v1/pages/indicators'),
    '/api/v1/pages/brief': (number) =>
      `/api/v1/pages/brief?country=RS&from=${2015 + (number % 10)}-01-01&to=${2015 + (number % 10)}-12-31`,
    '/api/v1/basemap/{layer}': () => '/api/v1/basemap/land',
    '/api/v1/packed': () => '/api/v1/packed',
    '/api/v1/packed/{year}': (number) => `/api/v1/packed/${2015 + (number % 10)}`,
    '/api/v1/points': filtered(() => '/api/v1/points'),
    '/api/v1/hexagons': filtered(() => '/api/v1/hexagons'),
    '/api/v1/tiles.json': filtered(() => '/api/v1/tiles.json'),
    '/api/v1/indicators': ofLocations('/api/v1/indicators'),
    '/api/v1/indicators.csv': ofLocations('/api/v1/indicators.csv'),
    '/api/v1/indicators.xlsx': ofLocations('/api/v1/indicators.xlsx'),
    '/api/v1/signals': ofLocations('/api/v1/signals'),
    '/api/v1/signals.atom': ofLocations('/api/v1/signals.atom'),
    '/api/v1/signals.csv': ofLocations('/api/v1/signals.csv'),
    '/api/v1/places': (number) => `/api/v1/places?q=${beginnings[number % beginnings.length]}`,
    '/api/v1/tiles/{z}/{x}/{y}.mvt': filtered(
      (number) => tilePaths[Math.floor(number / tilePaths.length) % tilePaths.length] ?? '',
    ),
    ...Object.fromEntries(plain.map((path) => [path, () => path])),
    // Described by a document of its own.
    '/ogc/collections/{dataset}/items': (number) => `/ogc/collections/${slug}/items?limit=100&datetime=${dayOf(number)}/..`,
  };
}

/** Days of which no two are the same. */
function dayOf(number: number): string {
  return new Date(Date.UTC(2020, 0, 1 + number)).toISOString().slice(0, 10);
}

/** Beginnings of settlements' names, as they are typed. */
const beginnings = ['sk', 'beo', 'ti', 'pri', 'sar', 'pod', 'chi', 'mo', 'd', 'ba'];

/** Tiles of all zooms around the middle of the region. */
export const tilePaths = ['2/2/1', '4/8/5', '5/17/11', '7/71/46', '10/570/368'].map((tile) => `/api/v1/tiles/${tile}.mvt`);

async function measureEndpoint(
  address: string,
  path: string,
  addressOf: AddressOf,
  signal: AbortSignal,
): Promise<EndpointMeasurement> {
  const durations: number[] = [];
  const firstBytes: number[] = [];
  let bytes = 0;
  for (let number = 0; number <= requests; number++) {
    const start = performance.now();
    const answer = await fetch(address + addressOf(number), { signal });
    const firstByte = performance.now() - start;
    bytes += (await answer.arrayBuffer()).byteLength;
    if (!answer.ok) throw new Error(`${answer.url} answers ${answer.status}.`);
    // The first request opens the connection and warms up, and is not counted.
    if (number === 0) continue;
    durations.push(performance.now() - start);
    firstBytes.push(firstByte);
  }
  return {
    path,
    whole: timingOf(durations),
    firstByte: timingOf(firstBytes).median,
    meanBytes: bytes / (requests + 1),
  };
}
