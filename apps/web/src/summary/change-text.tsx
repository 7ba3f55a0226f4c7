import { useTranslation } from 'react-i18next';
import { Explanation } from '../controls/explanation.tsx';
import { useFormat } from '../format/use-format.ts';
import type { FigureChange } from './change.ts';
import { changeWords } from './change-words.ts';

/** A change in words, or why none is given; at length under the pointer. */
export function ChangeText({ change, long }: { change: FigureChange; long: boolean }) {
  const { t } = useTranslation();
  const { text, explanation } = changeWords(change, long, t, useFormat());
  // What decides whether to believe a change must be found without a pointer too.
  const isWeighed = 'heaviest' in change && change.heaviest !== undefined;
  return (
    <>
      <span title={explanation}>{text}</span>
      {isWeighed ? <Explanation label={t('summary.weightLabel')} text={explanation} /> : null}
    </>
  );
}
