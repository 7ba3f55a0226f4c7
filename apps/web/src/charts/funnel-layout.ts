import type { FunnelKind } from '@monitor/contract';
import { funnelLimits, funnelShares } from '@monitor/statistics';
import { countTicks } from '../pictures/axis-ticks.ts';
import { bandPath } from '../pictures/lines.tsx';
import { textWidth } from '../pictures/text-lines.ts';

export interface FunnelPoint {
  readonly key: string;
  /** Beside the point; none if it is left out. */
  readonly label?: string | undefined;
  readonly people: number;
  readonly rate: number;
  readonly kind: FunnelKind;
}

export interface FunnelShape {
  readonly points: readonly FunnelPoint[];
  /** Per 100,000 people and year, of all together. */
  readonly average: number;
  /** Length of the period. */
  readonly years: number;
  /** How many times as uncertain counts are as those of incidents that happen at random. */
  readonly dispersion: number;
}

/** Sizes in pixels. */
export const funnelSizes = { font: 11, left: 34, right: 14, top: 14, bottom: 38, dot: 4.5, small: 2 } as const;

const { font, left, right, top, bottom, dot } = funnelSizes;
/** Beyond this many times the largest rate that is named, a point is cut: very small places would press the others together. */
const mostStretch = 1.25;
/** Where the limits are worked out, across the picture. */
const curveSteps = 40;
const leastTickGap = 64;

/** Where everything is, in pixels from the top left of the picture. */
export interface FunnelLayout {
  readonly width: number;
  readonly height: number;
  readonly plotRight: number;
  readonly plotBottom: number;
  readonly xTicks: readonly { readonly people: number; readonly x: number }[];
  readonly yTicks: readonly { readonly rate: number; readonly y: number }[];
  readonly average: number;
  /** The areas within the limits as paths, the outer first. */
  readonly bands: readonly string[];
  readonly points: readonly (FunnelPoint & {
    readonly x: number;
    readonly y: number;
    /** True if the rate lies above the picture, at whose edge the point is. */
    readonly isCut: boolean;
    readonly text?: { readonly x: number; readonly y: number; readonly anchor: 'start' | 'end' | 'middle' } | undefined;
  })[];
}

/** Rate against population, with the limits of chance around the average. */
export function funnelLayout({ points, average, years, dispersion }: FunnelShape, width: number): FunnelLayout {
  const height = Math.round(Math.min(340, Math.max(260, width * 0.52)));
  const [plotRight, plotBottom] = [width - right, height - bottom];
  const people = points.map((point) => point.people);
  const [least, most] = [Math.log(Math.min(...people) * 0.9), Math.log(Math.max(...people) * 1.25)];
  const x = (count: number) => left + ((Math.log(count) - least) / (most - least)) * (plotRight - left);
  const named = points.filter(({ kind }) => kind === 'own' || kind === 'peer');
  const yTicks = countTicks(Math.max(2 * average, mostStretch * Math.max(0, ...named.map(({ rate }) => rate))));
  const greatest = yTicks.at(-1) ?? 1;
  const y = (rate: number) => plotBottom - (Math.min(rate, greatest) / greatest) * (plotBottom - top);
  const counts = Array.from({ length: curveSteps + 1 }, (_, step) => Math.exp(least + (step / curveSteps) * (most - least)));
  const bands = funnelShares.toReversed().map((share) => {
    return bandPath(
      counts.map((count) => {
        const expected = (average / 100_000) * count * years;
        const { low, high } = funnelLimits(expected, share, dispersion);
        const at = (events: number) => y((events / expected) * average);
        return { x: x(count), low: at(low), high: at(high) };
      }),
    );
  });
  const placed = points.map((point) => ({ ...point, x: x(point.people), y: y(point.rate), isCut: point.rate > greatest }));
  return {
    width,
    height,
    plotRight,
    plotBottom,
    xTicks: ticksOf(Math.exp(least), Math.exp(most), x),
    yTicks: yTicks.map((rate) => ({ rate, y: y(rate) })),
    average: y(average),
    bands,
    points: withLabels(placed, { right: width, bottom: plotBottom }),
  };
}

