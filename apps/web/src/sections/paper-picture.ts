import type { ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { paperWidths } from '../pictures/picture-frame.tsx';
import styles from './paper-picture.module.css';

/** A piece of a chart's picture: SVG markup of a known size, in pixels. */
export interface PicturePart {
  readonly markup: string;
  readonly width: number;
  readonly height: number;
}

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

/** What belongs to the page alone. */
const pageAttributes = ['class', 'style', 'tabindex', 'role', 'aria-hidden'];

/**
 * Draws a picture out of sight, as it is drawn on the screen but at the size that it has in a file, and gives it as markup that
 * needs no style sheet, in the colours of the light theme. One that takes the width that there is has the usual one. Undefined if
 * nothing is drawn.
 */
export async function paperPicture(picture: ReactElement): Promise<PicturePart | undefined> {
  const host = document.createElement('div');
  host.inert = true;
  host.className = styles.host ?? '';
  // Another theme for the whole page would have the style of each of its elements calculated again, twice.
  host.dataset.theme = 'light';
  host.style.inlineSize = `${paperWidths.usual}px`;
  document.body.append(host);
  const root = createRoot(host);
  try {
    root.render(picture);
    const drawn = await drawnIn(host);
    return drawn === undefined ? undefined : copyOf(drawn);
  } finally {
    root.unmount();
    host.remove();
  }
}

/** Frames that a picture is waited for at most. */
const mostFrames = 60;

/** The picture, once it no longer changes: Recharts draws in several steps, a frame apart. */
async function drawnIn(host: Element): Promise<SVGSVGElement | undefined> {
  let before = '';
  for (let frame = 0; frame < mostFrames; frame++) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const now = host.innerHTML;
    const drawn = host.querySelector('svg');
    if (drawn !== null && now === before) return drawn;
    before = now;
  }
  return undefined;
}

function copyOf(drawn: SVGSVGElement): PicturePart {
  const copy = drawn.cloneNode(true) as SVGSVGElement;
  const originals = [drawn, ...drawn.querySelectorAll('*')];
  const copies = [copy, ...copy.querySelectorAll('*')];
  originals.forEach((original, index) => {
    const target = copies[index];
    if (target === undefined) return;
    const style = getComputedStyle(original);
    for (const property of properties) target.setAttribute(property, style.getPropertyValue(property));
    for (const name of pageAttributes) target.removeAttribute(name);
  });
  copy.querySelector(':scope > desc')?.remove();
  const { width, height } = drawn.getBoundingClientRect();
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  return { markup: new XMLSerializer().serializeToString(copy), width, height };
}
