import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { installedBrowsers, launchOptions } from './installed-browsers.ts';

/**
 * Path of a browser of this machine that works (`CHROME_PATH` first). If there is none, installs one: as root on Debian with apt, and
 * otherwise, or where that fails, with Playwright's own download. Throws with what to do where neither works.
 */
export async function findOrInstallBrowser(): Promise<string> {
  const tried: string[] = [];
  const works = async (path: string): Promise<boolean> => {
    try {
      await (await chromium.launch(launchOptions(path, 'plain'))).close();
      return true;
    } catch (error) {
      tried.push(`${path}: ${String(error).split('\n')[0]}`);
      return false;
    }
  };
  for (const path of installedBrowsers()) if (await works(path)) return path;
  for (const install of [installWithApt, downloadBrowser]) {
    if (!install()) continue;
    const path = installedBrowsers()[0];
    if (path !== undefined && (await works(path))) return path;
  }
  throw new Error(
    `No Chromium or Chrome was found that works, and none could be installed. Install one (Debian: apt-get install chromium-headless-shell) or set CHROME_PATH.\n${tried.join('\n')}`,
  );
}

function installWithApt(): boolean {
  const system = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  // Ubuntu has no such package.
  if (process.getuid?.() !== 0 || !/^ID="?debian"?$/m.test(system)) return false;
  console.warn('No browser found. Installing chromium-headless-shell with apt …');
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const commands = [
    ['update', '--quiet'],
    ['install', '--yes', '--quiet', '--no-install-recommends', 'chromium-headless-shell'],
  ];
  return commands.every(
    (words) => spawnSync('apt-get', words, { stdio: 'inherit', env: environment, timeout: 600_000 }).status === 0,
  );
}

function downloadBrowser(): boolean {
  console.warn('No browser found. Downloading Chromium …');
  const command = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');
  // The libraries that it needs are not on a bare system, and only root can install them.
  const words = ['install', ...(process.getuid?.() === 0 ? ['--with-deps'] : []), 'chromium'];
  return spawnSync(process.execPath, [command, ...words], { stdio: 'inherit', timeout: 300_000 }).status === 0;
}
