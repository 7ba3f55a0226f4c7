import { parse } from 'csv-parse/sync';
import type { Locator, Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { ask } from '../ask.ts';
import { filesOfFigures } from '../figure-files.ts';
import { keyFigure } from '../figures.ts';
import { atRest, useBrowser } from '../visit.ts';

/* The pictures beside the map, on the screen and in files. */

const address = inject('address');
const { visit } = useBrowser();

const cardOf = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const pictureOf = (card: Locator) => card.locator('svg[font-size]');

test('pictures have their texts whole and their buttons in place, and their files are light and have all that the screen has', async () => {
  const page = await visit(`${address}/explore?country=RS,XK&from=2022-01-01&to=2024-12-31`, { colorScheme: 'dark' });
  await keyFigure(page, 'incidents');
  const bars = cardOf(page, 'Incidents by type');
  await pictureOf(bars).locator('g').first().waitFor();
  await atRest(page);
  await expectButtonsOverBars(bars);
  await expectFiles(page);

  // What is chosen is bold, and so wider.
  await bars.getByRole('listitem').getByRole('button').nth(1).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/type=criminal_context/);
  await bars.getByRole('button', { name: /^Criminal context [\d,]+$/, pressed: true }).waitFor();
  await bars.getByRole('listitem').getByRole('button').nth(4).click();
  for (const width of [1440, 390, 320]) {
    await page.setViewportSize({ width, height: 900 });
    await atRest(page);
    await expectWholeTexts(page);
    await expectCellsInPlace(cardOf(page, 'Day and time'));
    if (width === 390) await expectSameTexts(page);
  }
});

/** Over each bar lies its button, which names it. */
async function expectButtonsOverBars(card: Locator): Promise<void> {
  // All of one moment: between two looks the page can have moved.
  const { bars, pressable } = await card.evaluate((element) => {
    const found = (selector: string) => [...element.querySelectorAll(selector)];
    const placed = (one: Element) => ({
      box: one.getBoundingClientRect().toJSON() as DOMRect,
      name: one.getAttribute('aria-label'),
    });
    const wordsOf = (bar: Element) => [...bar.querySelectorAll('text')].map((text) => text.textContent).join(' ');
    return {
      bars: found('svg[font-size] g').map((bar) => ({ ...placed(bar), name: wordsOf(bar) })),
      pressable: found('li button').map(placed),
    };
  });
  expect(bars.length).toBeGreaterThan(5);
  expect(pressable.map(({ name }) => name)).toEqual(bars.map(({ name }) => name));
  for (const [index, { box: bar }] of bars.entries()) {
    const { box: button } = pressable[index]!;
    expect(button.height).toBeGreaterThanOrEqual(24);
    expect([button.x <= bar.x, button.x + button.width >= bar.x + bar.width]).toEqual([true, true]);
    expect(Math.abs(bar.y + bar.height / 2 - button.y - button.height / 2)).toBeLessThan(1);
  }
}

/** The cells that are read out lie on those that are seen. */
async function expectCellsInPlace(card: Locator): Promise<void> {
  const { seen, read } = await card.evaluate((element) => {
    const boxes = (selector: string) =>
      [...element.querySelectorAll(selector)]
        .map((one) => one.getBoundingClientRect())
        .map(({ x, y }) => [Math.round(x), Math.round(y)]);
    return { seen: boxes('[data-strength] > rect'), read: boxes('tbody td[title]') };
  });
  expect(seen.length).toBeGreaterThan(20);
  expect(read).toHaveLength(seen.length);
  const apart = read.filter(([x = 0, y = 0], index) => {
    const [left = 0, top = 0] = seen[index] ?? [];
    return Math.abs(x - left) > 1 || Math.abs(y - top) > 1;
  });
  expect(apart).toEqual([]);
}

/** No text of a picture is cut or crossed. */
async function expectWholeTexts(page: Page): Promise<void> {
  const cards = page.getByRole('region', { name: 'Charts', exact: true }).locator('> div > section');
  expect(await cards.count()).toBeGreaterThan(5);
  for (const card of await cards.all()) {
    const picture = card.locator('svg[font-size], svg.recharts-surface');
    const name = `${await card.getAttribute('aria-label')}, ${page.viewportSize()!.width} pixels`;
    await expect.poll(() => spoiltTexts(picture), { message: name }).toEqual([]);
  }
}

