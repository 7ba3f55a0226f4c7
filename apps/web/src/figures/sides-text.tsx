import type { SidesComparison } from '@monitor/findings';
import { Explained } from '../controls/explanation.tsx';
import { useVoice } from '../i18n/terms.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import styles from './key-figures.module.css';
import kit from '../styles/kit.module.css';
import { sidesWords } from './sides-words.ts';

/** The same figure of what is compared with. */
export function OtherFigure({ text = '–' }: { text: string | undefined }) {
  const { t } = useTranslation();
  return <dd className={styles.other}>{t('compare.inB', { number: text })}</dd>;
}

/** How a figure of A differs from that of B. */
export function SidesText({ comparison, figure }: { comparison: SidesComparison | undefined; figure: string }) {
  const { t } = useTranslation();
  const voice = useVoice();
  if (comparison === undefined) return '\u00a0';
  const { verdict, isClear, explanation } = sidesWords(comparison, { t, format: voice, place: voice.place });
  const kind = comparison.change.kind === 'change' ? 'aboutChange' : 'aboutNoChange';
  return (
    <span className={`${kit.block} ${kit.verdict}`} data-clear={isClear || undefined}>
      {explanation === '' ? (
        verdict
      ) : (
        <Explained text={verdict} explanation={explanation} label={t(`summary.${kind}`, { figure })} />
      )}
    </span>
  );
}
