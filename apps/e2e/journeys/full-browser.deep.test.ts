import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fullBrowsers, launchOptions } from '@monitor/browser';
import { chromium } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { keyFigure } from '../figures.ts';
import { readPdf } from '../read-pdf.ts';
import { runMonitor } from '../run-monitor.ts';
import { openPage } from '../visit.ts';

/* All other journeys run in a browser without the interface of a window, where there is one. People have the other. */

const address = inject('address');
const [path] = fullBrowsers();
if (path === undefined)
  console.warn('SKIPPED: the journey in a full browser, since none is installed (Debian: apt-get install chromium).');

test.skipIf(path === undefined)(
  'a full browser shows Explore with its map, and prints a brief that everyone can read',
  async () => {
    const browser = await chromium.launch(launchOptions(path!, 'webgl'));
    try {
      const page = await browser.newPage({ viewport: { width: 1200, height: 600 }, reducedMotion: 'reduce' });
      page.setDefaultTimeout(60_000);
      await openPage(page, `${address}/explore?country=RS&from=2024-01-01&to=2024-12-31`);
      const all = await keyFigure(page, 'incidents');
      await page.getByRole('region', { name: 'Largest circles in view' }).getByRole('button').first().waitFor();
      await page.getByRole('region', { name: 'Incidents by type' }).getByRole('listitem').getByRole('button').first().click();
      await page.waitForURL(/type=/);
      expect(await keyFigure(page, 'incidents')).toBeLessThan(all);
    } finally {
      await browser.close();
    }

    const folder = await mkdtemp(join(tmpdir(), 'monitor-full-browser-'));
    try {
      const parameters = ['report', '--output', folder, '--server', address, '--period', '2025', '--place', 'XK'];
      await runMonitor(inject('databaseUrl'), parameters, { CHROME_PATH: path! });
      const { pages, marked, outline } = await readPdf(join(folder, 'armed-violence-brief_XK_2025.pdf'));
      expect([pages.length, marked]).toEqual([2, true]);
      expect(outline).toContain('Weapons seized');
      await runMonitor(inject('databaseUrl'), [...parameters, '--picture', 'killed'], { CHROME_PATH: path! });
      const picture = await readFile(join(folder, 'armed-violence-brief_XK_2025_killed.png'));
      expect(picture.subarray(1, 4).toString()).toBe('PNG');
    } finally {
      await rm(folder, { recursive: true });
    }
  },
);
