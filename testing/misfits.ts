/**
 * What does not fit in the window: elements that reach over its edges, unless they can be scrolled to, words of the header that are
 * broken, and edges of header, content and foot that differ. It runs within a page, and so uses nothing of this file but itself.
 */
export function misfits(): string[] {
  const { clientWidth: width } = document.documentElement;
  const start = (element: Element) => element.outerHTML.slice(0, 120);
  const found: string[] = [];

  const scrolls = new Map<Element, boolean>();
  /** Whether an element is in something that scrolls sideways or cuts it. What lies beside the window in the header is not found there. */
  const canScroll = (element: Element): boolean => {
    const known = scrolls.get(element);
    if (known !== undefined) return known;
    const parent = element.parentElement;
    const isCut = parent !== null && !parent.matches('body, main, header *') && getComputedStyle(parent).overflowX !== 'visible';
    const can = parent !== null && (isCut || canScroll(parent));
    scrolls.set(element, can);
    return can;
  };
  for (const element of document.querySelectorAll('body *')) {
    const { left, right, width: own } = element.getBoundingClientRect();
    if (own <= 1 || (left >= -0.5 && right <= width + 0.5)) continue;
    if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('.visually-hidden, defs') !== null) continue;
    if (!canScroll(element)) found.push(`from ${Math.round(left)} to ${Math.round(right)}: ${start(element)}`);
  }
  if (document.documentElement.scrollWidth > width) found.push('the page scrolls sideways');

  const header = document.querySelector('#root > * > header');
  if (header === null) return found;
  const texts = document.createTreeWalker(header, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(text);
    const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
    if (lines.size > 1) found.push(`in ${lines.size} lines: ${text.textContent}`);
  }

  const foot = document.querySelector('#root > * > footer, main > footer');
  const content = document.querySelector('main > *');
  if (foot === null || content === null) return found;
  const edgesOf = (element: Element) => {
    const { left, right } = element.getBoundingClientRect();
    const { paddingInlineStart, paddingInlineEnd } = getComputedStyle(element);
    return [left + Number.parseFloat(paddingInlineStart), right - Number.parseFloat(paddingInlineEnd)].map(Math.round).join(' to ');
  };
  const edges = [header, content, foot].map(edgesOf);
  if (new Set(edges).size > 1) found.push(`header, content and foot: ${edges.join(', ')}`);
  return found;
}
