import { inBrowser } from './in-browser.ts';

/**
 * Calls back before the page is printed, and after it. Browsers differ in which of the two events they give and when, so a callback can
 * come twice. What it changes must be changed when it returns: the browser does not wait.
 * @returns takes the callbacks away
 */
export function onPrint(before: () => void, after: () => void = () => {}): () => void {
  if (!inBrowser) return () => {};
  const onPaper = matchMedia('print');
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
