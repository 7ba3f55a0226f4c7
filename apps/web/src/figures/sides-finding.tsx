import { comparisonOf, isOutdated } from '../answers/sides.ts';
import type { Answers } from '../answers/use-answers.ts';
import { useSideName } from '../filter/use-side-words.ts';
import { useVoice } from '../i18n/terms.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import styles from './finding.module.css';
import kit from '../styles/kit.module.css';
import { sidesFinding } from './sides-words.ts';

/** How A and B differ: one sentence, and under it how sure that is. */
export function SidesFinding({ answers }: { answers: Answers }) {
  const { t } = useTranslation();
  const voice = useVoice();
  const nameOf = useSideName(answers);
  const comparison = comparisonOf(answers);
  if (comparison === undefined) return <p className={`${kit.verdict} ${styles.finding}`}>{'\u00a0'}</p>;
  const names = { a: nameOf('a'), b: nameOf('b') };
  const { lead, detail, isClear } = sidesFinding(comparison, answers.measure, names, { t, format: voice, place: voice.place });
  return (
    <div className={kit.alone} data-outdated={isOutdated(answers) || undefined}>
      <p className={`${kit.verdict} ${styles.finding}`} data-clear={isClear || undefined}>
        {lead}
      </p>
      <p className={kit.detail}>{detail}</p>
    </div>
  );
}
