import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { RowBarsCard } from '../src/charts/row-bars.tsx';
import { drawAt } from './drawn.tsx';

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
