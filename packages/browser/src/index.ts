export { findOrInstallBrowser } from './install-browser.ts';
export { type Drawing, fullBrowsers, installedBrowsers, launchOptions } from './installed-browsers.ts';
export { BrowserError, openBrowser } from './open-browser.ts';
