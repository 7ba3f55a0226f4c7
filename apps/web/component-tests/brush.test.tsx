import { expect, test } from 'vitest';
import { commands, page, userEvent } from 'vitest/browser';
import { Brush } from '../src/charts/brush/brush.tsx';
import { KeyFigures } from '../src/screens/explore/key-figures.tsx';
import { type Address, drawAt } from './drawn.tsx';
import { madeUpIncidents } from './made-up-incidents.ts';
import { answer, standardAnswer } from './stubbed-api.ts';

const axis = () => page.getByTitle('Drag to select', { exact: false }).element().getBoundingClientRect();
const slider = (name: string) => page.getByRole('slider', { name });
const nothing = () => {};

/** Draws the timeline below the figures of the same answers, and waits until both are there. */
async function drawBrush(query: string): Promise<Address> {
  const address = await drawAt(query, (answers) => (
    <>
      <KeyFigures answers={answers} onListed={nothing} />
      <Brush answers={answers} onMoving={nothing} />
    </>
  ));
  await expect.element(slider('Move the period')).toBeVisible();
  await expect.poll(incidents).toMatch(/\d/);
  return address;
}

/** The number of incidents among the key figures. */
function incidents(): string {
  return document.querySelector('[data-figure=incidents] dd')?.textContent ?? '';
}

/** First month of the window, the one after its last, and how many the axis has. */
function shownWindow() {
  const number = (name: string, attribute: string) => Number(slider(name).element().getAttribute(attribute));
  return {
    start: number('First month', 'aria-valuenow'),
    end: number('Last month', 'aria-valuenow'),
    count: number('Last month', 'aria-valuemax'),
  };
}

/** Where the middle of a month is on the axis, by its number from the first. */
function middleOf(month: number): { x: number; y: number } {
  const { x, y, width, height } = axis();
  return { x: x + ((month + 0.5) / shownWindow().count) * width, y: y + height / 2 };
}

async function drag(from: number, to: number): Promise<void> {
  await commands.mouse([middleOf(from), 'down', { ...middleOf(to), steps: 8 }, 'up']);
}

/** A day of a month of the data, by its number from the first; 0 is the last day of the month before. */
const dayOf = (month: number, day: number) => new Date(Date.UTC(2019, month, day)).toISOString().slice(0, 10);

/** How many incidents the data has between two days. */
function countBetween(from: string, to: string): number {
  return madeUpIncidents.filter(({ occurred_on: day }) => day >= from && day <= to).length;
}

test('dragging over the whole axis draws a window, outside it a new one, inside it moves it; a double click clears', async () => {
  const address = await drawBrush('period=all');
  const count = 72;
  await drag(10, 20);
  await expect.poll(shownWindow).toEqual({ start: 10, end: 21, count });
  await drag(15, 30);
  await expect.poll(shownWindow).toEqual({ start: 25, end: 36, count });
  await drag(50, 60);
  await expect.poll(shownWindow).toEqual({ start: 50, end: 61, count });
  await expect.poll(address.query).toBe('from=2023-03-01&to=2024-01-31');
  await userEvent.dblClick(page.getByTitle('Drag to select', { exact: false }), { position: { x: 40, y: 20 } });
  await expect.poll(address.query).toBe('period=all');
  expect(shownWindow()).toEqual({ start: 0, end: count, count });
});

test('a click that slips by a pixel draws nothing', async () => {
  const address = await drawBrush('from=2020-01-01&to=2020-12-31');
  const { x, y } = middleOf(40);
  await commands.mouse([{ x, y }, 'down', { x: x + 1, y }, 'up']);
  (slider('Move the period').element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.poll(address.query).toBe('from=2020-02-01&to=2021-01-31');
});

test.each([0, 700])('while the window is dragged the figures go with it, though each takes %s ms more', async (delay) => {
  const address = await drawBrush('from=2019-01-01&to=2019-12-31');
  const late = standardAnswer('/pages/explore');
  answer({
    '/pages/explore': async (...asked) => {
      await new Promise((resolve) => setTimeout(resolve, delay));
      return late(...asked);
    },
  });
  const entries = address.entries();
  await commands.mouse([middleOf(6), 'down']);
  const seen = new Set([incidents()]);
  // To and fro, a month at a time, and never at rest.
  for (let step = 0; seen.size < 4; step++) {
    await commands.mouse([middleOf(7 + (step % 24))]);
    seen.add(incidents());
  }
  await commands.mouse(['up']);
  // All of it is one step for Back.
  expect(address.entries()).toBe(entries + 1);
  address.back();
  await expect.poll(address.query).toBe('from=2019-01-01&to=2019-12-31');
});

async function choose(way: string): Promise<void> {
  await page.getByRole('button', { name: /^How to play/ }).click();
  await page.getByRole('menuitemradio', { name: way }).click();
  await expect.element(page.getByRole('menu')).not.toBeInTheDocument();
}

/** Presses Play, and gives all states that the timeline and the figures are in until an address is there: `month incidents`. */
async function playUntil(isThere: () => boolean): Promise<string[]> {
  const seen = new Set<string>();
  const look = () => seen.add(`${shownWindow().start} ${shownWindow().end} ${incidents()}`);
  const observer = new MutationObserver(look);
  observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  await page.getByRole('button', { name: 'Play through time' }).click();
  await expect.poll(isThere).toBe(true);
  await page.getByRole('button', { name: 'Pause' }).click();
  observer.disconnect();
  return [...seen];
}

test('playing shows the figures of a period only under that period, however late they come', async () => {
  await commands.emulateMedia({ reducedMotion: 'no-preference' });
  const address = await drawBrush('from=2019-01-01&to=2019-12-31');
  const late = standardAnswer('/pages/explore');
  answer({
    '/pages/explore': async (...asked) => {
      await new Promise((resolve) => setTimeout(resolve, 1000));
      return late(...asked);
    },
  });
  const states = await playUntil(() => address.query() >= 'from=2019-03-01');
  expect(new Set(states.map((state) => state.split(' ')[0])).size).toBeGreaterThanOrEqual(3);
  expect(states).toEqual(
    states.map((state) => {
      const [start = 0, end = 0] = state.split(' ').map(Number);
      return `${start} ${end} ${countBetween(dayOf(start, 1), dayOf(end, 0))}`;
    }),
  );
});

test('a period that grows keeps its first day while time is played, two months at a time at the fastest speed', async () => {
  await commands.emulateMedia({ reducedMotion: 'no-preference' });
  const address = await drawBrush('from=2019-01-01&to=2019-12-31');
  await choose('grows');
  await choose('4×');
  await expect.element(page.getByRole('button', { name: 'How to play: grows, 4×' })).toBeVisible();
  const states = await playUntil(() => address.query() >= 'from=2019-01-01&to=2020-06-30');
  const periods = states.map((state) => state.split(' ').slice(0, 2).join(' '));
  expect([...new Set(periods)].slice(0, 4)).toEqual(['0 12', '0 14', '0 16', '0 18']);
});

test('a period that has grown over all data stops there', async () => {
  await commands.emulateMedia({ reducedMotion: 'no-preference' });
  const address = await drawBrush('from=2019-01-01&to=2024-11-30');
  await choose('grows');
  await page.getByRole('button', { name: 'Play through time' }).click();
  await expect.poll(address.query).toBe('period=all');
  await expect.element(page.getByRole('button', { name: 'Play through time' })).toBeVisible();
  expect(address.query()).toBe('period=all');
});
