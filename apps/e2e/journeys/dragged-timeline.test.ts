import { expect, test } from 'vitest';
import { countOf } from '../ask.ts';
import { keyFigure } from '../figures.ts';
import { onePage } from '../one-page.ts';

const { open } = onePage({ isOwn: true });

test('a hand at the timeline brings the numbers into the page: its figures go with it then, and the server is asked for none', async () => {
  const page = await open('/explore?from=2017-01-01&to=2017-12-31', 1440);
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/api/v1/pages/explore')) asked.push(request.url());
  });
  const slider = page.getByRole('slider', { name: 'Move the period' });
  const present = () => new URL(page.url()).search.slice(1);
  const last = page.waitForResponse(/\/api\/v1\/packed\/2014$/);
  await slider.focus();
  await (await last).finished();
  // Each step is asked of the server until the numbers are unpacked.
  await expect
    .poll(async () => {
      const [before, query] = [asked.length, present()];
      await slider.press('ArrowRight');
      await expect.poll(present).not.toBe(query);
      await keyFigure(page, 'incidents');
      return asked.length - before;
    })
    .toBe(0);
  asked.length = 0;
  const box = (await slider.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= 20; step++) await page.mouse.move(x + step * 12, y);
  await page.mouse.up();
  await expect.poll(async () => (await keyFigure(page, 'incidents')) === (await countOf(present()))).toBe(true);
  expect(present()).not.toBe('from=2017-01-01&to=2017-12-31');
  expect(asked).toEqual([]);
});
