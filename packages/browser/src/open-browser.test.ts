import { expect, test } from 'vitest';
import { BrowserError, openBrowser } from './open-browser.ts';

test('without a browser the message says what to install', async () => {
  await expect(openBrowser([])).rejects.toThrow(BrowserError);
  await expect(openBrowser([])).rejects.toThrow(
    /Install one \(Debian: apt-get install chromium-headless-shell\), or set CHROME_PATH/,
  );
});

test('a program that is no browser is named', async () => {
  await expect(openBrowser(['/nowhere/chromium'])).rejects.toThrow(/\n\/nowhere\/chromium: /);
});
