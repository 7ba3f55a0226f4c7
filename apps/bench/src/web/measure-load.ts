import type { Browser, Request } from 'playwright-core';
import { medianOf } from '../timing.ts';
import { type Profile, slowDown } from './profiles.ts';
import { layoutShift, readTimes, watchPage } from './watch-page.ts';

export interface LoadMeasurement {
  /** Milliseconds; 0 of a page that does not mark its first figure. */
  readonly firstFigure: number;
  readonly largestPaint: number;
  readonly shift: number;
  /** Bytes, as sent, of the scripts that the page names. All others are loaded when they are needed. */
  readonly scripts: number;
  /** Requests until the page rests. */
  readonly requests: number;
  /** Bytes as sent. */
  readonly bytes: number;
}

const visits = 3;
/** Milliseconds that a visit is given. */
const longestVisit = 60_000;

/** A page whose first visits are measured. */
export interface MeasuredPage {
  readonly path: string;
  /** What is there once its map or its picture is, or its title, where it is drawn at once. */
  readonly ready: string;
}

/** Medians of several first visits to a page, each with an empty cache. */
export async function measureLoad(
  browser: Browser,
  address: string,
  page: MeasuredPage,
  profile: Profile,
): Promise<LoadMeasurement> {
  const measured: LoadMeasurement[] = [];
  for (let visit = 0; visit < visits; visit++)
    measured.push(await measureVisit(browser, `${address}${page.path}`, page.ready, profile));
  const median = (name: keyof LoadMeasurement) => medianOf(measured.map((one) => one[name]));
  return {
    firstFigure: median('firstFigure'),
    largestPaint: median('largestPaint'),
    shift: median('shift'),
    scripts: median('scripts'),
    requests: median('requests'),
    bytes: median('bytes'),
  };
}

async function measureVisit(browser: Browser, address: string, ready: string, profile: Profile): Promise<LoadMeasurement> {
  const context = await browser.newContext(profile.window);
  try {
    const page = await context.newPage();
    await slowDown(await context.newCDPSession(page), profile);
    const requests = await watchPage(page);
    await page.goto(address, { timeout: longestVisit, waitUntil: 'commit' });
    await page.locator(ready).first().waitFor({ timeout: longestVisit });
    await page.waitForLoadState('networkidle', { timeout: longestVisit });
    if (requests.failed.length > 0) throw new Error(`What ${address} needs could not be loaded: ${requests.failed.join(', ')}`);
    const { firstFigure, largestPaint, shifts } = await readTimes(page);
    const asked = requests.toServer();
    const text = await (await fetch(address, { headers: { accept: 'text/html' } })).text();
    const named = asked.filter((request) => request.url().endsWith('.js') && text.includes(`"${new URL(request.url()).pathname}"`));
    return {
      firstFigure,
      largestPaint,
      shift: layoutShift(shifts),
      scripts: await bytesOf(named),
      requests: asked.length,
      bytes: await bytesOf(asked),
    };
  } finally {
    await context.close();
  }
}

/** Bytes of the bodies, as sent, without requests that were given up. */
async function bytesOf(requests: readonly Request[]): Promise<number> {
  const sizes = await Promise.all(
    requests.map(async (request) => {
      const answer = await request.response().catch(() => null);
      return answer === null ? 0 : (await request.sizes().catch(() => ({ responseBodySize: 0 }))).responseBodySize;
    }),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
