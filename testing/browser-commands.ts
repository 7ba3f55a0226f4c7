/* The part of component tests that drives the browser from outside. */
import '@vitest/browser-playwright';
import type { BrowserCommand } from 'vitest/node';
import type { Media, MouseAct } from '../apps/web/component-tests/browser-commands.ts';

const mouse: BrowserCommand<[readonly MouseAct[]]> = async (context, acts) => {
  const { page } = context;
  const within = await (await (await context.frame()).frameElement()).boundingBox();
  for (const act of acts) {
    if (typeof act === 'string') await page.mouse[act]();
    else await page.mouse.move((within?.x ?? 0) + act.x, (within?.y ?? 0) + act.y, { steps: act.steps ?? 1 });
  }
};

const emulateMedia: BrowserCommand<[Media]> = ({ page }, media) => page.emulateMedia(media);

export const browserCommands = { mouse, emulateMedia };
