import { type Browser, chromium } from 'playwright-core';
import { installedBrowsers, launchOptions } from './installed-browsers.ts';

/** No browser could be launched. The message says what to install. */
export class BrowserError extends Error {
  override readonly name = 'BrowserError';
}

/** Launches the first browser of this machine that works, without a window. @throws BrowserError if there is none */
export async function openBrowser(paths: readonly string[] = installedBrowsers()): Promise<Browser> {
  const failures: string[] = [];
  for (const path of paths) {
    try {
      return await chromium.launch(launchOptions(path, 'plain'));
    } catch (error) {
      failures.push(`${path}: ${String(error).split('\n')[0]}`);
    }
  }
  throw new BrowserError(
    [
      'A PDF is made with Chromium or Chrome, and none was found that works. Install one (Debian: apt-get install chromium-headless-shell), or set CHROME_PATH to its program.',
      ...failures,
    ].join('\n'),
  );
}
