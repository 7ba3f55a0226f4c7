import type { IndicatorsPage } from '@monitor/contract';
import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { drawPage, resizeTo } from './drawn.tsx';
import { answer, requested } from './stubbed-api.ts';

type Row = NonNullable<IndicatorsPage['data']>['frameworks'][number]['indicators'][number]['rows'][number];

const valueOf = (year: number, value: number) => ({
  year,
  isComplete: true,
  value,
  text: String(value),
  query: `from=${year}-01-01`,
});
const rowOf = (name: string, verdict: Row['verdict'], ...cells: Row['cells']): Row => ({
  place: name === 'All locations' ? null : name,
  name,
  ...(verdict && { verdict }),
  cells,
});
const data: NonNullable<IndicatorsPage['data']> = {
  finding: 'All locations: none of 2 indicators changed clearly in 2025',
  families: ['Single locations: changes that are clear on their own: 1 of 2.'],
  places: 2,
  synthetic: 'none',
  frameworks: [
    {
      framework: 'roadmap',
      title: 'Armed violence (SALW Control Roadmap)',
      reading: 'No clear change in 2025.',
      years: [2024, 2025].map((year) => ({ year, isComplete: true })),
      indicators: [
        {
          id: 'killed',
          title: 'People killed',
          definition: 'People killed in incidents.',
          measure: 'killed',
          rows: [
            rowOf(
              'All locations',
              {
                code: 'no_clear_change',
                text: 'No clear change',
                interval: '(−42% to +2%)',
                unknown: 'not reported in 11 incidents',
              },
              valueOf(2024, 151),
              valueOf(2025, 115),
            ),
            rowOf('Kosovo*', { code: 'rise', text: '30% more', interval: '(+9% to +60%)' }, valueOf(2025, 60)),
            rowOf(
              'Serbia',
              { code: 'possible_fall', text: '24% fewer', interval: '(−42% to −1%)', note: 'may be due to chance' },
              valueOf(2025, 55),
            ),
          ],
        },
      ],
      unavailable: [],
    },
  ],
};

beforeEach(() => answer({ '/pages/indicators': (): IndicatorsPage => ({ datasetVersion: 23, datasets: [], data }) }));

const column = page.getByRole('columnheader', { name: 'Serbia' });
const [each, total] = (['Show each location', 'Show only the total'] as const).map((name) => page.getByRole('button', { name }));

test('the page opens on the matrix, whose marks are filled only after correction, and say the same in words', async () => {
  await page.viewport(1440, 900);
  await drawPage('/indicators');
  await expect.element(page.getByRole('heading', { level: 1, name: data.finding! })).toBeVisible();
  await expect.element(column).toBeVisible();
  const marks = [...document.querySelectorAll('td[data-place] > span')].map(({ textContent }) => textContent);
  expect(marks).toEqual(['▲30% more (+9% to +60%)', '▽24% fewer (−42% to −1%), may be due to chance']);
  await expect.element(page.getByText(/^Correction for many comparisons\..*clear on their own: 1 of 2\./)).toBeVisible();
  await page.getByRole('button', { name: 'What People killed counts' }).click();
  await expect
    .element(page.getByText(/People killed in incidents\. No clear change .* not reported in 11 incidents\./))
    .toBeVisible();
});

test.each([390, 820])(
  'a window of %i has one list with nothing cut at its side, and each location when asked for',
  async (width) => {
    await page.viewport(width, 900);
    await drawPage('/indicators');
    const area = page.getByRole('region', { name: /: values and changes$/ });
    await expect.element(area.getByText('(−42% to +2%)')).toBeVisible();
    await expect.element(column).not.toBeInTheDocument();
    const { scrollWidth, clientWidth } = area.element();
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
    await each!.click();
    await expect.element(area.getByRole('link', { name: /^People killed, Serbia/ })).toBeVisible();
  },
);

test('a link keeps the table of each location, and that of all together', async () => {
  await page.viewport(1440, 900);
  const address = await drawPage('/indicators?indicators=each');
  await total!.click();
  expect(address.query()).toContain('indicators=together');
  await each!.click();
  await expect.element(total!).toBeVisible();
  expect(address.query()).toContain('indicators=each');
  expect(requested('/pages/indicators')).toEqual(['/pages/indicators', '/pages/indicators?indicators=together']);
});

test.each(['wide', 'usual', 'phone'] as const)('on a %s screen what the marks mean stays in view, in few lines', async (size) => {
  await resizeTo(size);
  await drawPage('/indicators');
  await expect.element(page.getByRole('rowheader').first()).toBeVisible();
  const keys = [...document.querySelectorAll('p')].find(({ textContent }) => textContent.includes('▲ ▼'))!;
  expect(keys.textContent).toMatch(/▲ ▼.*△ ▽.*•/);
  expect(keys.getBoundingClientRect().height).toBeLessThan(size === 'phone' ? 80 : 40);
  const header = size === 'phone' ? 0 : 52;
  expect(getComputedStyle(keys)).toMatchObject({ position: 'sticky', top: `${header}px` });
});
