import { inBrowser } from './in-browser.ts';

/** One for all: a list that is made while the browser turns to paper already is not told of it. */
const onPaper = inBrowser ? matchMedia('print') : undefined;

/**
 * Calls back before the page is printed, and after it. Browsers differ in which of the two events they give and when, so a callback can
 * come twice. What it changes must be changed when it returns: the browser does not wait.
 * @returns takes the callbacks away
 */
export function onPrint(before: () => void, after: () => void = () => {}): () => void {
  if (!onPaper) return () => {};
  const change = () => (onPaper.matches ? before() : after());
  window.addEventListener('beforeprint', before);
  window.addEventListener('afterprint', after);
  onPaper.addEventListener('change', change);
  return () => {
    window.removeEventListener('beforeprint', before);
    window.removeEventListener('afterprint', after);
    onPaper.removeEventListener('change', change);
  };
}
