import type { Locator, Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { keyFigure } from '../figures.ts';
import { atRest, contentOf, useBrowser } from '../visit.ts';

const address = inject('address');
const { visit } = useBrowser();

const cardOf = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const pictureOf = (card: Locator) => card.locator('svg[font-size]');

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

const bold = '/explore?from=2022-01-01&to=2024-12-31&type=undetermined_explosion';

for (const width of [1440, 320]) {
  test(`no text of a picture is cut or crossed on a screen of ${width} pixels`, async () => {
    const page = await visit(address + bold, { viewport: { width, height: 900 } });
    await keyFigure(page, 'incidents');
    await pictureOf(cardOf(page, 'Day and time')).waitFor();
    const cards = page.getByRole('region', { name: 'Charts', exact: true }).locator('> section');
    await expect.poll(() => cards.count()).toBeGreaterThan(5);
    // Each chart loads on its own.
    await atRest(page);
    for (const card of await cards.all()) {
      const picture = card.locator('svg[font-size], svg.recharts-surface');
      await picture.waitFor();
      const name = await card.getAttribute('aria-label');
      await expect.poll(async () => [name, await spoiltTexts(picture)]).toEqual([name, []]);
    }
  });
}

test('a file has the texts of the picture on the screen, and none is cut or crossed', async () => {
  const page = await visit(address + bold, { viewport: { width: 390, height: 844 } });
  await keyFigure(page, 'incidents');
  const paper = await page.context().newPage();
  for (const name of ['Incidents by type', 'Day and time']) {
    const card = cardOf(page, name);
    await pictureOf(card).waitFor();
    // A file has all bars, also those that the screen does not show at first.
    for (const more of await card.getByRole('button', { name: /^\d+ more$/ }).all()) await more.click();
    await card.getByRole('button', { name: /^Download/ }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: /SVG/ }).click()]);
    await paper.setContent((await contentOf(download)).toString('utf8'));
    const drawn = paper.locator('svg > g > svg');
    // Its font is read when it is first drawn.
    await expect.poll(async () => [name, await spoiltTexts(drawn)]).toEqual([name, []]);
    expect(await drawn.locator('text').allTextContents()).toEqual(await pictureOf(card).locator('text').allTextContents());
  }
});

test('over each bar lies its button, which names it, filters by it and says so', async () => {
  const page = await visit(`${address}/explore?from=2022-01-01&to=2024-12-31`);
  await keyFigure(page, 'incidents');
  const card = cardOf(page, 'Incidents by type');
  const buttons = card.getByRole('listitem').getByRole('button');
  await pictureOf(card).locator('g').first().waitFor();
  await atRest(page);
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
  expect(pressable.map(({ name }) => name)).toEqual(bars.map(({ name }) => name));
  for (const [index, { box: bar }] of bars.entries()) {
    const { box: button } = pressable[index]!;
    expect(button.height).toBeGreaterThanOrEqual(24);
    expect([button.x <= bar.x, button.x + button.width >= bar.x + bar.width]).toEqual([true, true]);
    expect(Math.abs(bar.y + bar.height / 2 - button.y - button.height / 2)).toBeLessThan(1);
  }
  await buttons.nth(1).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/type=criminal_context/);
  await card.getByRole('button', { name: /^Criminal context [\d,]+$/, pressed: true }).waitFor();
});

test('the cells that are read out lie on those that are seen', async () => {
  for (const width of [1440, 390]) {
    const page = await visit(`${address}/explore?country=RS`, { viewport: { width, height: 900 } });
    await keyFigure(page, 'incidents');
    const card = cardOf(page, 'Day and time');
    await card.getByRole('table').waitFor();
    // Both at once: between two looks the page can have moved.
    const { seen, read } = await card.evaluate((element) => {
      const boxes = (selector: string) =>
        [...element.querySelectorAll(selector)]
          .map((one) => one.getBoundingClientRect())
          .map(({ x, y }) => [Math.round(x), Math.round(y)]);
      return { seen: boxes('[data-strength] > rect'), read: boxes('tbody td[title]') };
    });
    expect(read).toHaveLength(seen.length);
    const apart = read.filter(([x = 0, y = 0], index) => {
      const [left = 0, top = 0] = seen[index] ?? [];
      return Math.abs(x - left) > 1 || Math.abs(y - top) > 1;
    });
    expect(apart).toEqual([]);
  }
});

test('in a theme of high contrast bars and their labels are there to be seen', async () => {
  const page = await visit(`${address}/explore?from=2022-01-01&to=2024-12-31&type=suicide`, { forcedColors: 'active' });
  const picture = pictureOf(cardOf(page, 'Incidents by type'));
  await keyFigure(page, 'incidents');
  await picture.waitFor();
  const fills = await picture.evaluate((svg) => {
    const seen = [...svg.querySelectorAll('text, g > rect:last-of-type')];
    return [...new Set(seen.map((one) => getComputedStyle(one).fill))];
  });
  expect(fills).toEqual([await page.evaluate(() => getComputedStyle(document.body).color)]);
});
