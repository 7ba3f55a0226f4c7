import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import { useTerms } from '../i18n/terms.ts';
import type { FigureChange } from './change.ts';
import { changeWords } from './change-words.ts';
import { Explained } from './explained.tsx';

/** A change in words, or why none is given; at length behind its sign. */
export function ChangeText({ change, figure, long }: { change: FigureChange; figure: string; long: boolean }) {
  const { t } = useTranslation();
  const terms = useTerms();
  const { text, explanation } = changeWords(change, long, t, useFormat(), terms.place);
  const label = change.kind === 'change' ? t('summary.aboutChange', { figure }) : t('summary.aboutNoChange', { figure });
  return <Explained text={text} explanation={explanation} label={label} />;
}
