import { inBrowser } from './in-browser.ts';

/** What is done for paper. */
interface ForPaper {
  readonly before: () => void;
  readonly after: () => void;
}

/** One set for all: what takes the place of another while the page turns to paper is called too, as a listener of the event would not be. */
const all = new Set<ForPaper>();

function call(moment: keyof ForPaper): void {
  for (const one of all)
    try {
      one[moment]();
    } catch (error) {
      // The others do their part.
      reportError(error);
    }
}

// Browsers differ in which of the two events they give and when.
if (inBrowser) {
  const onPaper = matchMedia('print');
  window.addEventListener('beforeprint', () => call('before'));
  window.addEventListener('afterprint', () => call('after'));
  onPaper.addEventListener('change', () => call(onPaper.matches ? 'before' : 'after'));
}

/**
 * Calls back before the page is printed, and after it, either perhaps twice. What it changes must be changed when it returns: the browser
 * does not wait.
 * @returns takes the callbacks away
 */
export function onPrint(before: () => void, after: () => void = () => {}): () => void {
  const one = { before, after };
  all.add(one);
  return () => void all.delete(one);
}
