import { isMeasureOfDescribed, type Measure } from '@monitor/domain';
import type { Summary } from '@monitor/contract';
import {
  changeWords,
  figureChange,
  type FigureChange,
  isNotReported,
  isWithoutData,
  notReportedOf,
  type NumberFormat,
} from '@monitor/findings';
import type { TFunction } from 'i18next';
import { missingOnMap } from '../answers/missing-on-map.ts';
import type { Answers } from '../answers/use-answers.ts';
import { keyMeasures } from '../answers/measures-shown.ts';
import { comparisonOf, isOutdated } from '../answers/sides.ts';
import buttons from '../controls/button.module.css';
import { showWithoutPoint } from '../filter/filter-actions.ts';
import { useExplore } from '../filter/use-explore.ts';
import { useFormat } from '../format/use-format.ts';
import { useVoice } from '../i18n/terms.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { Explained } from '../controls/explanation.tsx';
import styles from './key-figures.module.css';
import kit from '../styles/kit.module.css';
import { RateFigure } from './rate-figure.tsx';
import { OtherFigure, SidesText } from './sides-text.tsx';
import { useSuicidesAmongKilled } from './use-suicides-among-killed.ts';

/** The figures that a person came for; each with its change, or why none is given. */
export function KeyFigures({ answers, onListed }: { answers: Answers; onListed: () => void }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const summary = answers.summary.data;
  const together = useSuicidesAmongKilled(answers.datasetsShown);
  return (
    <>
      <dl className={styles.figures} data-outdated={isOutdated(answers) || undefined}>
        {keyMeasures(answers.filterOfFigures, answers.measure).map((measure) => (
          <Figure key={measure} measure={measure} answers={answers} />
        ))}
        <RateFigure answers={answers} />
        <NotOnMap answers={answers} onListed={onListed} />
      </dl>
      {together === undefined ? null : <p className={`${kit.note} ${styles.note}`}>{together}</p>}
      <output className="visually-hidden">
        {summary === undefined || answers.summary.outdated
          ? ''
          : t('summary.announcement', { count: summary.totals.incidents, number: number.count(summary.totals.incidents) })}
      </output>
    </>
  );
}

/** One figure with its change. Where nothing is reported, it says so: 0 would be a lie. */
function Figure({ measure, answers }: { measure: Measure; answers: Answers }) {
  const summary = answers.summary.data;
  const { t } = useTranslation();
  const { number } = useFormat();
  const count = summary?.totals[measure];
  const isUnknown = summary === undefined || count === undefined || (measure !== 'incidents' && summary.totals.incidents === 0);
  const isSilent = summary !== undefined && isNotReported(summary.totals, measure);
  const label = t(`measure.${measure}.label`, { count: count ?? 0 });
  const comparison = comparisonOf(answers, measure);
  const hasNoDays = comparison !== undefined && isWithoutData(comparison, 0);
  return (
    <div className={styles.figure} data-figure={measure} data-compared={answers.against !== undefined || undefined}>
      <dt className={styles.label}>{label}</dt>
      <dd className={`${kit.value} ${styles.value}`}>{isUnknown || isSilent || hasNoDays ? '–' : number.count(count)}</dd>
      {answers.against === undefined ? null : <OtherFigure text={optional(comparison?.counts[1], number.count)} />}
      <dd className={`${kit.note} ${styles.change}`}>
        {isUnknown || answers.datasets === undefined ? (
          '\u00a0'
        ) : answers.against !== undefined ? (
          <SidesText comparison={comparison} figure={label} />
        ) : isSilent ? (
          t('summary.notReported.all')
        ) : (
          <ChangeText
            change={figureChange(summary, answers.filterOfFigures, measure, answers.datasetsConcerned)}
            measure={measure}
            figure={label}
            notReported={notReportedWords(measure, summary, t, number)}
          />
        )}
      </dd>
      <NotDescribed measure={measure} totals={summary?.totals} />
    </div>
  );
}

function optional(count: number | undefined, text: (count: number) => string): string | undefined {
  return count === undefined ? undefined : text(count);
}

/** Beside a number of people described: how many incidents describe nobody. */
function NotDescribed({ measure, totals }: { measure: Measure; totals: Summary['totals'] | undefined }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const missing = totals && notReportedOf(totals, measure);
  if (!isMeasureOfDescribed(measure) || missing === undefined || missing === 0) return null;
  return (
    <dd className={`${kit.note} ${styles.missing}`}>
      {t(`summary.notReported.${measure}`, { count: missing, number: number.count(missing) })}
    </dd>
  );
}

/** How many of the incidents do not say the number: not zero, and not in the sum. */
function notReportedWords(measure: Measure, { totals }: Summary, t: TFunction, number: NumberFormat) {
  const missing = notReportedOf(totals, measure) ?? 0;
  if (missing === 0 || totals.incidents === 0) return undefined;
  const values = { count: missing, number: number.count(missing), share: number.share(missing / totals.incidents) };
  return isMeasureOfDescribed(measure) ? t(`summary.notReported.${measure}`, values) : t('summary.notReported.number', values);
}

/** How many incidents the chosen picture of the map cannot show, and their list where a filter can select them. */
function NotOnMap({ answers, onListed }: { answers: Answers; onListed: () => void }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { act, view } = useExplore();
  const summary = answers.summary.data;
  const missing = summary && missingOnMap(view, summary, answers.filterOfFigures);
  const count = missing?.count;
  const list = () => {
    act(showWithoutPoint);
    onListed();
  };
  return (
    <div className={styles.figure} data-figure="withoutPoint">
      <dt className={styles.label}>{t('summary.withoutPoint.label')}</dt>
      <dd className={`${kit.value} ${styles.value}`}>{count === undefined ? '–' : number.count(count)}</dd>
      <dd className={`${kit.note} ${styles.change}`}>
        {count === undefined || count === 0 ? (
          count === undefined || summary?.totals.incidents === 0 ? (
            '\u00a0'
          ) : (
            t('summary.withoutPoint.none')
          )
        ) : missing?.without === 'region' ? (
          t('summary.withoutPoint.noRegion')
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
  /** How many incidents are not in the figure, since their sources do not say the number. */
  readonly notReported: string | undefined;
}

/** A change in words, verdict first, or why none is given; at length behind its sign. */
function ChangeText({ change, measure, figure, notReported }: ChangeTextProps) {
  const { t } = useTranslation();
  const voice = useVoice();
  // The finding above asks for a period; each figure need not ask again.
  if (change.kind === 'no_first_day') {
    if (notReported === undefined || isMeasureOfDescribed(measure)) return null;
    return <Explained text={t('summary.notReported.some')} explanation={notReported} label={t('summary.about', { figure })} />;
  }
  const { verdict, isClear, before, explanation } = changeWords(change, measure, voice);
  const label = change.kind === 'change' ? t('summary.aboutChange', { figure }) : t('summary.aboutNoChange', { figure });
  const sign = (
    <Explained text={before ?? verdict} explanation={[explanation, notReported].filter(Boolean).join(' ')} label={label} />
  );
  if (before === undefined) return sign;
  return (
    <>
      <span className={`${kit.block} ${kit.verdict}`} data-clear={isClear || undefined}>
        {verdict}
      </span>
      {sign}
    </>
  );
}
