import { afterEach, expect, test, vi } from 'vitest';
import { installedBrowsers } from './installed-browsers.ts';
import { BrowserError, openBrowser } from './open-browser.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

test('without a browser the message says what to install', async () => {
  await expect(openBrowser([])).rejects.toThrow(BrowserError);
  await expect(openBrowser([])).rejects.toThrow(
    /Install one \(Debian: apt-get install chromium-headless-shell\), or set CHROME_PATH/,
  );
});

test('each program that is no browser is tried and named', async () => {
  await expect(openBrowser(['/nowhere/chromium', '/nowhere/chrome'])).rejects.toThrow(
    /\n\/nowhere\/chromium: .*\n\/nowhere\/chrome: /,
  );
});

test('the program of CHROME_PATH comes first, unless it is not there', () => {
  vi.stubEnv('CHROME_PATH', process.execPath);
  expect(installedBrowsers()[0]).toBe(process.execPath);
  vi.stubEnv('CHROME_PATH', '/nowhere/chromium');
  expect(installedBrowsers()).not.toContain('/nowhere/chromium');
});
