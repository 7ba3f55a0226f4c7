import { type DatasetList, exportFormatNames } from '@monitor/contract';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { formatOf } from '../src/format/use-format.ts';
import { drawPage } from './drawn.tsx';
import { madeUpIncidents } from './made-up-incidents.ts';
import { answer, standardAnswer } from './stubbed-api.ts';

const { day } = formatOf('en-GB').date;
const { datasetVersion, datasets } = standardAnswer('/datasets')(new URLSearchParams(), '') as DatasetList;
const [madeUp] = datasets as [DatasetList['datasets'][number]];

/** The cells of each row below the heads of the table with a caption. */
function rowsOf(caption: string): string[][] {
  const table = [...document.querySelectorAll('table')].find((one) => one.caption?.textContent === caption);
  return [...(table?.querySelectorAll('tbody tr') ?? [])].map((row) => [...row.children].map((cell) => cell.textContent));
}

test('Data says of each dataset what it has, and leads to that dataset alone', async () => {
  const other = {
    ...madeUp,
    slug: 'other',
    title: 'Other data',
    from: '2020-02-29',
    to: '2021-12-31',
    incidents: 1234,
    covers: 'one town',
  };
  answer({ '/datasets': () => ({ datasetVersion, datasets: [madeUp, other] }) });
  await drawPage('/data');
  const heading = page.getByRole('heading', { name: 'Other data' });
  await expect.element(heading).toBeVisible();
  const card = heading.element().closest('section')!;
  const facts = [...card.querySelectorAll('dt')].map((name) => [name.textContent, name.nextElementSibling?.textContent]);
  expect(facts).toEqual(
    expect.arrayContaining([
      ['Incidents', '1,234'],
      ['Period covered', '29 Feb 2020 – 31 Dec 2021'],
      ['Locations', expect.stringMatching(/^.+ \(one town only\)$/)],
      ['Licence', 'CC0-1.0'],
      ['Attribution', 'Nobody'],
    ]),
  );
  const links = [...card.querySelectorAll('p a')].map((link) => link.getAttribute('href'));
  // Its last twelve months: of those of all data it may have none. Its file has all of it.
  expect(links).toEqual([
    '/explore?dataset=other&from=2021-01-01&to=2021-12-31',
    expect.stringMatching(/\/incidents\.csv\?dataset=other$/),
  ]);
});

test('Data offers every format of the dialog, and its sections in a list', async () => {
  answer({ '/incidents.csv': () => new Response('id\r\n') });
  await drawPage('/data');
  await page.getByRole('main').getByRole('button', { name: 'Download…' }).click();
  const formats = () => document.querySelectorAll('[role=dialog] input[type=radio][name=format]').length;
  await expect.poll(formats).toBe(exportFormatNames.length);
  const contents = document.querySelectorAll('nav[aria-label="On this page"] a');
  expect([...contents].map((link) => document.querySelector(link.getAttribute('href')!)?.textContent)).toEqual([
    'Datasets',
    'Download',
    'Codebook',
  ]);
});

test('About says from when to when each location is covered, and how many places are known how well', async () => {
  await drawPage('/about');
  await expect
    .poll(() =>
      rowsOf('Period covered in each location')
        .slice(1)
        .map((cells) => cells.slice(1)),
    )
    .toEqual(madeUp.coverage.map(({ from, to, incidents }) => [day(from), day(to), incidents.toLocaleString('en-GB')]));
  const all = madeUpIncidents.length;
  const share = (known: number) => new RegExp(`^${known.toLocaleString('en-GB')} \\(([<>]?[\\d.]+)%\\)$`);
  await expect.poll(() => rowsOf('Place').length).toBeGreaterThan(0);
  for (const [at, code] of (['exact', 'settlement', 'region', 'jurisdiction'] as const).entries()) {
    const known = madeUpIncidents.filter((one) => one.place_precision === code).length;
    const said = () => rowsOf('Place')[at]?.[3] ?? '';
    await expect.poll(said).toMatch(share(known));
    expect(Math.abs(Number(share(known).exec(said())?.[1]) - (100 * known) / all)).toBeLessThanOrEqual(0.5);
  }
});

test.each([false, true])(
  'About says whose the data is, and speaks of made-up data only where there is some: %s',
  async (synthetic) => {
    const files = ['Police of A', 'Police of B', 'Police of A'].map((attribution, at) => ({
      ...madeUp,
      slug: `file-${at}`,
      attribution,
      synthetic: false,
    }));
    answer({ '/datasets': () => ({ datasetVersion, datasets: synthetic ? [madeUp, ...files] : files }) });
    await drawPage('/about');
    await expect.element(page.getByText(/rom Police of A; Police of B\. Every record/)).toBeVisible();
    await expect.poll(() => document.querySelectorAll('#synthetic, [href="#synthetic"]').length).toBe(synthetic ? 2 : 0);
  },
);

test('the header has room for all pages and choices on a tablet', async () => {
  await drawPage('/about');
  const choices = page.getByRole('button', { name: /^Theme/ });
  await expect.element(choices).toBeVisible();
  for (const width of [730, 820, 1000, 1101]) {
    await page.viewport(width, 900);
    await expect.poll(() => document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    expect(choices.element().getBoundingClientRect().right).toBeLessThan(width);
  }
  await page.viewport(1440, 900);
});
