import type { PicturePart } from './chart-document.ts';

/** What makes a shape look as it does; inlined, since a file has no style sheet. */
const properties = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'opacity',
  'display',
  'paint-order',
  'stroke-linejoin',
  'font-size',
  'font-weight',
  'text-anchor',
] as const;

/** A copy of a drawn SVG as markup that needs no style sheet. Undefined where the element holds none. */
export function drawnPicture(element: Element): PicturePart | undefined {
  const drawn = element.querySelector('svg[data-picture], svg.recharts-surface');
  if (!(drawn instanceof SVGSVGElement)) return undefined;
  const copy = drawn.cloneNode(true) as SVGSVGElement;
  const originals = [drawn, ...drawn.querySelectorAll('*')];
  const copies = [copy, ...copy.querySelectorAll('*')];
  originals.forEach((original, index) => {
    const target = copies[index];
    if (target === undefined) return;
    const style = getComputedStyle(original);
    for (const property of properties) target.setAttribute(property, style.getPropertyValue(property));
    target.removeAttribute('class');
    target.removeAttribute('style');
    target.removeAttribute('tabindex');
  });
  // What only the page does.
  copy.removeAttribute('role');
  copy.querySelector(':scope > desc')?.remove();
  const { width, height } = drawn.getBoundingClientRect();
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  return { markup: new XMLSerializer().serializeToString(copy), width, height };
}
