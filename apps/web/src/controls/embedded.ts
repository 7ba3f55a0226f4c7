import { inBrowser } from './in-browser.ts';

/** The page that other sites show in a frame. Also in public/theme-at-start.js. */
export const embedPath = '/embed';

/** Whether this is that page, which keeps nothing in the browser of a visitor to another site. */
export const isEmbedded = inBrowser && location.pathname.endsWith(embedPath);

/** The name of the parameter by which the address of that page chooses its colours. */
export const themeParameter = 'theme';
