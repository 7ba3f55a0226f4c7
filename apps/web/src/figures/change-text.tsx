import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import { useTerms } from '../i18n/terms.ts';
import type { FigureChange } from './change.ts';
import { changeWords } from './change-words.ts';
import { Explained } from './explained.tsx';

/** What is said under a figure. */
interface ChangeTextProps {
  readonly change: FigureChange;
  /** Name of the figure. */
  readonly figure: string;
  /** Whether the text itself says what is compared with. */
  readonly long: boolean;
  /** How many incidents are not in the figure, since their sources do not say the number. */
  readonly notReported: string | undefined;
}

/** A change in words, or why none is given; at length behind its sign. */
export function ChangeText({ change, figure, long, notReported }: ChangeTextProps) {
  const { t } = useTranslation();
  const terms = useTerms();
  const { text, explanation } = changeWords(change, long, figure, t, useFormat(), terms.place);
  const label = change.kind === 'change' ? t('summary.aboutChange', { figure }) : t('summary.aboutNoChange', { figure });
  return <Explained text={text} explanation={[explanation, notReported].filter(Boolean).join(' ')} label={label} />;
}