/** Texts that leave a picture by more than a letter's rounding, or run into a shape that they do not stand on. */
function spoiltTexts(picture: Locator): Promise<string[]> {
  return picture.evaluate((svg) => {
    const frame = svg.getBoundingClientRect();
    const boxes = (selector: string) =>
      [...svg.querySelectorAll(selector)].map((one) => [one, one.getBoundingClientRect()] as const);
    const shapes = boxes('rect');
    return boxes('text').flatMap(([text, box]) => {
      const isOut = box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 2;
      const isCrossed = shapes.some(([, shape]) => {
        const apart = shape.right <= box.left || shape.left >= box.right || shape.bottom <= box.top || shape.top >= box.bottom;
        const within = shape.left <= box.left && shape.right >= box.right;
        return !apart && !within;
      });
      return isOut || isCrossed ? [text.textContent] : [];
    });
  });
}

/** Files of a dark page are light, bring their font, say what they are of, and have all bars, with the texts of the screen. */
async function expectFiles(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
  const [trend] = await filesOfFigures(page, ['SVG', 'PNG'], 'All incidents per');
  const svg = trend!.files.SVG;
  const dark = { paper: '#1b2026', ink: 'rgb(236, 239, 242)', line: 'rgb(127, 176, 224)' };
  // Not the whole file in a failure's message: it holds a font.
  expect(Object.values(dark).filter((colour) => svg.includes(colour))).toEqual([]);
  expect(svg.includes('rgb(47, 93, 138)')).toBe(true);
  expect(/@font-face\{[^}]*Noto Sans[^}]*url\(data:font\/woff2;base64,/.test(svg)).toBe(true);
  const said = [trend!.name, 'Filter: Period: 2022–2024; Location: Serbia, Kosovo*', 'Source: ', 'Downloaded on '];
  expect(said.filter((words) => !svg.includes(words))).toEqual([]);
  expect(await cornerOf(page, trend!.files.PNG)).toEqual([255, 255, 255, 255]);

  const query = new URL(page.url()).search;
  const { facets } = await ask<{ facets: { type: { incidents: number }[] } }>(`summary${query}&facets=type`);
  const counts = facets.type.map(({ incidents }) => incidents);
  const card = cardOf(page, 'Incidents by type');
  expect(await card.getByRole('listitem').count()).toBeLessThan(counts.length);
  const [bars] = await filesOfFigures(page, ['SVG', 'CSV'], 'Incidents by type');
  const rows = parse<Record<string, string>>(bars!.files.CSV, { columns: true });
  expect(rows.map((row) => Number(row['Incidents']))).toEqual(counts);
  expect([bars!.files.SVG.includes('rgb(28, 33, 39)'), bars!.files.SVG.includes('rgb(236, 239, 242)')]).toEqual([true, false]);
  await card.getByRole('button', { name: /as a table/ }).click();
  await expect.poll(() => card.getByRole('row').count()).toBe(counts.length + 1);
  await card.getByRole('button', { name: /as a table/ }).click();
}

/** Files have the texts of the screen, and none is cut or crossed. On a phone, both are of about the same width. */
async function expectSameTexts(page: Page): Promise<void> {
  for (const name of ['Incidents by type', 'Day and time']) {
    const [figure] = await filesOfFigures(page, ['SVG'], name);
    // A file has all bars, also those that the screen does not show at first.
    const more = cardOf(page, name).getByRole('button', { name: /^\d+ more$/ });
    if ((await more.count()) > 0) await more.click();
    const shown = await pictureOf(cardOf(page, name)).locator('text').allTextContents();
    const paper = await page.context().newPage();
    await paper.setContent(figure!.files.SVG);
    const drawn = paper.locator('svg > g > svg');
    // Its font is read when it is first drawn.
    await expect.poll(() => spoiltTexts(drawn), { message: name }).toEqual([]);
    expect(await drawn.locator('text').allTextContents(), name).toEqual(shown);
    await paper.close();
  }
}

/** Colour of the first pixel of a picture, as the browser draws it. */
async function cornerOf(page: Page, png: string): Promise<number[]> {
  return page.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data.split(',')[1]!), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(1, 1).getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    return [...(context?.getImageData(0, 0, 1, 1).data ?? [])];
  }, png);
}
