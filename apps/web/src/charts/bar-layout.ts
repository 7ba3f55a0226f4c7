import { textLines, textWidth } from './text-lines.ts';

/** Sizes in pixels, of the picture on the screen and of that in a file. */
export const barSizes = { font: 12.5, line: 15.625, chosenWeight: 650, swatch: 9, track: 12, gap: 8 } as const;

/** Labels are given this much, and broken into lines. */
const labelRoom = 172;
const leastTrack = 40;
const leastAmount = 40;
/** Above and below a label together. */
const padding = 4;
/** Least height of a row: that of a target for a pointer. */
const leastRow = 24;

/** What decides where the parts of a bar go. */
export interface LaidOutBar {
  readonly label: string;
  readonly amount: number;
  /** The amount as printed. */
  readonly text: string;
  readonly pressed: boolean;
  /** Whether its label has a swatch of its colour. */
  readonly swatch: boolean;
  /** The 95% interval of the amount, where it has one. */
  readonly interval?: readonly [low: number, high: number] | undefined;
}

/** Where everything stands, in pixels from the top left of the picture. */
export interface BarLayout {
  readonly width: number;
  readonly height: number;
  /** Left edge of labels, behind their swatches where they have any. */
  readonly labelLeft: number;
  readonly trackLeft: number;
  readonly trackWidth: number;
  readonly rows: readonly {
    readonly top: number;
    readonly height: number;
    /** The label. */
    readonly lines: readonly string[];
    /** Top of its first line. */
    readonly linesTop: number;
    readonly length: number;
    /** Ends of the interval, from the left edge of the track. */
    readonly interval: readonly [low: number, high: number] | undefined;
  }[];
}

/** @param rowHeight least height of a row: more where it is pressed with a finger */
export function barLayout(bars: readonly LaidOutBar[], width: number, rowHeight = leastRow): BarLayout {
  const { font, line, chosenWeight, swatch, gap } = barSizes;
  const amountRoom = Math.max(leastAmount, ...bars.map(({ text }) => textWidth(text, font)));
  const label = Math.max(0, Math.min(labelRoom, width - amountRoom - 2 * gap - leastTrack));
  const labelLeft = bars.some((bar) => bar.swatch) ? swatch + gap : 0;
  const trackLeft = label + gap;
  const trackWidth = Math.max(0, width - trackLeft - gap - amountRoom);
  const most = Math.max(...bars.map(({ amount, interval }) => interval?.[1] ?? amount));
  let bottom = 0;
  const rows = bars.map(({ label: text, amount, pressed, interval }) => {
    const lines = textLines(text, label - labelLeft, font, pressed ? chosenWeight : 400);
    const height = Math.max(rowHeight, lines.length * line + padding);
    const top = bottom;
    bottom += height;
    return {
      top,
      height,
      lines,
      linesTop: top + (height - lines.length * line) / 2,
      length: Math.max(2, (amount / most) * trackWidth),
      interval: interval && ([(interval[0] / most) * trackWidth, (interval[1] / most) * trackWidth] as const),
    };
  });
  return { width, height: bottom, labelLeft, trackLeft, trackWidth, rows };
}
