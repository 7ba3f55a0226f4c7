import { afterEach, beforeEach, expect, test } from 'vitest';
import { commands, page } from 'vitest/browser';
import { answerBySite } from '../src/api/site.ts';
import { drawPage } from './drawn.tsx';
import { madeUpIncidents } from './made-up-incidents.ts';
import { answer, atRest, requested, standardAnswer } from './stubbed-api.ts';

/* Answers come from the page itself, as on a published site. */
beforeEach(() => answerBySite({ channel: 'test', ask: (url, method, signal) => fetch(url, { method, signal }) }));
afterEach(() => answerBySite(undefined));

const slider = (name: string) => page.getByRole('slider', { name }).element();
const incidents = () => document.querySelector('[data-figure=incidents] dd')!.textContent;
const dayOf = (month: number, day: number) => new Date(Date.UTC(2019, month, day)).toISOString().slice(0, 10);

/** How many incidents the months of the window have, which is where the hand is. */
function countInWindow(): string {
  const [start, end] = ['First month', 'Last month'].map((name) => Number(slider(name).getAttribute('aria-valuenow')));
  const [from, to] = [dayOf(start!, 1), dayOf(end!, 0)];
  return String(madeUpIncidents.filter(({ occurred_on: day }) => day >= from && day <= to).length);
}

test('figures go with the hand at once, and the address and what else there is follow when they can', async () => {
  const address = await drawPage('/explore?from=2019-01-01&to=2019-12-31');
  await expect.element(page.getByRole('slider', { name: 'Move the period' })).toBeVisible();
  await atRest();
  const entries = address.entries();
  const { x, y, width, height } = page.getByTitle('Drag to select', { exact: false }).element().getBoundingClientRect();
  const middleOf = (month: number) => ({ x: x + ((month + 0.5) / 72) * width, y: y + height / 2 });
  await commands.mouse([middleOf(6), 'down']);
  const addresses = new Set<string>();
  const windows = 24;
  for (let month = 1; month <= windows; month++) {
    await commands.mouse([middleOf(6 + month)]);
    await expect.poll(incidents, { interval: 5 }).toBe(countInWindow());
    expect(document.querySelector('[data-figure=incidents]')!.closest('[data-outdated]')).toBeNull();
    addresses.add(address.query());
  }
  expect(addresses.size).toBeLessThan(windows);
  await commands.mouse(['up']);
  await atRest();
  expect(address.query()).toBe('from=2021-01-01&to=2021-12-31');
  expect(address.entries()).toBe(entries + 1);
  await expect.poll(incidents).toBe(countInWindow());
});

test('where answers take longer than the hand, one is awaited after the other, and none is given up', async () => {
  await drawPage('/explore?from=2019-01-01&to=2019-12-31');
  await expect.element(page.getByRole('slider', { name: 'Move the period' })).toBeVisible();
  await atRest();
  const late = standardAnswer('/pages/explore');
  let underWay = 0;
  const most = { atOnce: 0 };
  answer({
    '/pages/explore': async (query, ...asked) => {
      if (query.get('chart') !== 'figures') return late(query, ...asked);
      most.atOnce = Math.max(most.atOnce, ++underWay);
      await new Promise((resolve) => setTimeout(resolve, 150));
      underWay--;
      return late(query, ...asked);
    },
  });
  const { x, y, width, height } = page.getByTitle('Drag to select', { exact: false }).element().getBoundingClientRect();
  await commands.mouse([{ x: x + width * 0.1, y: y + height / 2 }, 'down']);
  const seen = new Set([incidents()]);
  for (let step = 0; seen.size < 4; step++) {
    await commands.mouse([{ x: x + width * (0.15 + ((step % 24) / 24) * 0.6), y: y + height / 2 }]);
    seen.add(incidents());
  }
  await commands.mouse(['up']);
  await atRest();
  expect(requested('/pages/explore').some((one) => one.includes('chart=figures'))).toBe(true);
  expect(most.atOnce).toBe(1);
  // The figures of where the hand stopped may be asked for only now.
  await expect.poll(incidents).toBe(countInWindow());
});

test('the next drag begins with the figures that are there, and not with those of the last one', async () => {
  const address = await drawPage('/explore?from=2019-01-01&to=2019-12-31');
  await expect.element(page.getByRole('slider', { name: 'Move the period' })).toBeVisible();
  await atRest();
  const before = incidents();
  const { x, y, width, height } = page.getByTitle('Drag to select', { exact: false }).element().getBoundingClientRect();
  const middleOf = (month: number) => ({ x: x + ((month + 0.5) / 72) * width, y: y + height / 2 });
  await commands.mouse([middleOf(6), 'down', { ...middleOf(40), steps: 4 }]);
  await expect.poll(incidents, { interval: 5 }).toBe(countInWindow());
  await commands.mouse(['up']);
  await atRest();
  address.back();
  await expect.poll(incidents).toBe(before);
  await atRest();
  const seen: string[] = [];
  const observer = new MutationObserver(() => seen.push(incidents()));
  observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  await commands.mouse([middleOf(6), 'down', middleOf(7)]);
  const after = countInWindow();
  await expect.poll(incidents, { interval: 5 }).toBe(after);
  observer.disconnect();
  await commands.mouse(['up']);
  await atRest();
  expect(new Set(seen.filter((one) => one !== before))).toEqual(new Set([after]));
});
