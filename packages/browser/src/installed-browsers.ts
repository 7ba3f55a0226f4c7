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

/** Chromium without the interface of a window, which takes a third of the time to open a page. */
const headless = ['chromium-headless-shell'];
/** Browsers that could show a window. */
const full = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const fixedPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** Paths of the browsers of this machine: that of `CHROME_PATH` first, then one without a window, one that Playwright has downloaded last. */
export function installedBrowsers(): string[] {
  return existing([process.env.CHROME_PATH ?? '', ...onPath(headless), ...fullBrowsers()]);
}

/** Paths of the browsers of this machine that could show a window. */
export function fullBrowsers(): string[] {
  return existing([...onPath(full), ...fixedPlaces, chromium.executablePath()]);
}

function onPath(names: readonly string[]): string[] {
  return names.flatMap((name) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)));
}

function existing(paths: readonly string[]): string[] {
  return [...new Set(paths)].filter((path) => path !== '' && existsSync(path));
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
