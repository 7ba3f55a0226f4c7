const family = 'Noto Sans';

/**
 * The faces of the page's font that a text needs, as CSS with the font files in it: a picture in a file has no other way to
 * its letters, and a computer without the font would draw others. Empty if a font file is unavailable; the picture then falls
 * back to the fonts of its reader.
 */
export async function embeddedFont(text: string): Promise<string> {
  const letters = new Set(Array.from(text, (letter) => letter.codePointAt(0) ?? 0));
  const needed = pageFaces().filter(({ ranges }) =>
    ranges.some(([first, last]) => [...letters].some((one) => one >= first && one <= last)),
  );
  const faces = await Promise.all(
    needed.map(async ({ address, weights, range }) => {
      const response = await fetch(address).catch(() => undefined);
      if (response?.ok !== true) return '';
      const file = base64(new Uint8Array(await response.arrayBuffer()));
      return `@font-face{font-family:'${family}';font-weight:${weights};font-display:swap;unicode-range:${range};src:url(data:font/woff2;base64,${file}) format('woff2')}`;
    }),
  );
  return faces.join('');
}

interface Face {
  readonly address: string;
  readonly weights: string;
  readonly range: string;
  readonly ranges: readonly (readonly [first: number, last: number])[];
}

/** The faces of the font that the style sheets of this page declare, upright only. */
function pageFaces(): Face[] {
  return [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].flatMap((rule) => {
      if (!(rule instanceof CSSFontFaceRule)) return [];
      const value = (name: string) => rule.style.getPropertyValue(name).trim();
      const file = /url\("?([^")]+)"?\)/.exec(value('src'))?.[1];
      const isMeant = value('font-family').includes(family) && value('font-style') !== 'italic';
      if (!isMeant || file === undefined) return [];
      const range = value('unicode-range') || 'U+0-10FFFF';
      const address = new URL(file, sheet.href ?? document.baseURI).href;
      return [{ address, weights: value('font-weight') || '400', range, ranges: unicodeRanges(range) }];
    }),
  );
}

/** The code points of a CSS unicode-range: `U+0-FF, U+131, U+4??`. */
export function unicodeRanges(text: string): (readonly [first: number, last: number])[] {
  return [...text.matchAll(/U\+([0-9A-F]*)(\?*)(?:-([0-9A-F]+))?/gi)].map(([, start = '', open = '', end]) => {
    const first = Number.parseInt(start + open.replaceAll('?', '0'), 16);
    return [first, Number.parseInt(end ?? start + open.replaceAll('?', 'F'), 16)] as const;
  });
}

/** In pieces, since a call takes no more arguments than fit the stack. */
function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}
