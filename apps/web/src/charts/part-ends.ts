import type { DrawnPart } from '@monitor/contract';
import { unknownValue } from '@monitor/findings';
import type { EndBlock } from './trend-notes.tsx';

/** The names of parts at the ends of their lines, or in the middle of their layers, with their last values. */
export function partEnds(parts: readonly DrawnPart[], show: 'lines' | 'stacked'): EndBlock[] {
  let below = 0;
  return parts.map(({ value, name, amounts, end }) => {
    const last = amounts.findLast((amount) => amount !== null) ?? 0;
    const middle = below + last / 2;
    below += last;
    return {
      key: value,
      title: `${name} ${end}`,
      value: show === 'stacked' ? middle : last,
      tone: value === unknownValue ? 'quiet' : 'ink',
    };
  });
}
