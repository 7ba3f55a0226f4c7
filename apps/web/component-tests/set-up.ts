/* Before the tests of each file: what main.tsx does before it draws a page. */
import '../src/styles/fonts/fonts.css';
import '../src/styles/tokens.css';
import '../src/styles/forced-colours.css';
import '../src/styles/base.css';
import '../src/styles/kit.module.css';
import '../src/styles/drawing.module.css';
import { learnFocus } from '@monitor/geography';
import { afterEach, beforeEach, inject } from 'vitest';
import { commands } from 'vitest/browser';
import { startInterfaceTexts } from '../src/i18n/i18n.ts';
import { removeDrawn, resizeTo } from './drawn.tsx';
import { endStub, stubApi } from './stubbed-api.ts';

/** As most tests want it. */
const usualMedia = { reducedMotion: 'reduce', colorScheme: 'light', media: 'screen' } as const;

// Given by testing/provide-focus.ts.
learnFocus(inject('focus' as never));
await startInterfaceTexts();

// Nothing is fetched ahead of need: of a thread's program, Vite would first have to prepare the packages, and load the page again.
Object.defineProperty(navigator, 'connection', { value: { saveData: true }, configurable: true });

// Here, since this file alone is run again for each file of tests.
beforeEach(stubApi);

afterEach(async () => {
  removeDrawn();
  localStorage.clear();
  await resizeTo('usual');
  await commands.emulateMedia(usualMedia);
  // Beside the window, since it stays where the test has left it.
  await commands.mouse([{ x: 1490, y: 990 }]);
  endStub();
});
