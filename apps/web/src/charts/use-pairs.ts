import type { DimensionName } from '@monitor/domain';
import { comparisonOf, sidesOf } from '../answers/sides.ts';
import type { Answers } from '../answers/use-answers.ts';
import { useTerms } from '../i18n/terms.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { pairedReadingText } from './bar-words.ts';
import { pairedReading, type PairedRow, pairedRows } from '@monitor/findings';
import { useSidesNotes } from './use-sides-notes.ts';

/** The bars of a list where two sides are compared, and the sentence on them; undefined if nothing is, and before both are known. */
export function usePairs(dimension: DimensionName, answers: Answers) {
  const sides = sidesOf(answers);
  const comparison = comparisonOf(answers);
  const isOfPlaces = dimension === 'country' || dimension === 'region';
  const rows = sides && comparison && pairedRows(dimension, sides, answers.measure, comparison);
  return usePairWords(dimension, rows, isOfPlaces || comparison?.per !== 'person' ? 'day' : 'person', answers);
}

/** Pairs with their words. @param per what the amounts are divided by before they are compared */
export function usePairWords(
  dimension: DimensionName,
  rows: readonly PairedRow[] | undefined,
  per: 'day' | 'person' | 'rate',
  answers: Answers,
) {
  const { t } = useTranslation();
  const terms = useTerms();
  const fileNotes = useSidesNotes(answers);
  if (rows === undefined) return undefined;
  const isGiven = rows.some(({ change }) => change?.kind === 'change');
  const notes = isGiven ? [[t(`compare.bars.note.${per}`), t('compare.bars.note.bold')].join(' ')] : [];
  const reading = pairedReadingText(pairedReading(rows), (value) => terms.value(dimension, value), t);
  return { reading, bars: { pairs: rows, notes, fileNotes } };
}
