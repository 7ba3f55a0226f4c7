/**
 * False on the server, which draws a page as it looks before its script runs: see app/first-page.tsx. The browser does not go on from
 * that drawing but replaces it with its own, so the two may differ.
 */
export const inBrowser = typeof document !== 'undefined';
