import type { TFunction } from 'i18next';
import type { Format } from '../format/use-format.ts';
import { escapeXml, type PicturePart } from './chart-document.ts';
import type { WeekGrid } from './week-grid.ts';
import { hourText } from './week-words.ts';

const width = 640;
const labelWidth = 40;
const sumWidth = 52;
const rowHeight = 22;
const headHeight = 18;
const barsHeight = 24;
const cellFont = 10;
/** Width of a digit as a share of the font size, on the wide side. */
const digitWidth = 0.62;

/** Value of a custom property. */
type Colour = (name: string) => string;

/** The table as SVG markup, in the colours of the page in its present theme. */
export function weekPicture(grid: WeekGrid, t: TFunction, format: Format): PicturePart {
  const style = getComputedStyle(document.documentElement);
  return weekMarkup(grid, t, format, (name) => style.getPropertyValue(name).trim());
}

export function weekMarkup(grid: WeekGrid, t: TFunction, { number, date }: Format, colour: Colour): PicturePart {
  const cellWidth = (width - labelWidth - sumWidth) / grid.spans.length;
  const left = (index: number) => labelWidth + index * cellWidth;
  const longest = Math.max(...grid.weekdays.flatMap(({ cells }) => cells.map(({ incidents }) => number.count(incidents).length)));
  const numbered = longest * cellFont * digitWidth <= cellWidth - 2;
  const muted = colour('--ink2');

  const heads = grid.spans.map(({ from }, index) => (from % 3 === 0 ? text(left(index) + 1, 12, hourText(from), muted) : ''));
  const rows = grid.weekdays.map(({ weekday, cells, total }, row) => {
    const top = headHeight + row * rowHeight;
    const drawn = cells.map(({ incidents, strength }, index) => {
      const look = strength === 0 ? `fill="none" stroke="${colour('--line')}"` : `fill="${colour(`--heat-${strength}`)}"`;
      const box = `<rect x="${(left(index) + 0.5).toFixed(1)}" y="${top + 0.5}" width="${(cellWidth - 1).toFixed(1)}" height="${rowHeight - 1}" rx="2" ${look}/>`;
      const ink = colour(strength >= 4 ? '--on-heat' : strength === 0 ? '--ink3' : '--ink');
      return numbered ? box + text(left(index) + cellWidth / 2, top + 15, number.count(incidents), ink, 'middle', cellFont) : box;
    });
    return [
      text(0, top + 15, date.shortWeekday(weekday), muted),
      ...drawn,
      text(width, top + 15, number.count(total), muted, 'end'),
    ].join('');
  });
  const bottom = headHeight + grid.weekdays.length * rowHeight;
  const most = Math.max(1, ...grid.spans.map((span) => span.total));
  const bars = grid.spans.map(
    (span, index) =>
      `<rect x="${(left(index) + 0.5).toFixed(1)}" y="${bottom + 2}" width="${(cellWidth - 1).toFixed(1)}" height="${((span.total / most) * (barsHeight - 2)).toFixed(1)}" fill="${colour('--bar-idle')}"/>`,
  );
  const all = t('chart.week.all');
  return {
    markup: [...heads, text(width, 12, all, muted, 'end'), ...rows, text(0, bottom + 14, all, muted), ...bars].join(''),
    width,
    height: bottom + barsHeight,
  };
}

function text(x: number, y: number, words: string, fill: string, anchor: 'start' | 'middle' | 'end' = 'start', size = 11): string {
  return `<text x="${x.toFixed(1)}" y="${y}" font-size="${size}" text-anchor="${anchor}" fill="${fill}">${escapeXml(words)}</text>`;
}
