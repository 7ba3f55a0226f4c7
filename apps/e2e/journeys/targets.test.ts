import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { seriousFindings } from '../axe.ts';
import { pressIn } from '../keyboard.ts';
import { openLegend } from '../on-map.ts';
import { atRest, useBrowser } from '../visit.ts';

const address = inject('address');
// A page that does not exist is looked at, too.
const { visit } = useBrowser({ expectedErrors: /404/ });
const { visit: visitMap } = useBrowser({ map: true });

/**
 * What can be pressed and is smaller than 24 by 24 CSS pixels (WCAG 2.5.8). Exempt, as there: a link within a sentence. The exemption
 * of small targets that lie apart is not made use of. What is only there for screen readers and keyboards has no size.
 */
async function smallTargets(page: Page): Promise<string[]> {
  await atRest(page);
  return page.evaluate(() => {
    const least = 24;
    const pressable =
      'a[href], button, input, select, textarea, summary, [tabindex="0"][role], [role=button], [role=slider], [role^=menuitem]';
    const measured = [...document.querySelectorAll<HTMLElement>(pressable)].filter(
      (element) =>
        element.closest('[aria-hidden=true], [inert], .visually-hidden, :disabled') === null &&
        // Boxes for screen readers alone, which a library adds to what opens.
        element.offsetWidth > 1 &&
        // A whole area that only scrolls or takes keys.
        !element.matches('[role=region], [role=spinbutton], canvas') &&
        !(element.matches(':is(p, li, dd) a') && getComputedStyle(element).display === 'inline' && isInSentence(element)) &&
        element.checkVisibility({ visibilityProperty: true }),
    );
    const scrolled = [...document.querySelectorAll('*')].map(
      (element) => [element, element.scrollTop, element.scrollLeft] as const,
    );
    const small = measured.filter((element) => !isLargeEnough(element)).map((element) => element.outerHTML.slice(0, 200));
    for (const [element, top, left] of scrolled) element.scrollTo({ top, left, behavior: 'instant' });
    return small;

    function isInSentence(element: Element): boolean {
      return element.parentElement!.textContent.trim() !== element.textContent.trim();
    }

    /** By its box, or where points around its middle are pressed: an input by its label too, a link by what is laid over it. */
    function isLargeEnough(element: HTMLElement): boolean {
      const target = (element as HTMLInputElement).labels?.[0] ?? element;
      target.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
      const { x, y, width, height } = target.getBoundingClientRect();
      // Chromium rounds boxes to 64ths of a pixel.
      if (width > least - 0.1 && height > least - 0.1) return true;
      const edges = [-least / 2 + 0.5, 0, least / 2 - 0.5];
      return edges.every((right) =>
        edges.every((down) => {
          const hit = document.elementFromPoint(x + Math.min(width, least) / 2 + right, y + height / 2 + down);
          return hit !== null && target.contains(hit);
        }),
      );
    }
  });
}

const explore = '/explore?from=2024-01-01&to=2026-10-31&country=RS';

/** What is opened on the Explore screen, one after the other: its name, and its buttons. */
const opened: Readonly<Record<string, readonly RegExp[]>> = {
  'all sections': [/^Weapon all/, /^Victim/, /^Perpetrator/, /^Setting/, /^Search text/],
  'whole lists': [/^\d+ more$/],
  export: [/^Download…/],
  'download of a chart': [/^Download /],
  'table of a chart': [/as a table$/],
  'choice of an interval': [/^Group by/],
  'choice of a year': [/^Choose a year/],
  calendar: [/^Start date/],
  explanation: [/^About this figure/],
  theme: [/^Theme/],
};

for (const [width, height] of [
  [1440, 900],
  [390, 844],
] as const) {
  const options = { viewport: { width, height } };

  test(`everything on the map can be pressed at 24 by 24 pixels: ${width} pixels`, async () => {
    const page = await visitMap(`${address}${explore}`, options);
    await page.getByRole('region', { name: 'Largest circles in view' }).getByRole('button').first().waitFor();
    expect(await smallTargets(page)).toEqual([]);
    await (await openLegend(page)).getByRole('button', { name: /^\d+ more types$/ }).click();
    expect(await smallTargets(page)).toEqual([]);
  });

  test(`everything that can be opened has targets of 24 by 24 pixels, and axe finds nothing serious in it: ${width} pixels`, async () => {
    const page = await visit(`${address}${explore}`, options);
    await page.getByRole('region', { name: 'Table' }).getByRole('link').first().waitFor();
    // What people press is loaded after the figures.
    await atRest(page);
    // On a narrow screen the filters are in a sheet.
    const filters = page.getByRole('button', { name: /^Filters/ });
    for (const [state, buttons] of Object.entries(opened)) {
      for (const name of buttons) {
        const button = page.getByRole('button', { name }).first();
        // A dialog that has closed gives the page back to those who cannot see a moment later.
        await button.or(filters).first().waitFor();
        if (!(await button.isVisible()) && (await filters.isVisible())) await filters.click();
        await button.click();
      }
      expect(await smallTargets(page), state).toEqual([]);
      expect(await seriousFindings(page), state).toEqual([]);
      // Whatever lies over the page is closed, the uppermost first.
      const over = page.locator('[role=dialog], [role=menu], [role=listbox]');
      for (let left = await over.count(); left > 0; left = await over.count()) {
        await pressIn(over.last(), 'Escape');
        await expect.poll(() => over.count(), { message: state }).toBeLessThan(left);
      }
    }
  });

  test.each(['/data', '/about', '/nowhere', '/api/docs', '/explore?country=XX&nothing=1&type=suicide&weapon_class=other'])(
    `everything can be pressed at 24 by 24 pixels: %s, ${width} pixels`,
    async (path) => {
      const page = await visit(address + path, options);
      expect(await smallTargets(page)).toEqual([]);
    },
  );

  test(`everything can be pressed at 24 by 24 pixels: a record, ${width} pixels`, async () => {
    const page = await visit(`${address}${explore}`, options);
    await page.getByRole('region', { name: 'Table' }).getByRole('grid').getByRole('link').first().click();
    await page.getByText('Provenance', { exact: true }).waitFor();
    expect(await smallTargets(page)).toEqual([]);
  });
}