/** Round populations, no closer to each other than their labels. */
function ticksOf(least: number, most: number, x: (people: number) => number): FunnelLayout['xTicks'] {
  const ticks: { people: number; x: number }[] = [];
  for (let power = 10 ** Math.floor(Math.log10(least)); power <= most; power *= 10) {
    for (const people of [power, 2 * power, 5 * power]) {
      if (people < least || people > most) continue;
      const at = x(people);
      if (at - (ticks.at(-1)?.x ?? -Infinity) >= leastTickGap) ticks.push({ people, x: at });
    }
  }
  return ticks;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

type Placed = Omit<FunnelLayout['points'][number], 'text'>;

/** Pictures narrower than this name only the place itself, the highest and the lowest. */
const narrow = 500;

/**
 * Labels beside their points: at the right, the left, above or below. One that would lie over another label or a named point is left out,
 * but for that of the place itself, which has the first choice and stays at its point.
 */
function withLabels(points: readonly Placed[], frame: { readonly right: number; readonly bottom: number }): FunnelLayout['points'] {
  const around = (point: Placed): Box => ({ left: point.x - dot, right: point.x + dot, top: point.y - dot, bottom: point.y + dot });
  const named = points.filter(({ label }) => label !== undefined).toSorted((one, other) => rankOf(one) - rankOf(other));
  const taken: { readonly key: string; readonly box: Box }[] = named.map((point) => ({ key: point.key, box: around(point) }));
  const rates = named.map(({ rate }) => rate);
  const ends = [Math.max(...rates), Math.min(...rates)];
  const order = named.filter(({ kind, rate }) => frame.right >= narrow || kind === 'own' || ends.includes(rate));
  const texts = new Map<string, FunnelLayout['points'][number]['text']>();
  for (const point of order) {
    const width = textWidth(point.label ?? '', font, 650);
    const options = [
      { x: point.x + dot + 4, y: point.y + 4, anchor: 'start' as const },
      { x: point.x - dot - 4, y: point.y + 4, anchor: 'end' as const },
      { x: point.x, y: point.y - dot - 5, anchor: 'middle' as const },
      { x: point.x, y: point.y + dot + 12, anchor: 'middle' as const },
      // Further off, where it is crowded.
      ...(point.kind === 'own' ? [] : [-14, 18, -28, 32, -42, -56]).flatMap((down) => [
        { x: point.x + dot + 4, y: point.y + down, anchor: 'start' as const },
        { x: point.x - dot - 4, y: point.y + down, anchor: 'end' as const },
      ]),
    ].map((text) => ({ text, box: boxOf(text, width) }));
    const free = options.find(
      ({ box }) =>
        box.left >= left &&
        box.right <= frame.right &&
        box.top >= 0 &&
        box.bottom <= frame.bottom &&
        taken.every((other) => other.key === point.key || !isOver(box, other.box)),
    );
    const chosen = free ?? (point.kind === 'own' ? options[point.x > frame.right / 2 ? 1 : 0] : undefined);
    if (chosen === undefined) continue;
    taken.push({ key: `label of ${point.key}`, box: chosen.box });
    texts.set(point.key, chosen.text);
  }
  return points.map((point) => ({ ...point, text: texts.get(point.key) }));
}

function rankOf({ kind, rate }: Placed): number {
  return kind === 'own' ? -Infinity : -rate;
}

function boxOf({ x, y, anchor }: { x: number; y: number; anchor: 'start' | 'end' | 'middle' }, width: number): Box {
  const start = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left: start, right: start + width, top: y - font + 2, bottom: y + 2 };
}

function isOver(one: Box, other: Box): boolean {
  return one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top;
}

/** Side of what is pressed at a point, and the least distance of two of them; in pixels. */
export const linkSize = 24;
const linkDistance = linkSize + 1;
const mostPushes = 40;

/** Middles of what is pressed at points: there, or a little beside where two points are closer than fingers are. */
export function linkPlaces(
  points: readonly { readonly x: number; readonly y: number }[],
): { readonly x: number; readonly y: number }[] {
  const places = points.map(({ x, y }) => ({ x, y }));
  for (let push = 0; push < mostPushes; push++) {
    let isApart = true;
    for (const [index, one] of places.entries()) {
      for (const other of places.slice(index + 1)) {
        const [overX, overY] = [linkDistance - Math.abs(one.x - other.x), linkDistance - Math.abs(one.y - other.y)];
        if (overX <= 0 || overY <= 0) continue;
        isApart = false;
        const axis = overX < overY ? 'x' : 'y';
        const half = (Math.min(overX, overY) / 2 + 0.01) * (one[axis] <= other[axis] ? -1 : 1);
        one[axis] += half;
        other[axis] -= half;
      }
    }
    if (isApart) break;
  }
  return places;
}
