import type { Concentration } from '@monitor/statistics';

/** Sizes in pixels. */
export const lorenzSizes = { font: 11, left: 40, right: 12, top: 10, bottom: 36 } as const;

/** Share of places up to which the curve is drawn: beyond, it is flat where incidents are concentrated. */
const mostPlaces = 0.2;

export interface LorenzLayout {
  readonly width: number;
  readonly height: number;
  readonly plotRight: number;
  readonly plotBottom: number;
  readonly xTicks: readonly { readonly share: number; readonly x: number }[];
  readonly yTicks: readonly { readonly share: number; readonly y: number }[];
  /** Paths: the curve, the area of chance, and the mean of chance. */
  readonly curve: string;
  readonly band: string;
  readonly chance: string;
  /** The busiest places that the finding is of, and how far from there their words begin, which stand clear of both curves. */
  readonly mark: { readonly x: number; readonly y: number; readonly aside: number; readonly below: number };
}

/** The Lorenz curve, the busiest places first, and what chance alone would make of it. @param share of places that the finding is of */
export function lorenzLayout({ lorenz, busiest }: Concentration, share: number, width: number): LorenzLayout {
  const { left, right, top, bottom } = lorenzSizes;
  const height = Math.round(Math.min(260, Math.max(190, width * 0.5)));
  const [plotRight, plotBottom] = [width - right, height - bottom];
  const x = (places: number) => left + (places / mostPlaces) * (plotRight - left);
  const y = (events: number) => plotBottom - events * (plotBottom - top);
  const shown = lorenz.filter(({ places }) => places <= mostPlaces);
  const line = (of: (point: Concentration['lorenz'][number]) => number, points = shown) =>
    points.map((point) => `${x(point.places).toFixed(1)} ${y(of(point)).toFixed(1)}`).join('L');
  return {
    width,
    height,
    plotRight,
    plotBottom,
    xTicks: [0, 0.05, 0.1, 0.15, 0.2].map((one) => ({ share: one, x: x(one) })),
    yTicks: [0, 0.25, 0.5, 0.75, 1].map((one) => ({ share: one, y: y(one) })),
    curve: `M${line(({ events }) => events)}`,
    band: `M${line(({ byChance: { high } }) => high)}L${line(({ byChance: { low } }) => low, shown.toReversed())}Z`,
    chance: `M${line(({ byChance: { value } }) => value)}`,
    mark: { x: x(share), y: y(busiest.value), ...(busiest.value > 0.5 ? { aside: 8, below: 18 } : { aside: -4, below: -20 }) },
  };
}
