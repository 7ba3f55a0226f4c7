import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Drawing, installedBrowsers, launchOptions } from '@monitor/browser';
import { type BrowserServer, chromium } from 'playwright-core';

/**
 * Launches a headless Chromium or Chrome for others to connect to. Looks for one on this machine (`CHROME_PATH` first); where there
 * is none, installs one: as root on Debian with apt, and otherwise, or where that fails, by Playwright's own download. Throws with
 * what to do where neither works.
 */
export async function launchBrowser(draws: Drawing): Promise<BrowserServer> {
  const tried: string[] = [];
  const launch = async (executablePath: string): Promise<BrowserServer | undefined> => {
    try {
      return await chromium.launchServer(launchOptions(executablePath, draws));
    } catch (error) {
      tried.push(`${executablePath}: ${String(error).split('\n')[0]}`);
      return undefined;
    }
  };
  for (const candidate of installedBrowsers()) {
    const browser = await launch(candidate);
    if (browser) return browser;
  }
  for (const install of [installWithApt, downloadBrowser]) {
    const executablePath = install();
    const browser = executablePath === undefined ? undefined : await launch(executablePath);
    if (browser) return browser;
  }
  throw new Error(
    `The browser tests need Chromium or Chrome, and none was found or could be installed. Install one (Debian: apt-get install chromium) or set CHROME_PATH.\n${tried.join('\n')}`,
  );
}

function downloadBrowser(): string | undefined {
  console.warn('No browser found. Downloading Chromium for the browser tests …');
  const command = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');
  // The libraries that it needs are not on a bare system, and only root can install them.
  const words = ['install', ...(process.getuid?.() === 0 ? ['--with-deps'] : []), 'chromium'];
  const { status } = spawnSync(process.execPath, [command, ...words], { stdio: 'inherit', timeout: 300_000 });
  return status === 0 ? chromium.executablePath() : undefined;
}

function installWithApt(): string | undefined {
  const system = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  // Ubuntu's package of this name is a snap, which a container cannot run.
  if (process.getuid?.() !== 0 || !/^ID="?debian"?$/m.test(system)) return undefined;
  console.warn('No browser found. Installing Chromium with apt for the browser tests …');
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const command of ['update', 'install']) {
    const words =
      command === 'install' ? ['install', '--yes', '--quiet', '--no-install-recommends', 'chromium'] : ['update', '--quiet'];
    const { status } = spawnSync('apt-get', words, { stdio: 'inherit', env: environment, timeout: 600_000 });
    if (status !== 0) return undefined;
  }
  return installedBrowsers()[0];
}
