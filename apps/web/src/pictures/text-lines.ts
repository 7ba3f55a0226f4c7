/** Estimated width of an average letter, as a share of the font size, on the wide side. Used if there is no page to measure in. */
const letterWidth = 0.56;

/** The baseline of a line, from its top: share of the line's height, for the page's font. */
export const baseline = 0.81;

let context: CanvasRenderingContext2D | null | undefined;
let family = '';

/** Width of a text in pixels, as the page's font draws it. */
export function textWidth(text: string, size: number, weight = 400): number {
  if (context === undefined && typeof document !== 'undefined') {
    context = document.createElement('canvas').getContext('2d');
    family = getComputedStyle(document.documentElement).fontFamily;
  }
  if (!context) return text.length * size * letterWidth;
  context.font = `${weight} ${size}px ${family}`;
  return context.measureText(text).width;
}

/** Breaks text at spaces into lines that fit a width in pixels, and a word that is longer than a line between its letters. */
export function textLines(text: string, width: number, size: number, weight = 400): string[] {
  const fits = (line: string) => textWidth(line, size, weight) <= width;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = '';
    if (fits(word)) {
      line = word;
      continue;
    }
    for (const letter of word) {
      if (line !== '' && !fits(line + letter)) {
        lines.push(line);
        line = '';
      }
      line += letter;
    }
  }
  return line === '' ? lines : [...lines, line];
}
