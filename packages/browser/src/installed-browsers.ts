import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

/** Keeps it off the network. */
const always = ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
/** How the browser draws: WebGL by the processor, or no WebGL at all, which takes a third of the work. */
const drawing = {
  webgl: ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist', '--disable-gpu-compositing'],
  plain: ['--disable-gpu', '--disable-3d-apis'],
};
export type Drawing = keyof typeof drawing;

const programNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const fixedPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** Paths of the browsers of this machine: that of `CHROME_PATH` first, one that Playwright has downloaded last. */
export function installedBrowsers(): string[] {
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => programNames.map((name) => join(folder, name)));
  const all = [process.env.CHROME_PATH ?? '', ...onPath, ...fixedPlaces, chromium.executablePath()];
  return [...new Set(all)].filter((path) => path !== '' && existsSync(path));
}

/** How a browser is launched. Signals are left to the program, which ends everything in order. */
export function launchOptions(executablePath: string, draws: Drawing) {
  return {
    executablePath,
    args: [...always, ...drawing[draws]],
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  };
}
