import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type ConsoleMessage,
  type Download,
  type Page,
  type Request,
  type Response,
} from 'playwright-core';
import { type Drawing, installedBrowsers, launchOptions } from '@monitor/browser';
import { afterAll, afterEach, expect } from 'vitest';
import { deep } from '../../testing/depth.ts';

export interface Visitor {
  /** Opens an address in a new page of the file's window, or of one of its own where there are options. */
  readonly visit: (address: string, options?: BrowserContextOptions) => Promise<Page>;
}

interface BrowserOptions {
  /** What pages may complain of in their console; anything else fails the file. */
  readonly expectedErrors?: RegExp;
  /** True for journeys that look at the map. Without WebGL its place says that it cannot be displayed, and everything else works. */
  readonly map?: boolean;
}

/** The browsers of this process, which goes through many files: one with WebGL and one without, each from when it is first needed. */
const browsers: { [draws in Drawing]?: Promise<Browser> } = {};

function browserThat(draws: Drawing): Promise<Browser> {
  const { executablePath, args } = launchOptions(installedBrowsers()[0] ?? '', draws);
  // Closed with the process, also by a signal.
  return (browsers[draws] ??= chromium.launch({ executablePath, args }));
}

/** The smallest window of the full layout is enough for a map that the processor draws; each further pixel costs time. */
const windows = {
  webgl: { viewport: { width: 1200, height: 600 }, deviceScaleFactor: 0.5 },
  plain: { viewport: { width: 1440, height: 900 } },
} as const satisfies Record<Drawing, BrowserContextOptions>;

/** The size of a usual window. */
export const usualSize = (draws: Drawing) => windows[draws].viewport;

export async function newWindow(draws: Drawing, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const browser = await browserThat(draws);
  const context = await browser.newContext({ ...windows[draws], reducedMotion: 'reduce', ...options });
  context.setDefaultTimeout(60_000);
  if (draws === 'webgl' && !deep) await context.addInitScript(withoutPaint);
  return context;
}

declare global {
  /** Whether the map is painted. */
  // oxlint-disable-next-line no-var -- the only way to declare what a window has
  var paintsMap: boolean | undefined;
}

/**
 * Most journeys read what is on the map from its marks and popups, where triangles that the processor would fill take a third of its
 * time. A deep run paints all.
 */
function withoutPaint(): void {
  const { prototype } = WebGL2RenderingContext;
  for (const name of ['drawArrays', 'drawArraysInstanced', 'drawElements', 'drawElementsInstanced'] as const) {
    const paint: (...given: number[]) => void = prototype[name];
    prototype[name] = function (this: WebGL2RenderingContext, ...given: number[]) {
      if (globalThis.paintsMap === true) paint.apply(this, given);
    };
  }
}

/** The map of a page is painted whenever it is drawn from here on, also where it is loaded again, for tests that look at its colours. */
export async function paintMap(page: Page): Promise<void> {
  const allow = () => void (globalThis.paintsMap = true);
  await page.addInitScript(allow);
  await page.evaluate(allow);
}

/** From here on, nobody looks at the colours of the map, until the page is loaded again. */
export async function leaveUnpainted(page: Page): Promise<void> {
  await page.evaluate(() => void (globalThis.paintsMap = false));
}

/** Fails a file where one of the pages that it watches complains, or asks another computer for anything. @param expected what they may say */
export function useComplaints(expected: RegExp): (page: Page) => void {
  const complaints: string[] = [];
  const leave: (() => void)[] = [];
  afterAll(() => {
    for (const one of leave) one();
    expect(complaints.filter((text) => !expected.test(text))).toEqual([]);
  });
  return (page) => {
    const note = (text: string) => void complaints.push(`${page.url()}: ${text}`);
    const request = (asked: Request) => {
      const { protocol, hostname } = new URL(asked.url());
      if (protocol.startsWith('http') && hostname !== '127.0.0.1') note(`asks ${asked.url()}`);
    };
    // A busy server says when to ask again, which the product does; the browser complains all the same.
    const busy = new Set<string>();
    const response = (answer: Response) => {
      if (answer.status() === 503 && Number(answer.headers()['retry-after']) > 0) busy.add(answer.url());
    };
    const pageerror = ({ message }: Error) => note(message);
    const console = (said: ConsoleMessage) => {
      if (said.type() === 'error' && !busy.has(said.location().url)) note(said.text());
    };
    page.on('request', request).on('response', response).on('pageerror', pageerror).on('console', console);
    leave.push(() => page.off('request', request).off('response', response).off('pageerror', pageerror).off('console', console));
  };
}

/**
 * A browser for the tests of one file. Visits share a window, as those of a person do, unless they want one with options of its own;
 * each test finds it without pages, and without anything that pages have stored.
 */
