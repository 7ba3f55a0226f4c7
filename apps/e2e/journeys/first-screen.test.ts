import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { countOf } from '../ask.ts';
import { drawnPage } from '../drawn-page.ts';
import { keyFigure } from '../figures.ts';
import { atRest, openPage, useBrowser } from '../visit.ts';

const address = inject('address');
const { visit } = useBrowser();
const kilobyte = 1000;

/** Bytes, gzipped, of the scripts that the page names, and the names of all of them. */
async function firstScripts(): Promise<{ bytes: number; names: string[] }> {
  const page = await (await fetch(`${address}/explore`)).text();
  const names = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+\.js)"/g)].map(([, name]) => String(name));
  const sizes = await Promise.all(
    names.map(async (name) => gzipSync(await (await fetch(new URL(name, address))).arrayBuffer()).byteLength),
  );
  return { bytes: sizes.reduce((sum, size) => sum + size, 0), names };
}

test('the JavaScript before map, charts, rows and menus is under 200 kB gzipped in few files, and none of them is in it', async () => {
  const { bytes, names } = await firstScripts();
  expect(names.length).toBeGreaterThan(1);
  expect(names.length).toBeLessThan(6);
  expect(bytes).toBeLessThan(200 * kilobyte);
  expect(bytes).toBeGreaterThan(100 * kilobyte);
  expect(names.filter((name) => /maplibre|map|chart|rows|menu|panel/i.test(name))).toEqual([]);
});

test('the server draws pages with React as people run it, whatever it is told of where it runs', async () => {
  const program = await readFile(new URL('../../web/dist-server/first-page.js', import.meta.url), 'utf8');
  // A warning to developers.
  expect(program.includes('Each child in a list should have a unique')).toBe(false);
});

/** The answers that the server sends along with a page, as text. */
async function firstAnswersAt(path: string): Promise<string> {
  const page = await drawnPage(address + path);
  return /<script type="application\/json" id="first-answers">(.*?)<\/script>/s.exec(page)![1]!;
}

interface ExploreAnswer {
  readonly data: {
    readonly sides: readonly [{ readonly query: string; readonly summary: { readonly totals: { incidents: number } } }];
  };
}

test.each(['', '?country=AL,RS&measure=killed'])('the first figures come with the page: %s', async (query) => {
  const answers = JSON.parse(await firstAnswersAt(`/explore${query}`)) as { readonly key: string[]; readonly data: unknown }[];
  const page = answers.find(({ key }) => key.includes('explore'))?.data as ExploreAnswer;
  const [side] = page.data.sides;
  // Without a query, it opens on the latest months.
  expect(side.query).toMatch(query === '' ? /^from=/ : /^country=AL,RS$/);
  expect(side.summary.totals.incidents).toBe(await countOf(side.query));
});

test('what an address says cannot leave the data within the page', async () => {
  const words = '</script><b>';
  const answers = JSON.parse(await firstAnswersAt(`/explore?q=${encodeURIComponent(words)}`)) as unknown[];
  // A busy server sends fewer of them along.
  expect(answers).not.toEqual([]);
  expect(decodeURIComponent(JSON.stringify(answers))).toContain(words);
});

const query = '?country=RS&from=2024-01-01&to=2024-12-31';

test('the page shows its figures without a script, and they move nowhere when the page itself takes over, which asks for none of them again', async () => {
  const incidents = await countOf(query.slice(1));
  const still = await visit(`${address}/explore${query}&measure=killed`, { javaScriptEnabled: false });
  expect(await keyFigure(still, 'incidents')).toBe(incidents);
  // It cannot know from which address and on which day somebody prints it.
  expect(await still.getByText('Printed on').count()).toBe(0);

  const live = await visit('about:blank', {});
  await live.addInitScript(recordFigures);
  const asked: string[] = [];
  live.on('request', (request) => asked.push(new URL(request.url()).pathname));
  // A busy server sends a page without its figures rather than late, and has them for the next visitor.
  const comesWithFigures = async () => {
    asked.length = 0;
    await openPage(live, `${address}/explore${query}&measure=killed`);
    return live.locator('#first-answers').count();
  };
  await expect.poll(comesWithFigures).toBe(1);
  await live.getByRole('region', { name: 'Table' }).getByRole('link').first().waitFor();
  await atRest(live);
  expect(await keyFigure(live, 'incidents')).toBe(incidents);
  expect(asked.filter((path) => /\/api\/v1\/(?:pages\/explore|datasets)$/.test(path))).toEqual([]);
  // While the page took over, they were never away.
  expect(await live.evaluate('recordedFigures')).toEqual([await live.locator('[data-figure=incidents]').textContent()]);
  await expectFonts(live);

  const places = (page: Page) =>
    page.locator('header, [data-figure], h2').evaluateAll((elements) =>
      elements
        .filter((element) => element.checkVisibility() && element.getBoundingClientRect().width > 2)
        .map((element) => [
          element.textContent,
          Math.round(element.getBoundingClientRect().x),
          Math.round(element.getBoundingClientRect().y),
        ])
        .filter(([text]) => text !== ''),
    );
  expect((await places(still)).length).toBeGreaterThan(6);
  // The letters of both are measured once their fonts have come.
  const moved = async () => {
    const taken = new Set((await places(live)).map(String));
    return (await places(still)).map(String).filter((one) => !taken.has(one));
  };
  await expect.poll(moved).toEqual([]);

  // Which form the filters have is decided by the style sheet alone.
  const side = still.getByRole('complementary', { name: 'Filters' });
  const sheet = still.getByRole('button', { name: /^Filters/ });
  for (const [width, isWide] of [
    [1440, true],
    [390, false],
  ] as const) {
    await still.setViewportSize({ width, height: 900 });
    expect([await side.isVisible(), await sheet.isVisible()]).toEqual([isWide, !isWide]);
  }
  expect(await keyFigure(still, 'incidents')).toBe(incidents);
});

/** Records within a page what its first figure says from when it is there, and each time that it says something else or is away. */
function recordFigures(): void {
  const recorded: string[] = [];
  Object.assign(globalThis, { recordedFigures: recorded });
  new MutationObserver(() => {
    const text = document.querySelector('[data-figure=incidents]')?.textContent;
    if ((text !== undefined || recorded.length > 0) && recorded.at(-1) !== (text ?? 'away')) recorded.push(text ?? 'away');
  }).observe(document, { childList: true, subtree: true, characterData: true });
}

/** The fonts of a first visit are under 70 kB, and the first of them is asked for by the page itself. */
async function expectFonts(page: Page): Promise<void> {
  const fonts = await page.evaluate(() =>
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter(({ name }) => name.endsWith('.woff2'))
      .map(({ name, encodedBodySize, initiatorType }) => ({ name, bytes: encodedBodySize, initiatorType })),
  );
  expect(fonts[0]).toMatchObject({ name: expect.stringMatching(/noto-sans-latin-/), initiatorType: 'link' });
  expect(fonts.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(70 * kilobyte);
}

test('a page that the browser has already is not sent again', async () => {
  let tag = '';
  const again = async () => {
    const page = await fetch(address, { headers: { accept: 'text/html', 'if-none-match': tag } });
    tag = page.headers.get('etag') ?? tag;
    return page.status;
  };
  // A busy server sends a page without its figures first, which is another one.
  await expect.poll(again).toBe(304);
  const other = await fetch(`${address}/explore?country=AL`, { headers: { accept: 'text/html', 'if-none-match': tag } });
  expect(other.status).toBe(200);
});
