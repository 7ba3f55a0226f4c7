/** What can be pressed, filled in or moved in the window as it is, by name: not what is cut off, or comes when it is pointed at. To be run in a browser. */
export function seenControls(): string[] {
  const kinds = 'button:enabled, a[href], input, select, textarea, summary, [tabindex="0"], [role=slider]';
  /** The part of an element that is not cut off by what it is in. */
  const seenPart = (element: Element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const seen = {
      left: Math.max(0, left),
      top: Math.max(0, top),
      right: Math.min(innerWidth, right),
      bottom: Math.min(innerHeight, bottom),
    };
    for (let outer = element.parentElement; outer !== null; outer = outer.parentElement) {
      if (getComputedStyle(outer).overflow === 'visible') continue;
      const edge = outer.getBoundingClientRect();
      seen.left = Math.max(seen.left, edge.left);
      seen.top = Math.max(seen.top, edge.top);
      seen.right = Math.min(seen.right, edge.right);
      seen.bottom = Math.min(seen.bottom, edge.bottom);
    }
    return seen;
  };
  const isSeen = (element: Element) => {
    const { left, top, right, bottom } = seenPart(element);
    // A pixel is none of what only screen readers have.
    return right - left > 1 && bottom - top > 1 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  };
  const nameOf = (element: Element) =>
    element.getAttribute('aria-label') ?? element.closest('label')?.textContent ?? element.textContent;
  return [...document.querySelectorAll(kinds)].filter(isSeen).map((element) => `${element.tagName} ${nameOf(element)}`);
}