export function useBrowser({ expectedErrors = /^$/, map = false }: BrowserOptions = {}): Visitor {
  const draws: Drawing = map ? 'webgl' : 'plain';
  const watch = useComplaints(expectedErrors);
  const shared: { window?: BrowserContext } = {};
  /** Those of one test. */
  const others: BrowserContext[] = [];

  // Pages left open go on drawing, and slow down the next test.
  afterEach(async () => {
    await Promise.all([...others.splice(0).map((window) => window.close()), ...(shared.window?.pages() ?? []).map(forgetAndClose)]);
  });
  afterAll(() => shared.window?.close());
  return {
    async visit(address, options) {
      const window = options ? await newWindow(draws, options) : (shared.window ??= await newWindow(draws));
      if (options) others.push(window);
      const page = await window.newPage();
      watchRequests(page);
      watch(page);
      await (options?.javaScriptEnabled === false ? openDrawnPage : openPage)(page, address);
      return page;
    },
  };
}

/**
 * Leads a page to an address of the product, or loads it again without one, and waits until its script has drawn it: what the server has
 * drawn looks the same, but its buttons do nothing, and it is replaced with all that has the focus.
 */
export async function openPage(page: Page, address?: string): Promise<void> {
  await (address === undefined ? page.reload() : page.goto(address));
  // The title of a page is set when it listens to keys and presses.
  await expect.poll(() => page.evaluate(`document.getElementById('root') === null || document.title.includes(' – ')`)).toBe(true);
}

/**
 * Leads a page whose script may not run to an address, until it comes with what the server has drawn: a busy server sends a page
 * without its figures rather than late, and has them for the next visitor.
 */
async function openDrawnPage(page: Page, address: string): Promise<void> {
  const comesDrawn = async () => {
    await page.goto(address);
    return page.locator('#first-answers').count();
  };
  await expect.poll(comesDrawn).toBe(1);
}

async function forgetAndClose(page: Page): Promise<void> {
  if (page.url().startsWith('http')) await page.evaluate('localStorage.clear()');
  await page.close();
}

/** What each page asks for at the moment. */
const requestsOf = new WeakMap<Page, Set<Request>>();

/** From here on, `atRest` knows what a page asks for. */
export function watchRequests(page: Page): void {
  const underWay = new Set<Request>();
  requestsOf.set(page, underWay);
  page.on('request', (request) => {
    // Another document has nothing to do with what the one before asked for.
    if (request.isNavigationRequest()) underWay.clear();
    // What is saved has no end that a page is told of.
    if (['fetch', 'script'].includes(request.resourceType())) underWay.add(request);
  });
  const ended = (request: Request) => void underWay.delete(request);
  page.on('requestfinished', ended).on('requestfailed', ended);
}

/** Whether a page waits for anything that it has asked for. */
export const isWaiting = (page: Page): boolean => requestsOf.get(page)?.size !== 0;

/** Whether the address that a page says it is drawn at is that of its window. @param drawn undefined if it says nothing */
export function isDrawnAt(drawn: string | undefined, address: string): boolean {
  const placeOf = ({ pathname, search }: URL) => pathname + search;
  return drawn !== undefined && placeOf(new URL(drawn, address)) === placeOf(new URL(address));
}

/** Looks whether anything on a page changes, once it has nothing else to do and has drawn what it did. */
const look = async () => {
  // An idle callback would come seconds after the window was made another size, with nothing to do in between.
  await scheduler.postTask(() => {}, { priority: 'background' });
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  const signs = '[data-outdated], [data-fetching], [data-loading], [aria-busy=true]';
  // The line that tells of progress never ends: it is hidden if there is none. Letters that come move what is below them.
  const moves = ({ playState, effect }: Animation) =>
    playState === 'running' && Number(effect?.getComputedTiming().endTime) < Infinity;
  return {
    drawn: document.querySelector<HTMLElement>('[data-drawn]')?.dataset.drawn,
    address: location.href,
    changes: document.fonts.status === 'loading' || document.querySelector(signs) !== null || document.getAnimations().some(moves),
  };
};

/** Waits until a page asks for nothing more, is drawn whole, has the figures of its address and nothing on it moves. */
export async function atRest(page: Page): Promise<void> {
  const isOfProduct = (await page.locator('#root').count()) > 0;
  // Other pages do not say what they wait for.
  if (!isOfProduct) await page.waitForLoadState('networkidle');
  /** What it still does. */
  const busyWith = async (): Promise<readonly unknown[]> => {
    const requests = [...(requestsOf.get(page) ?? [])].map((one) => one.url());
    if (requests.length > 0) return requests;
    const { drawn, address, changes } = await page.evaluate(look);
    if (changes) return ['something that changes'];
    return !isOfProduct || isDrawnAt(drawn, address) ? [] : [{ drawn, address }];
  };
  // Twice, since what has come may be followed by another request, or begin to move, with the next frame only.
  await expect.poll(async () => [...(await busyWith()), ...(await busyWith())]).toEqual([]);
}

/** What a page gave to be kept. */
export async function contentOf(download: Download): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'monitor-download-'));
  try {
    const path = join(folder, 'file');
    await download.saveAs(path);
    return await readFile(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
