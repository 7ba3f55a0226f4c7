import type { Part } from '../judge/reported.ts';
import type { Voice } from './voice.ts';

/**
 * A part of a whole after a colon, with all that it can be: `12 of 40 (30%)`, `12 to 30 of 40 (30% to 75%; 18 not reported)`,
 * `not reported for any of 40`, `none`.
 */
export function partWords({ yes, unknown, all }: Part, { t, number }: Pick<Voice, 't' | 'number'>): string {
  if (all === 0) return t('part.none');
  const most = yes + unknown;
  const [share, mostShare] = [yes, most].map((part) => number.share(part / all));
  const range = share === mostShare ? 'alike' : 'range';
  return t(`part.${unknown === 0 ? 'exact' : unknown >= all ? 'unknown' : range}`, {
    yes: number.count(yes),
    most: number.count(most),
    all: number.count(all),
    unknown: number.count(unknown),
    share,
    mostShare,
  });
}
