/** Ratios that the axis of changes has marks at: on the log scale, half and twice are equally far from no change. */
export const ratioAxis = [0.5, 1, 2, 4] as const;

const [least] = ratioAxis;
const most = 4;
/** Room left and right of the axis for what lies beyond it, in per cent of the width. */
const margin = 4;

/** Where a ratio lies on the axis, in per cent of its width; at the edge where it lies beyond. */
export function ratioPlace(ratio: number): number {
  const share = Math.log(Math.max(ratio, 1e-9) / least) / Math.log(most / least);
  const place = margin + share * (100 - 2 * margin);
  return Math.round(Math.min(100, Math.max(0, place)) * 100) / 100;
}
