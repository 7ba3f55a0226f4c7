/**
 * Takes the layers of a Recharts chart out of the way of the Tab key, and those that it adds later. React listens for focus on each of
 * them, and Chromium lets the keyboard stop at every SVG element that somebody listens on so, which here has no name and does nothing.
 * Use it as a ref of the element around the chart; returns a function that ends it.
 */
export function keepLayersOutOfTabOrder(around: Element | null): (() => void) | undefined {
  if (around === null) return undefined;
  const keepOut = () => {
    for (const layer of around.querySelectorAll('g[class*="recharts-zIndex-layer"]:not([tabindex])')) {
      layer.setAttribute('tabindex', '-1');
    }
  };
  keepOut();
  const observer = new MutationObserver(keepOut);
  observer.observe(around, { childList: true, subtree: true });
  return () => observer.disconnect();
}
