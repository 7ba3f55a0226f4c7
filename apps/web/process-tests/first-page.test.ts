import { type Focus, siteFocus } from '@monitor/geography';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

/** What the build makes of `src/app/first-page.tsx`. */
interface Built {
  readonly learnFocus: (focus: Focus) => void;
  readonly firstPage: (address: string, ask: (path: string) => Promise<unknown>) => Promise<{ readonly html: string }>;
}

const built = new URL('../dist-server/first-page.js', import.meta.url).href;

beforeAll(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterAll(() => void vi.useRealTimers());

test('nothing is kept of a page once it is drawn, or could not be', async () => {
  const page = (await import(built)) as Built;
  page.learnFocus(siteFocus());
  const ask = async (path: string) => {
    if (path === '/datasets') return { datasets: [], datasetVersion: 1 };
    throw new Error(`There is no ${path}.`);
  };
  const drawn = await page.firstPage('/no-such-page', ask);
  expect(drawn.html).toContain('<h1');
  await expect(page.firstPage('/indicators', ask)).rejects.toThrow('There is no /pages/indicators');
  // Some answers are waited for so long at most.
  await vi.advanceTimersByTimeAsync(1000);
  expect(vi.getTimerCount()).toBe(0);
});
