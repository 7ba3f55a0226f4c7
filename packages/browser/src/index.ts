export { type Drawing, installedBrowsers, launchOptions } from './installed-browsers.ts';
export { BrowserError, openBrowser } from './open-browser.ts';
