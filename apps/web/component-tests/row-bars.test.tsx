import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { RowBarsCard } from '../src/charts/row-bars.tsx';
import { drawAt, resizeTo } from './drawn.tsx';

test('a group of bars has its name once, at its head', async () => {
  const row = (group: string, label: string) => ({ key: `${group} ${label}`, group, label, amounts: [3] });
  await drawAt(
    '',
    <RowBarsCard
      name="made-up"
      title="Weapons seized"
      reading=""
      outdated={false}
      rowTitle="Group"
      columns={[{ key: 'weapons', title: '9 weapons', whole: 9, tone: 'seizure' }]}
      groups={[[row('Legality', 'Legal'), row('Legality', 'Illegal')], [row('Origin', 'Traced')]]}
    />,
  );
  await expect.element(page.getByRole('table')).toBeVisible();
  const heads = [...document.querySelectorAll('tbody th')];
  expect(heads.map((head) => head.textContent)).toEqual(['Legality', 'Legal', 'Illegal', 'Origin', 'Traced']);
});

test('of nobody there is no share', async () => {
  const columns = [3, 0].map((whole) => ({ key: String(whole), title: `${whole} people`, whole, tone: 'killed' as const }));
  const rows = [{ key: 'woman', group: 'Sex', label: 'Woman', amounts: [1, 0] }];
  await drawAt(
    '',
    <RowBarsCard name="made-up" title="People" reading="" outdated={false} rowTitle="Group" columns={columns} groups={[rows]} />,
  );
  await expect.element(page.getByRole('table')).toBeVisible();
  expect([...document.querySelectorAll('tbody svg text')].map((text) => text.textContent)).toEqual(['1 · 33%', '0']);
});

test('on a phone, the number of the longest bar is beside it and not over the next column, nor cut', async () => {
  await resizeTo('phone');
  const columns = ['killed', 'injured'].map((tone) => ({ key: tone, title: tone, whole: 1103, tone: tone as 'killed' }));
  const rows = [
    { key: 'woman', label: 'Woman', amounts: [0, 0] },
    { key: 'unknown', label: 'Not reported', amounts: [1103, 1103], isUnknown: true },
  ];
  await drawAt(
    '',
    <RowBarsCard name="made-up" title="People" reading="" outdated={false} rowTitle="Group" columns={columns} groups={[rows]} />,
  );
  await expect.element(page.getByRole('table')).toBeVisible();
  for (const cell of document.querySelectorAll('tbody td')) {
    const right = cell.querySelector('svg text')!.getBoundingClientRect().right;
    expect(right).toBeLessThanOrEqual(cell.getBoundingClientRect().right + 1);
  }
});

test('without groups there is no head of a table, and nothing to show as a table', async () => {
  const columns = [{ key: 'weapons', title: '0 weapons', whole: 0, tone: 'seizure' as const }];
  await drawAt(
    '',
    <RowBarsCard
      name="made-up"
      title="1 weapon seizure"
      reading=""
      outdated={false}
      rowTitle="Group"
      columns={columns}
      groups={[]}
      under={<p>Not reported</p>}
    />,
  );
  await expect.element(page.getByText('Not reported')).toBeVisible();
  await expect.element(page.getByRole('table')).not.toBeInTheDocument();
  await expect.element(page.getByRole('button')).not.toBeInTheDocument();
});
