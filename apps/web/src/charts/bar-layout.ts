import { textLines, textWidth } from '../pictures/text-lines.ts';

/** Sizes in pixels, of the picture on the screen and of that in a file. */
export const barSizes = {
  font: 12.5,
  line: 15.625,
  chosenWeight: 650,
  swatch: 9,
  track: 12,
  gap: 8,
  /** Of paired bars. */
  thin: 8,
  noteFont: 10.5,
  noteLine: 14,
  heads: 16,
} as const;

/** Labels are given this much, and broken into lines. */
const labelRoom = 172;
const leastTrack = 40;
const leastAmount = 40;
const leastOfPair = 26;
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
  /** The same of what is compared with: a second bar, its amount, and the ratio as a line under the label. */
  readonly other?: OtherBar | undefined;
}

export interface OtherBar {
  /** Undefined if the side does not mean the value. */
  readonly amount: number | undefined;
  readonly text: string;
  /** The ratio with its interval, or why there is none. */
  readonly note: string;
  readonly isClear: boolean;
  /** A divided by B, where it is given. */
  readonly ratio?: { readonly ratio: number; readonly low: number; readonly high: number } | undefined;
}

/** Where everything stands, in pixels from the top left of the picture. */
export interface BarLayout {
  readonly width: number;
  readonly height: number;
  /** Left edge of labels, behind their swatches where they have any. */
  readonly labelLeft: number;
  readonly trackLeft: number;
  readonly trackWidth: number;
  /** Right edges of the amounts, and of those of what is compared with. */
  readonly amountRight: number;
  readonly otherRight: number | undefined;
  readonly rows: readonly {
    readonly top: number;
    readonly height: number;
    /** The label. */
    readonly lines: readonly string[];
    /** Top of its first line. */
    readonly linesTop: number;
    readonly length: number;
    readonly otherLength: number | undefined;
    /** Baseline of the note under the label. */
    readonly noteAt: number;
    /** Ends of the interval, from the left edge of the track. */
    readonly interval: readonly [low: number, high: number] | undefined;
  }[];
}

/** @param rowHeight least height of a row: more where it is pressed with a finger */
export function barLayout(bars: readonly LaidOutBar[], width: number, rowHeight = leastRow): BarLayout {
  const { font, line, chosenWeight, swatch, gap, noteLine, heads } = barSizes;
  const isPaired = bars.some(({ other }) => other !== undefined);
  const least = isPaired ? leastOfPair : leastAmount;
  const amountRoom = Math.max(least, ...bars.map(({ text }) => textWidth(text, font, isPaired ? 650 : 400)));
  const otherRoom = isPaired ? gap + Math.max(leastOfPair, ...bars.map(({ other }) => textWidth(other?.text ?? '', font))) : 0;
  const label = Math.max(0, Math.min(labelRoom, width - amountRoom - otherRoom - 2 * gap - leastTrack));
  const labelLeft = bars.some((bar) => bar.swatch) ? swatch + gap : 0;
  const trackLeft = label + gap;
  const trackWidth = Math.max(0, width - trackLeft - gap - amountRoom - otherRoom);
  const most = Math.max(...bars.flatMap(({ amount, interval, other }) => [interval?.[1] ?? amount, other?.amount ?? 0]), 1e-9);
  const lengthOf = (amount: number) => (amount === 0 ? 0 : Math.max(2, (amount / most) * trackWidth));
  let bottom = isPaired ? heads : 0;
  const rows = bars.map(({ label: text, amount, pressed, interval, other }) => {
    const lines = textLines(text, label - labelLeft, font, pressed ? chosenWeight : 400);
    const tall = lines.length * line + (other === undefined ? 0 : noteLine);
    const height = Math.max(rowHeight, tall + padding);
    const top = bottom;
    bottom += height;
    return {
      top,
      height,
      lines,
      linesTop: top + (height - tall) / 2,
      noteAt: top + (height + tall) / 2 - 3,
      length: lengthOf(amount),
      otherLength: other?.amount === undefined ? undefined : lengthOf(other.amount),
      interval: interval && ([(interval[0] / most) * trackWidth, (interval[1] / most) * trackWidth] as const),
    };
  });
  const otherRight = isPaired ? width : undefined;
  return { width, height: bottom, labelLeft, trackLeft, trackWidth, amountRight: width - otherRoom, otherRight, rows };
}

/** The first of sorted bars; `others` is the number of bars left out. */
export function firstBars<Bar>(bars: readonly Bar[], length: number): { bars: readonly Bar[]; others: number } {
  // One bar left out would take as much room as the line that says so.
  if (bars.length <= length + 1) return { bars, others: 0 };
  return { bars: bars.slice(0, length), others: bars.length - length };
}
