/* The part of component tests that drives the browser from outside. */
import '@vitest/browser-playwright';
import type { BrowserCommand } from 'vitest/node';
import type { Media, MouseAct, TextFile } from '../apps/web/component-tests/browser-commands.ts';

const mouse: BrowserCommand<[readonly MouseAct[]]> = async (context, acts) => {
  const { page } = context;
  const within = await (await (await context.frame()).frameElement()).boundingBox();
  for (const act of acts) {
    if (typeof act === 'string') await page.mouse[act]();
    else await page.mouse.move((within?.x ?? 0) + act.x, (within?.y ?? 0) + act.y, { steps: act.steps ?? 1 });
  }
};

const emulateMedia: BrowserCommand<[Media]> = ({ page }, media) => page.emulateMedia(media);

const chooseFile: BrowserCommand<[string, TextFile]> = async ({ page, iframe }, name, file) => {
  const [choice] = await Promise.all([page.waitForEvent('filechooser'), iframe.getByRole('button', { name }).click()]);
  await choice.setFiles({ name: file.name, mimeType: 'text/plain', buffer: Buffer.from(file.text) });
};

export const browserCommands = { mouse, emulateMedia, chooseFile };
