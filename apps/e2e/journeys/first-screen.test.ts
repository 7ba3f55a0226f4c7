import { gzipSync } from 'node:zlib';
import { expect, inject, test } from 'vitest';
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

test('the fonts of a first visit are under 70 kB, the first of them asked for by the page itself', async () => {
  const page = await visit(`${address}/explore`);
  await page.getByRole('region', { name: 'Table' }).getByRole('link').first().waitFor();
  await atRest(page);
  const fonts = await page.evaluate(() =>
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter(({ name }) => name.endsWith('.woff2'))
      .map(({ name, encodedBodySize, initiatorType }) => ({ name, bytes: encodedBodySize, initiatorType })),
  );
  expect(fonts[0]).toMatchObject({ name: expect.stringMatching(/noto-sans-latin-/), initiatorType: 'link' });
  expect(fonts.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(70 * kilobyte);
});

test('the fonts have the letters of every name in the region, and figures of one width', async () => {
  const page = await visit(`${address}/about`);
  const { loaded, widths } = await page.evaluate(async () => {
    const letters = 'ČĆĐŠŽčćđšž ĂÂÎȘȚăâîșț Ëëç Ђћљњџ Київ';
    const faces = await document.fonts.load("650 13px 'Noto Sans Variable'", letters);
    const line = document.createElement('span');
    document.body.append(line);
    const width = (text: string) => {
      line.textContent = text;
      return Math.round(line.getBoundingClientRect().width * 10);
    };
    return { loaded: faces.map(({ status }) => status), widths: ['1111', '8888', '0404'].map(width) };
  });
  expect(loaded).toEqual(['loaded', 'loaded', 'loaded']);
  expect(new Set(widths).size).toBe(1);
});

/** The answers that the server sends along with a page, as text. */
async function firstAnswersAt(path: string): Promise<string> {
  const page = await drawnPage(address + path);
  return /<script type="application\/json" id="first-answers">(.*?)<\/script>/s.exec(page)![1]!;
}

test.each(['', '?country=RS&from=2024-01-01&to=2024-12-31', '?country=AL,RS&measure=killed'])(
  'the first figures come with the page: %s',
  async (query) => {
    const page = await visit('about:blank');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    // A busy server sends a page without its figures rather than late, and has them for the next visitor.
    const comesWithFigures = async () => {
      asked.length = 0;
      await openPage(page, `${address}/explore${query}`);
      return page.locator('#first-answers').count();
    };
    await expect.poll(comesWithFigures).toBe(1);
    const shown = await keyFigure(page, 'incidents');
    await page.waitForLoadState('networkidle');
    const filter = new URL(page.url()).search.slice(1).replace(/&?measure=\w+/, '');
    const { totals } = (await (await fetch(`${address}/api/v1/summary?${filter}&facets=none`)).json()) as {
      totals: { incidents: number };
    };
    expect(shown).toBe(totals.incidents);
    expect(asked.filter((path) => /\/(?:summary|datasets)$/.test(path))).toEqual([]);
  },
);

test('what an address says cannot leave the data within the page', async () => {
  const data = await firstAnswersAt(`/explore?q=${encodeURIComponent('</script><b>')}`);
  expect((JSON.parse(data) as unknown[]).length).toBeGreaterThan(2);
});

test('the page shows its figures without a script, on a wide window and on a phone', async () => {
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ]) {
    const page = await visit(`${address}/explore?country=AL&measure=killed`, { viewport, javaScriptEnabled: false });
    const { totals } = (await (await fetch(`${address}/api/v1/summary?country=AL&facets=none`)).json()) as {
      totals: { incidents: number };
    };
    expect(await keyFigure(page, 'incidents')).toBe(totals.incidents);
    const filters = {
      side: page.getByRole('complementary', { name: 'Filters' }),
      sheet: page.getByRole('button', { name: /^Filters/ }),
    };
    expect([await filters.side.isVisible(), await filters.sheet.isVisible()]).toEqual([viewport.width > 900, viewport.width < 900]);
  }
});

test('what the server has drawn moves nowhere when the page itself takes over', async () => {
  const query = '?country=RS&from=2024-01-01&to=2024-12-31';
  const still = await visit(`${address}/explore${query}`, { javaScriptEnabled: false });
  const live = await visit(`${address}/explore${query}`, {});
  await live.getByRole('region', { name: 'Table' }).getByRole('link').first().waitFor();
  await atRest(live);
  const places = (page: typeof live) =>
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
});

test('a page that the browser has already is not sent again', async () => {
  const page = await fetch(address, { headers: { accept: 'text/html' } });
  const tag = page.headers.get('etag') ?? '';
  expect((await fetch(address, { headers: { accept: 'text/html', 'if-none-match': tag } })).status).toBe(304);
  const other = await fetch(`${address}/explore?country=AL`, { headers: { accept: 'text/html', 'if-none-match': tag } });
  expect(other.status).toBe(200);
});
