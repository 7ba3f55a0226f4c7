import type { TrendsData } from '@monitor/contract';
import { unknownValue } from '@monitor/findings';
import type { View } from '../../filter/explore-state.ts';
import { colourOf } from '../../styles/series-colours.ts';

/** How parts can be shown. */
export const shownForms = ['lines', 'stacked', 'multiples'] as const;
type ShownForm = (typeof shownForms)[number];

/** Lines whose colours a reader can tell apart, at most, and lines of one colour. */
const [mostHues, mostTones] = [8, 6];

/** How the series is shown: parts as lines where each has a colour of its own, else side by side; parts of no whole are not stacked. */
export function shownAs({ parts, split, addsUp, steps }: TrendsData, show: View['show']): ShownForm | 'total' {
  if (parts.length === 0) return 'total';
  const known = parts.filter(({ value }) => value !== unknownValue);
  const hasHues = known.length <= mostHues && known.every(({ value }) => colourOf(split, value) !== undefined);
  // A layer needs two steps.
  const canStack = addsUp && steps.filter(({ whole }) => whole !== null).length > 1;
  if (show === 'auto') return hasHues ? 'lines' : 'multiples';
  return show === 'stacked' && !canStack ? 'lines' : show;
}

/** Those that a reader can tell apart as lines: all with colours of their own, or the largest, and what is not reported. */
export function linesOf<Part extends { readonly value: string; readonly colour?: string | undefined }>(
  parts: readonly Part[],
): Part[] {
  const known = parts.filter(({ value }) => value !== unknownValue);
  const shown = known.slice(0, known.every(({ colour }) => colour !== undefined) ? mostHues : mostTones);
  return [...shown, ...parts.filter(({ value }) => value === unknownValue)];
}
