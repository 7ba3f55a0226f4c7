/** A label at the end of a line. */
export interface EndLabel {
  /** Where its line ends, in pixels from the top. */
  readonly at: number;
  /** Height of its text. */
  readonly height: number;
}

/**
 * Middles of labels, in the order given, moved apart so that none covers another, as near to the ends of their lines as that leaves
 * them, between top and bottom where all of them fit.
 */
export function placeLabels(labels: readonly EndLabel[], top: number, bottom: number): number[] {
  const order = labels.map((_, index) => index).toSorted((one, other) => labels[one]!.at - labels[other]!.at);
  const middles = labels.map(({ at }) => at);
  let edge = top;
  for (const index of order) {
    const { height } = labels[index]!;
    middles[index] = Math.max(middles[index]!, edge + height / 2);
    edge = middles[index] + height / 2;
  }
  edge = bottom;
  for (const index of order.toReversed()) {
    const { height } = labels[index]!;
    middles[index] = Math.min(middles[index]!, edge - height / 2);
    edge = middles[index] - height / 2;
  }
  return middles;
}
