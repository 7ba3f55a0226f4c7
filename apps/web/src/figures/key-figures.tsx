import type { Summary } from '@monitor/contract';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Answers } from '../answers/use-answers.ts';
import buttons from '../controls/button.module.css';
import { showWithoutPoint } from '../filter/filter-actions.ts';
import type { Measure } from '../filter/explore-state.ts';
import { useExplore } from '../filter/use-explore.ts';
import type { NumberFormat } from '../format/number-format.ts';
import { useFormat } from '../format/use-format.ts';
import { useTerms } from '../i18n/terms.ts';
import { changeWords } from './change-words.ts';
import { figureChange, type FigureChange } from './change.ts';
import { Explained } from '../controls/explanation.tsx';
import styles from './key-figures.module.css';
import { RateFigure } from './rate-figure.tsx';
import { useSuicidesAmongKilled } from './use-suicides-among-killed.ts';

/** The figures that a person came for; each with its change, or why none is given. */
export function KeyFigures({ answers, onListed }: { answers: Answers; onListed: () => void }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const summary = answers.summary.data;
  const together = useSuicidesAmongKilled(answers.datasetsShown);
  return (
    <>
      <dl className={styles.figures} data-outdated={answers.summary.outdated || undefined}>
        <Figure figure="incidents" answers={answers} />
        <Figure figure="killed" answers={answers} />
        <Figure figure="injured" answers={answers} />
        <RateFigure answers={answers} />
        <WithoutPoint totals={summary?.totals} onListed={onListed} />
      </dl>
      {together === undefined ? null : <p className={styles.note}>{together}</p>}
      <output className="visually-hidden">
        {summary === undefined || answers.summary.outdated
          ? ''
          : t('summary.announcement', { count: summary.totals.incidents, number: number.count(summary.totals.incidents) })}
      </output>
    </>
  );
}

function Figure({ figure, answers }: { figure: Measure; answers: Answers }) {
  const summary = answers.summary.data;
  const { t } = useTranslation();
  const { number } = useFormat();
  const count = summary?.totals[figure];
  const label = t(`summary.figure.${figure}`, { count: count ?? 0 });
  return (
    <div className={styles.figure} data-figure={figure}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>{count === undefined ? '–' : number.count(count)}</dd>
      <dd className={styles.change}>
        {summary === undefined || answers.datasets === undefined ? (
          '\u00a0'
        ) : (
          <ChangeText
            change={figureChange(summary, answers.filterOfFigures, figure, answers.datasetsConcerned)}
            measure={figure}
            figure={label}
            long={figure === 'incidents'}
            notReported={figure === 'incidents' ? undefined : notReportedWords(figure, summary, t, number)}
          />
        )}
      </dd>
    </div>
  );
}

/** How many of the incidents do not say the number: not zero, and not in the sum. */
function notReportedWords(figure: 'killed' | 'injured', { totals }: Summary, t: TFunction, number: NumberFormat) {
  const missing = totals.notReported[figure];
  if (missing === 0 || totals.incidents === 0) return undefined;
  return t('summary.notReported', {
    count: missing,
    number: number.count(missing),
    share: number.share(missing / totals.incidents),
  });
}

function WithoutPoint({ totals, onListed }: { totals: Summary['totals'] | undefined; onListed: () => void }) {
  const count = totals?.withoutPoint;
  const { t } = useTranslation();
  const { number } = useFormat();
  const { act } = useExplore();
  const list = () => {
    act(showWithoutPoint);
    onListed();
  };
  return (
    <div className={styles.figure} data-figure="withoutPoint">
      <dt className={styles.label}>{t('summary.withoutPoint.label')}</dt>
      <dd className={styles.value}>{count === undefined ? '–' : number.count(count)}</dd>
      <dd className={styles.change}>
        {count === undefined || count === 0 ? (
          totals === undefined || totals.incidents === 0 ? (
            '\u00a0'
          ) : (
            t('summary.withoutPoint.none')
          )
        ) : (
          <button type="button" className={buttons.link} onClick={list}>
            {t('summary.withoutPoint.list')}
          </button>
        )}
      </dd>
    </div>
  );
}

/** What is said under a figure. */
interface ChangeTextProps {
  readonly change: FigureChange;
  readonly measure: Measure;
  /** Name of the figure. */
  readonly figure: string;
  /** Whether the text itself says what is compared with. */
  readonly long: boolean;
  /** How many incidents are not in the figure, since their sources do not say the number. */
  readonly notReported: string | undefined;
}

/** A change in words, or why none is given; at length behind its sign. */
function ChangeText({ change, measure, figure, long, notReported }: ChangeTextProps) {
  const { t } = useTranslation();
  const terms = useTerms();
  const { text, explanation } = changeWords(change, long, measure, t, useFormat(), terms.place);
  const label = change.kind === 'change' ? t('summary.aboutChange', { figure }) : t('summary.aboutNoChange', { figure });
  return <Explained text={text} explanation={[explanation, notReported].filter(Boolean).join(' ')} label={label} />;
}
