import { figureChange, findingWords, isNotReported } from '@monitor/findings';
import type { Answers } from '../answers/use-answers.ts';
import { useVoice } from '../i18n/terms.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { SidesFinding } from './sides-finding.tsx';
import kit from '../styles/kit.module.css';
import styles from './finding.module.css';

/** How the chosen measure changed or differs, in one sentence above all figures. */
export function Finding({ answers }: { answers: Answers }) {
  return answers.against === undefined ? <ChangeFinding answers={answers} /> : <SidesFinding answers={answers} />;
}

function ChangeFinding({ answers }: { answers: Answers }) {
  const { t } = useTranslation();
  const voice = useVoice();
  const { summary, measure, filterOfFigures, datasets, datasetsConcerned } = answers;
  const { data, outdated } = summary;
  if (data === undefined || datasets === undefined) return <p className={`${kit.verdict} ${styles.finding}`}>{'\u00a0'}</p>;
  const found = () => {
    if (data.totals.incidents === 0) return { text: t('summary.finding.none'), isClear: false };
    if (isNotReported(data.totals, measure))
      return { text: t('summary.finding.notReported', { many: t(`measure.${measure}.many`) }), isClear: false };
    const change = figureChange(data, filterOfFigures, measure, datasetsConcerned);
    return findingWords(change, measure, data.totals[measure] ?? 0, voice);
  };
  const { text, isClear } = found();
  return (
    <p className={`${kit.verdict} ${styles.finding}`} data-clear={isClear || undefined} data-outdated={outdated || undefined}>
      {text}
    </p>
  );
}
