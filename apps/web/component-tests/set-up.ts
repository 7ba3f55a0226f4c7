/* Before the tests of each file: what main.tsx does before it draws a page. */
import '../src/styles/fonts/fonts.css';
import '../src/styles/tokens.css';
import '../src/styles/forced-colours.css';
import '../src/styles/base.css';
import { afterEach } from 'vitest';
import { commands } from 'vitest/browser';
import { cleanup } from 'vitest-browser-react';
import { startInterfaceTexts } from '../src/i18n/i18n.ts';
import { resizeTo } from './drawn.tsx';
import './stubbed-api.ts';

/** As most tests want it. */
const usualMedia = { reducedMotion: 'reduce', colorScheme: 'light', media: 'screen' } as const;

await startInterfaceTexts();

afterEach(async () => {
  await cleanup();
  localStorage.clear();
  await resizeTo('usual');
  await commands.emulateMedia(usualMedia);
});
