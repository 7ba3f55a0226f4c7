/* What component tests do with the browser itself, beyond what Vitest offers. */
import '@vitest/browser-playwright';
import type { BrowserCommand } from 'vitest/node';

/** What a hand does with the mouse, in pixels of the page under test. A move goes there in as many steps, one where none are given. */
type MouseAct = 'down' | 'up' | { readonly x: number; readonly y: number; readonly steps?: number };

interface Media {
  readonly reducedMotion?: 'reduce' | 'no-preference';
  readonly colorScheme?: 'light' | 'dark';
  readonly media?: 'screen' | 'print';
}

declare module 'vitest/browser' {
  interface BrowserCommands {
    mouse: (acts: readonly MouseAct[]) => Promise<void>;
    emulateMedia: (media: Media) => Promise<void>;
  }
}

const mouse: BrowserCommand<[readonly MouseAct[]]> = async ({ page, frame }, acts) => {
  const within = await (await (await frame()).frameElement()).boundingBox();
  for (const act of acts) {
    if (typeof act === 'string') await page.mouse[act]();
    else await page.mouse.move((within?.x ?? 0) + act.x, (within?.y ?? 0) + act.y, { steps: act.steps ?? 1 });
  }
};

const emulateMedia: BrowserCommand<[Media]> = ({ page }, media) => page.emulateMedia(media);

export const browserCommands = { mouse, emulateMedia };
