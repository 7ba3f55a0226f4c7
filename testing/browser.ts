import { execFileSync } from 'node:child_process';
import { findOrInstallBrowser } from '../packages/browser/src/index.ts';

/* Vitest loads this file once for each project, in one process. */
const shared = globalThis as { testBrowser?: Promise<string> };

/** Vitest's global setup: finds a browser, or installs one, and says which. Whoever launches one takes its path from `CHROME_PATH`. */
export default async function setup(): Promise<void> {
  process.env.CHROME_PATH = await (shared.testBrowser ??= find());
}

async function find(): Promise<string> {
  const path = await findOrInstallBrowser();
  console.log(`Browser: ${execFileSync(path, ['--version'], { encoding: 'utf8' }).trim()} (${path})`);
  return path;
}
