import { pathToFileURL } from 'node:url';
import { filterQuery } from '@monitor/contract';
import { type Filter, without } from '@monitor/domain';
import { distinctFilter, mostLocations } from '../filters.ts';
import type { BenchContext } from '../setting/cleanup.ts';
import { type OwnServer, startServer } from '../setting/own-process.ts';
import { atMost, decimals, medianAndSlow, milliseconds, most, type Report } from '../report.ts';
import { type Timing, timingOf } from '../timing.ts';

interface ScreenMeasurement {
  readonly path: string;
  /** Requests of a visit, on average. */
  readonly requests: number;
  /** Milliseconds in which a visit waits for at least one of its first answers. */
  readonly first: Timing;
  /** The same with those of the sections further down. */
  readonly all: Timing;
}

type Ask = (path: string) => Promise<unknown>;

/** What the build makes of `apps/web/src/app/first-page.tsx`. */
interface FirstPageModule {
  readonly firstPage: (address: string, ask: Ask, whole: boolean) => Promise<unknown>;
  /** Addresses of all pages. */
  readonly pagePaths: readonly string[];
}

const built = new URL('../../../web/dist-server/first-page.js', import.meta.url);
const visits = 40;
const warmUp = 3;

/**
 * The time for which each screen waits for its figures. The screens themselves request what they need, as they do before the server sends
 * them; no two visits ask for the same, so that nothing is answered from memory. Throws where a screen is left out or a request fails.
 */
export async function measureScreens(databaseUrl: string, context: BenchContext): Promise<Report> {
  const module = (await import(pathToFileURL(built.pathname).href)) as FirstPageModule;
  const forgotten = module.pagePaths.filter((path) => !(path in screens));
  if (forgotten.length > 0) throw new Error(`The bench does not measure ${forgotten.join(', ')}.`);
  const server = await startServer({ DATABASE_URL: databaseUrl, DEMO: 'off' }, context);
  // The signals are found after the server is ready, on a thread that would take its share of the processor.
  await ask(server, '/signals', context.signal);
  const measured: ScreenMeasurement[] = [];
  for (const [path, visit] of Object.entries(screens)) {
    if (visit === undefined) continue;
    context.tell(`  ${path}`);
    measured.push(await measureScreen(module, path, visit, (one) => ask(server, one, context.signal)));
  }
  await server.stop();
  const slowest = most(measured, ({ first }) => first.slow)!;
  const target = `slowest screen (\`${slowest.path}\`): waits for its first figures, 95th percentile`;
  return {
    targets: atMost(target, slowest.first.slow, 100, milliseconds),
    tables: [
      {
        rows: measured.map(({ path, requests, first, all }) => ({
          screen: `\`${path}\``,
          requests: decimals(requests),
          'first figures': medianAndSlow(first),
          'all figures': medianAndSlow(all),
        })),
      },
    ],
  };
}

/** How a screen is visited. */
interface Visits {
  /** The address of each visit. */
  readonly addressOf: (turn: number) => string;
  /** Whether the address says nothing of what is counted, so that its requests are moved by days instead. */
  readonly isFixed?: true;
}

/** The filter of a visit where the screen has places of its own. */
const elsewhere = (turn: number): Filter => without(distinctFilter(turn), 'country', 'region', 'bbox');
const asked = (path: string, filterOf: (turn: number) => Filter): Visits => ({
  addressOf: (turn) => `${path}?${filterQuery(filterOf(turn))}`,
});

/** Each quarter of each place. */
function briefOf(turn: number): Filter {
  const places: readonly Filter[] = [{}, { country: ['RS'] }, { country: ['AL'] }, { region: ['RS-20'] }];
  const quarter = Math.floor(turn / places.length) % 4;
  const year = 2025 - Math.floor(turn / places.length / 4);
  const day = (month: number) => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
  const from = new Date(Date.UTC(year, quarter * 3, 1)).toISOString().slice(0, 10);
  return { ...places[turn % places.length], from, to: day(quarter * 3 + 3) };
}

/** The screens; undefined for those that show no figures of incidents. */
export const screens: Readonly<Record<string, Visits | undefined>> = {
  '/': { addressOf: () => '/', isFixed: true },
  '/explore': asked('/explore', distinctFilter),
  '/trends': asked('/trends', distinctFilter),
  '/places': asked('/places', elsewhere),
  '/places/$place': asked('/places/RS', elsewhere),
  '/signals': asked('/signals', (turn) => without(distinctFilter(turn), 'bbox', 'from', 'to')),
  '/indicators': asked('/indicators', mostLocations),
  '/report': asked('/report', briefOf),
  '/embed': asked('/embed', distinctFilter),
  '/data': undefined,
  '/about': undefined,
  '/methods': undefined,
};

async function measureScreen(module: FirstPageModule, path: string, visit: Visits, answer: Ask): Promise<ScreenMeasurement> {
  let turn = 0;
  const measure = async (whole: boolean) => {
    const waits: Wait[] = [];
    for (let count = 0; count < warmUp + visits; count++, turn++) {
      const number = turn;
      const wait = new Wait((one) => answer(visit.isFixed ? moved(one, number) : one));
      await module.firstPage(visit.addressOf(number), wait.ask, whole);
      if (count >= warmUp) waits.push(wait);
    }
    return {
      requests: waits.reduce((sum, one) => sum + one.requests, 0) / visits,
      waiting: timingOf(waits.map((one) => one.milliseconds)),
    };
  };
  const first = await measure(false);
  const all = await measure(true);
  return { path, requests: all.requests, first: first.waiting, all: all.waiting };
}

async function ask(server: OwnServer, path: string, signal: AbortSignal): Promise<unknown> {
  // Between the requests, since each would add a listener to the signal, and there are thousands.
  signal.throwIfAborted();
  const answer = await fetch(`${server.address}/api/v1${path}`);
  if (!answer.ok) throw new Error(`${answer.url} answers ${answer.status}: ${await answer.text()}`);
  return answer.json();
}

/** Requests of a visit, and the time in which any of them is not answered. */
class Wait {
  readonly #answer: Ask;
  #open = 0;
  #since = 0;
  milliseconds = 0;
  requests = 0;

  constructor(answer: Ask) {
    this.#answer = answer;
  }

  readonly ask = async (path: string): Promise<unknown> => {
    if (this.#open++ === 0) this.#since = performance.now();
    this.requests += 1;
    try {
      return await this.#answer(path);
    } finally {
      if (--this.#open === 0) this.milliseconds += performance.now() - this.#since;
    }
  };
}

/** A request for the same number of days, some days earlier; one without a period, up to a day that no other has. */
function moved(path: string, days: number): string {
  const [name = '', query = ''] = path.split('?');
  if (name !== '/summary') return path;
  const parameters = new URLSearchParams(query);
  const move = (key: string, otherwise: string | undefined) => {
    const day = parameters.get(key) ?? otherwise;
    if (day !== undefined) parameters.set(key, new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10));
  };
  const hasPeriod = parameters.has('from') || parameters.has('to');
  move('from', undefined);
  move('to', hasPeriod ? undefined : '2030-12-31');
  return `${name}?${parameters.toString()}`;
}
