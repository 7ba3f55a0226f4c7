import { type Filter, type FilterName, isDimension } from '@monitor/domain';
import type { TFunction } from 'i18next';
import type { SideName } from '../controls/side-badge.tsx';
import { constraintWords } from './constraint-words.ts';
import type { Wording } from './wording.ts';

/**
 * What a side of a comparison is, in words: its values of the constraints in which the sides differ.
 * @param names of those constraints
 */
export function sideWords(filter: Filter, names: readonly FilterName[], wording: Wording): string {
  const own = constraintWords(filter, wording).filter((words) => words.names.some((name) => names.includes(name)));
  const said = new Set(own.flatMap((words) => words.names));
  const absent = names.filter((name) => !said.has(name) && filter[name] === undefined && (isDimension(name) || name === 'from'));
  const { t } = wording;
  const all = absent.map((name) =>
    t('compare.any', { label: name === 'from' ? t('filter.period') : isDimension(name) ? t(`filter.dimension.${name}`) : name }),
  );
  return [...own.map(({ text }) => text), ...all].join(', ') || t('filter.none');
}

/** Whether nothing but the period differs: the sides are then called by it. */
export function isPeriodOnly(names: readonly FilterName[]): boolean {
  return names.every((name) => name === 'from' || name === 'to');
}

/** What a side is called in a sentence: `Jun–Aug 2025`, or `B (Kosovo*)`. */
export function sideName(side: SideName, filter: Filter, names: readonly FilterName[], wording: Wording, t: TFunction): string {
  const words = sideWords(filter, names, wording);
  return isPeriodOnly(names) ? words : t(`compare.named.${side}`, { words });
}
