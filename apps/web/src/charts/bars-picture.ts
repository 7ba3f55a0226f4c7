import type { Bar } from './bars.tsx';
import { escapeXml, type PicturePart } from './chart-document.ts';

const width = 520;
const rowHeight = 22;
const labelWidth = 190;
const amountWidth = 60;

/** The bars as SVG markup, in the colours of the page in its present theme. */
export function barsPicture(bars: readonly Bar[]): PicturePart {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return barsMarkup(bars, token);
}

/** @param colour the value of a custom property */
export function barsMarkup(bars: readonly Bar[], colour: (name: string) => string): PicturePart {
  const most = Math.max(1e-9, ...bars.map((bar) => bar.amount));
  const room = width - labelWidth - amountWidth;
  const markup = bars
    .map((bar, index) => {
      const top = index * rowHeight;
      const baseline = top + 13;
      const length = Math.max(2, (bar.amount / most) * room);
      return (
        `<text x="0" y="${baseline}" font-size="12" fill="${colour('--ink')}">${escapeXml(bar.label)}</text>` +
        `<rect x="${labelWidth}" y="${top + 3}" width="${room}" height="12" rx="2" fill="${colour('--track')}"/>` +
        `<rect x="${labelWidth}" y="${top + 3}" width="${length.toFixed(1)}" height="12" rx="2" fill="${colour(bar.token)}" opacity="${bar.muted ? 0.4 : 1}"/>` +
        `<text x="${width}" y="${baseline}" font-size="12" text-anchor="end" fill="${colour('--ink2')}">${escapeXml(bar.text)}</text>`
      );
    })
    .join('');
  return { markup, width, height: bars.length * rowHeight };
}
