import type { Page, Request } from 'playwright-core';

/** What a page has measured since it was opened; times in milliseconds since then. */
export interface PageTimes {
  /** When its largest part was last painted; 0 if it was not. */
  readonly largestPaint: number;
  /** When its first figure was painted; 0 if it is not there yet. */
  readonly firstFigure: number;
  /** Without those that follow a press or a key at once, which a person expects. */
  readonly shifts: readonly { readonly time: number; readonly value: number }[];
}

/** Runs in the page, before anything of it. */
function watch(): void {
  const told = { largestPaint: 0, firstPaint: 0, figureThere: 0, shifts: [] as { time: number; value: number }[] };
  Object.assign(globalThis, { told });
  const observe = (type: string, note: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  observe('largest-contentful-paint', (entry) => {
    told.largestPaint = entry.startTime;
  });
  observe('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') told.firstPaint = startTime;
  });
  observe('layout-shift', (entry) => {
    const { startTime, value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
    if (!hadRecentInput) told.shifts.push({ time: startTime, value });
  });
  const look = () => {
    if (!/\d/.test(document.querySelector('[data-figure=incidents] :is(dd, a)')?.textContent ?? '')) return;
    told.figureThere = performance.now();
    changes.disconnect();
  };
  const changes = new MutationObserver(look);
  changes.observe(document, { subtree: true, childList: true, characterData: true });
}

/** Requests of a page and its workers, as they begin and end. */
export class Requests {
  readonly all: Request[] = [];
  /** Failures, without requests that the page gave up. */
  readonly failed: string[] = [];
  most = 0;
  readonly #open = new Set<Request>();

  constructor(page: Page) {
    page.on('request', (request) => {
      this.all.push(request);
      // What is in the page or in memory is not asked for.
      if (!request.url().startsWith('http')) return;
      this.#open.add(request);
      this.most = Math.max(this.most, this.#open.size);
    });
    page.on('requestfinished', (request) => this.#open.delete(request));
    page.on('requestfailed', (request) => {
      this.#open.delete(request);
      const { errorText = '' } = request.failure() ?? {};
      if (errorText !== 'net::ERR_ABORTED') this.failed.push(`${request.url()}: ${errorText}`);
    });
  }

  /** Requests to the server only, from a number on. */
  toServer(from = 0): Request[] {
    return this.all.slice(from).filter((request) => request.url().startsWith('http'));
  }

  /** Begins to count again what is open at the same time. */
  countAgain(): void {
    this.most = this.#open.size;
  }
}

export async function watchPage(page: Page): Promise<Requests> {
  await page.addInitScript(watch);
  return new Requests(page);
}

export async function readTimes(page: Page): Promise<PageTimes> {
  const told = await page.evaluate(
    () => (globalThis as unknown as { told: Omit<PageTimes, 'firstFigure'> & { firstPaint: number; figureThere: number } }).told,
  );
  // What is there before the style sheet is not painted yet.
  return { ...told, firstFigure: told.figureThere === 0 ? 0 : Math.max(told.figureThere, told.firstPaint) };
}

/** Cumulative layout shift: the largest sum within five seconds and without a second of rest. https://web.dev/articles/cls */
export function layoutShift(shifts: PageTimes['shifts']): number {
  let [most, sum, begun, last] = [0, 0, 0, Number.NEGATIVE_INFINITY];
  for (const { time, value } of shifts) {
    if (time - last > 1000 || time - begun > 5000) [sum, begun] = [0, time];
    sum += value;
    last = time;
    most = Math.max(most, sum);
  }
  return most;
}
