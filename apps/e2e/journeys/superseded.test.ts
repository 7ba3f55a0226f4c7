import { expect, inject, test } from 'vitest';
import { keyFigure } from '../figures.ts';
import { useBrowser } from '../visit.ts';

const address = inject('address');
const { visit } = useBrowser();
const period = 'from=2022-01-01&to=2023-12-31';

test('requests for figures and rows that a newer filter replaces are cancelled at once', async () => {
  const page = await visit(`${address}/explore?country=RS&${period}`);
  const before = await keyFigure(page, 'incidents');
  await page.getByRole('region', { name: 'Table' }).getByRole('row').nth(1).waitFor();

  // Never answered: as on a line on which an answer takes longer than the reader's next thought.
  const asked = new Set<string>();
  const givenUp = new Map<string, string | undefined>();
  const older = ({ pathname, searchParams }: URL) =>
    ['/api/v1/summary', '/api/v1/incidents'].includes(pathname) &&
    searchParams.get('country') === 'BA,RS' &&
    searchParams.get('from') === '2022-01-01';
  await page.route(older, (route) => void asked.add(new URL(route.request().url()).pathname));
  page.on('requestfailed', (request) => {
    const url = new URL(request.url());
    if (older(url)) givenUp.set(url.pathname, request.failure()?.errorText);
  });

  await page.getByRole('checkbox', { name: 'Bosnia and Herzegovina' }).click();
  await expect
    .poll(() => [...asked].toSorted((one, other) => one.localeCompare(other)))
    .toEqual(['/api/v1/incidents', '/api/v1/summary']);
  expect([...givenUp]).toEqual([]);
  expect(await keyFigure(page, 'incidents')).toBe(before);

  await page.getByRole('checkbox', { name: 'Albania' }).click();
  await expect.poll(() => givenUp.get('/api/v1/summary')).toBe('net::ERR_ABORTED');
  await expect.poll(() => givenUp.get('/api/v1/incidents')).toBe('net::ERR_ABORTED');
  const answer = await fetch(`${address}/api/v1/summary?country=AL,BA,RS&${period}&facets=none`);
  const { totals } = (await answer.json()) as { totals: { incidents: number } };
  await expect.poll(() => keyFigure(page, 'incidents')).toBe(totals.incidents);
});
