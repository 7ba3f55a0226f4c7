import type { BrowserContextOptions, CDPSession } from 'playwright-core';

/** What a visitor has: a window, and how fast processor and network are. */
export interface Profile {
  readonly name: string;
  readonly says: string;
  readonly window: BrowserContextOptions;
  /** How many times slower than this machine. */
  readonly slowdown: number;
  /** Milliseconds of a round trip, and bytes per second each way; undefined for the loopback as it is. */
  readonly network: { readonly latency: number; readonly down: number; readonly up: number } | undefined;
}

const megabit = 1_000_000 / 8;

export const phone: Profile = {
  name: 'phone',
  says: '390 × 844, processor four times slower, 1.6 Mbit/s down, 0.75 Mbit/s up, 150 ms',
  window: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  slowdown: 4,
  network: { latency: 150, down: 1.6 * megabit, up: 0.75 * megabit },
};

export const desktop: Profile = {
  name: 'desktop',
  says: '1440 × 900, this processor without a GPU, loopback',
  window: { viewport: { width: 1440, height: 900 } },
  slowdown: 1,
  network: undefined,
};

/** Makes the browser behind a page as slow as the profile says. */
export async function slowDown(session: CDPSession, { slowdown, network }: Profile): Promise<void> {
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  if (network === undefined) return;
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: network.latency,
    downloadThroughput: network.down,
    uploadThroughput: network.up,
  });
}
