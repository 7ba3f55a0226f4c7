import type { Locator } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { ask } from '../ask.ts';
import { onePage } from '../one-page.ts';

const address = inject('address');
const { open } = onePage();

test('the first screen of Data and of About says what is in here, how to cite it and when it changed; on a phone the codebook is whole', async () => {
  const { datasetVersion, datasets } = await ask<{ datasetVersion: number; datasets: { incidents: number }[] }>('datasets');
  const incidents = datasets.reduce((sum, dataset) => sum + dataset.incidents, 0);
  const page = await open('/data', 1440);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const expectGlance = async (glance: Locator) => {
    await glance.getByText('How far to trust it').waitFor();
    const text = await glance.innerText();
    expect(text).toContain(`${incidents.toLocaleString('en-GB')} incidents in `);
    expect(text).toContain('Kosovo*');
    expect(text).toContain('Last updated');
    const { y = 0, height = 0 } = (await glance.boundingBox()) ?? {};
    expect(y + height).toBeLessThan(900);
  };
  const glance = page.locator('dl').first();
  await expectGlance(glance);
  // It says so for a moment only.
  const said = glance.getByRole('button', { name: 'Citation copied' }).waitFor();
  await Promise.all([said, glance.getByRole('button', { name: 'Copy citation' }).click()]);
  const copied = await page.evaluate('navigator.clipboard.readText()');
  expect(copied).toMatch(
    new RegExp(
      `^Open Armed Violence Monitor \\(20\\d\\d\\)\\. .*\\[synthetic data\\], dataset version ${datasetVersion}\\. ${address} \\(accessed 20\\d\\d-\\d\\d-\\d\\d\\)\\.$`,
    ),
  );

  await page.setViewportSize({ width: 390, height: 844 });
  await page.evaluate(`for (const one of document.querySelectorAll('details')) one.open = true`);
  const cut = `[...document.querySelectorAll('details code')].filter((one) => one.getBoundingClientRect().right > innerWidth - 14).map((one) => one.textContent)`;
  // Wider before the fonts have come.
  await expect.poll(() => page.evaluate(cut)).toEqual([]);
  const codes = await page.locator('details code').allTextContents();
  expect(codes).toEqual(expect.arrayContaining(['violence', 'accidental_shooting.malfunction_or_ricochet']));

  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('link', { name: 'About', exact: true }).first().click();
  await page.waitForURL('**/about');
  await expectGlance(glance);
});
