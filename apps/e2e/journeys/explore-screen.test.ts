import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { smallTargets } from '../../../testing/small-targets.ts';
import { pressIn } from '../keyboard.ts';
import { expectFitsEveryWidth, expectWellMade, onEachDevice } from '../look.ts';
import { onePage } from '../one-page.ts';
import { atRest } from '../visit.ts';

/* Explore without its map, which has a file of its own. What opens over it is looked at in `opened-parts.test.tsx`. */

const { open } = onePage();

test('axe finds nothing serious on Explore, unfolded, in its sheet, its menu and its record; all fits and can be pressed at 24 by 24 pixels', async () => {
  // A part of the address that means nothing gives the page a notice.
  const page = await open('/explore?country=RS&from=2024-01-01&to=2026-10-31&nothing=1');
  await page.getByRole('region', { name: 'Table' }).getByRole('link').first().waitFor();
  await page.getByText('nothing', { exact: false }).first().waitFor();
  await expectFitsEveryWidth(page, 'explore');
  await onEachDevice(page, async (width) => {
    if (width === 1440) await unfold(page);
    await expectLookedAt(page, 'explore');
    if (width !== 1440) {
      await page.getByRole('button', { name: /^Filters/ }).click();
      await page.getByRole('dialog').getByRole('checkbox').first().waitFor();
      await unfold(page);
      await expectLookedAt(page, 'filters', '[role=dialog]');
      await closeAll(page);
    }
    await page.getByRole('button', { name: 'Download…' }).click();
    const file = page.getByRole('dialog').last();
    await file.getByRole('link', { name: 'CC0-1.0' }).waitFor();
    await expectEndInView(page);
    if (width !== 1440) await expectUnbroken(page);
    await closeAll(page);

    const menu = page.getByRole('button', { name: 'Menu', exact: true, expanded: false });
    if (width !== 1440 && (await menu.count()) > 0) await menu.click();
    await page.getByRole('button', { name: /^Theme/ }).click();
    await expectLookedAt(page, 'theme', '[role=menu]');
    await closeAll(page);

    await page.getByRole('region', { name: 'Table' }).getByRole('grid').getByRole('link').first().click();
    await page.getByText('Provenance', { exact: true }).waitFor();
    await expect.poll(() => page.title()).toMatch(/^[A-Z][a-z ]+, .+, \d+ \w+ \d{4} – Open Armed Violence Monitor$/);
    await expectLookedAt(page, 'record', 'section[aria-label="Record"], [role=dialog]');
    await page.getByRole('button', { name: 'Close record' }).click();
    await expect.poll(() => page.title()).toBe('Explore – Open Armed Violence Monitor');
  });
});

async function expectLookedAt(page: Page, name: string, part?: string): Promise<void> {
  await atRest(page);
  await expectWellMade(page, name, part);
  expect(await page.evaluate(smallTargets, part ?? 'html'), name).toEqual([]);
}

/** Opens all sections of the filters that are not open, and a list to its whole length. */
async function unfold(page: Page): Promise<void> {
  const panel = page.locator('aside, [role=dialog]').last();
  for (const name of [/^Weapon all/, /^Victim/, /^Perpetrator/, /^Setting/, /^Search text/, /^\d+ more$/])
    for (const button of (await panel.getByRole('button', { name, expanded: false }).all()).slice(0, 1)) await button.click();
}

/** Closes whatever lies over the page, the uppermost first. */
async function closeAll(page: Page): Promise<void> {
  const all = page.locator('[role=dialog], [role=menu]');
  for (let left = await all.count(); left > 0; left = await all.count()) {
    await pressIn(all.last(), 'Escape');
    await expect.poll(() => all.count()).toBeLessThan(left);
  }
}

/** The last button of a dialog, which is what it is for, can be pressed without scrolling. */
async function expectEndInView(page: Page): Promise<void> {
  const isInView = async () => {
    const { width, height } = page.viewportSize()!;
    const last = await page.getByRole('dialog').last().locator('button, a[download]').last().boundingBox();
    return last !== null && last.x > 0 && last.x + last.width < width && last.y + last.height < height;
  };
  await expect.poll(isInView).toBe(true);
}

/** The encoding and the licence of a download cannot be broken at their hyphens, however narrow the window is. */
async function expectUnbroken(page: Page): Promise<void> {
  const file = page.getByRole('dialog').last();
  expect(await file.getByText('UTF\u20118').count()).toBe(1);
  const licence = file.getByRole('link', { name: 'CC0-1.0' });
  expect(await licence.evaluate((link) => getComputedStyle(link).whiteSpace)).toBe('nowrap');
}
