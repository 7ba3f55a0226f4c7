import { expect, inject, test } from 'vitest';
import { useBrowser } from '../visit.ts';

const address = inject('address');
const { visit } = useBrowser();

test.each(['/about', '/data'])('the first screen says what is in here, how to cite it and when it changed: %s', async (path) => {
  const response = await fetch(`${address}/api/v1/datasets`);
  const { datasetVersion, datasets } = (await response.json()) as { datasetVersion: number; datasets: { incidents: number }[] };
  const page = await visit(`${address}${path}`, { permissions: ['clipboard-read', 'clipboard-write'] });
  const glance = page.locator('dl').first();
  await glance.getByText('How far to trust it').waitFor();
  const text = await glance.innerText();
  const incidents = datasets.reduce((sum, dataset) => sum + dataset.incidents, 0);
  expect(text).toContain(`${incidents.toLocaleString('en-GB')} incidents in `);
  expect(text).toContain('Kosovo*');
  expect(text).toContain('Last updated');
  const { y = 0, height = 0 } = (await glance.boundingBox()) ?? {};
  expect(y + height).toBeLessThan(900);

  // It says so for a moment only.
  const said = glance.getByRole('button', { name: 'Citation copied' }).waitFor();
  await Promise.all([said, glance.getByRole('button', { name: 'Copy citation' }).click()]);
  const copied = await page.evaluate('navigator.clipboard.readText()');
  expect(copied).toMatch(
    new RegExp(
      `^Open Armed Violence Monitor \\(20\\d\\d\\)\\. .*\\[synthetic data\\], dataset version ${datasetVersion}\\. ${address} \\(accessed 20\\d\\d-\\d\\d-\\d\\d\\)\\.$`,
    ),
  );
});

test('on a phone the codebook has its codes and groups in full', async () => {
  const page = await visit(`${address}/data`, { viewport: { width: 390, height: 844 } });
  await page.getByRole('heading', { name: 'Codebook' }).waitFor();
  await page.evaluate(`for (const one of document.querySelectorAll('details')) one.open = true`);
  const cut = `[...document.querySelectorAll('details code')].filter((one) => one.getBoundingClientRect().right > innerWidth - 14).map((one) => one.textContent)`;
  // Wider before the fonts have come.
  await expect.poll(() => page.evaluate(cut)).toEqual([]);
  const codes = await page.locator('details code').allTextContents();
  expect(codes).toEqual(expect.arrayContaining(['violence', 'accidental_shooting.malfunction_or_ricochet']));
});
