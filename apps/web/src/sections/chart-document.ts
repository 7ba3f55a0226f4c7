import type { PicturePart } from './paper-picture.ts';
import { textLines } from '../pictures/text-lines.ts';

/** The texts on a downloaded chart, so that it can be understood and cited without the page. */
export interface ChartDocument {
  readonly title: string;
  /** Under the title: the reading, then the filter. */
  readonly lines: readonly string[];
  readonly body: PicturePart;
  /** Under the picture: notices, then sources. */
  readonly notes: readonly string[];
}

export interface DocumentColours {
  readonly background: string;
  readonly ink: string;
  readonly muted: string;
}

const margin = 20;
const font = "'Noto Sans', 'Open Sans', 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

/** A whole SVG file: title, lines, picture, notes. @param fontFaces CSS that brings the font */
export function chartSvg(chart: ChartDocument, colours: DocumentColours, fontFaces = ''): string {
  const inner = Math.max(420, chart.body.width);
  const parts: string[] = [];
  let at = margin;
  const write = (texts: readonly string[], size: number, colour: string, weight = 400) => {
    for (const line of texts.flatMap((text) => textLines(text, inner, size, weight))) {
      at += size * 1.4;
      parts.push(
        `<text x="${margin}" y="${at.toFixed(1)}" font-size="${size}" font-weight="${weight}" fill="${colour}">${escapeXml(line)}</text>`,
      );
    }
  };
  write([chart.title], 16, colours.ink, 700);
  at += 2;
  write(chart.lines, 12, colours.muted);
  at += 14;
  parts.push(`<g transform="translate(${margin} ${at.toFixed(1)})">${chart.body.markup}</g>`);
  at += chart.body.height + 6;
  write(chart.notes, 10, colours.muted);
  const width = inner + 2 * margin;
  const height = Math.ceil(at + margin);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escapeXml(font)}">` +
    (fontFaces === '' ? '' : `<style>${fontFaces}</style>`) +
    `<rect width="${width}" height="${height}" fill="${colours.background}"/>${parts.join('')}</svg>`
  );
}
