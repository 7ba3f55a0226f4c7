import type { KeyFigure } from '@monitor/contract';
import { countedKind, type Measure } from '@monitor/domain';
import { countedKey, keyMeasures } from '@monitor/findings';
import { missingOnMap } from '../../filter/pictures.ts';
import type { Answers } from '../../filter/use-answers.ts';
import buttons from '../../controls/button.module.css';
import { Explained } from '../../controls/explanation.tsx';
import { showWithoutPoint } from '../../filter/filter-actions.ts';
import { useExplore } from '../../filter/use-explore.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './key-figures.module.css';
import kit from '../../styles/kit.module.css';

/** How the chosen measure changed or differs, in one sentence above all figures. */
export function Finding({ answers }: { answers: Answers }) {
  const { page, summary } = answers;
  const { text = '\u00a0', detail, isClear = false } = page?.finding ?? {};
  const figure = saidAbove(answers);
  // The notice above says it.
  if (page?.sides.length === 1 && summary.data?.totals.incidents === 0) return null;
  return (
    <div className={styles.said} data-finding={page?.measure} data-outdated={summary.outdated || undefined}>
      <p className={`${kit.verdict} ${kit.large} ${styles.finding}`} data-clear={isClear || undefined}>
        {figure === undefined ? text : <Words figure={figure} text={text} />}
      </p>
      {detail === undefined ? null : <p className={kit.detail}>{detail}</p>}
    </div>
  );
}

/** The figure whose change the finding above all figures says in full, so that it is not said again. */
function saidAbove({ page, summary }: Answers): KeyFigure | undefined {
  const isSaid = page?.sides.length === 1 && summary.data?.totals.incidents !== 0;
  return isSaid ? page.figures.find(({ of }) => of === page.measure) : undefined;
}

/**
 * The figures that a person came for; each with its change, or why none is given.
 * @param isMoving whether they go with a hand, and are not read out before it rests
 */
export function KeyFigures({
  answers,
  onListed,
  isMoving = false,
}: {
  answers: Answers;
  onListed: () => void;
  isMoving?: boolean;
}) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { page, summary } = answers;
  const awaited = useAwaited();
  const said = saidAbove(answers);
  return (
    <>
      <dl className={`${kit.wrapRow} ${styles.figures}`} data-outdated={summary.outdated || undefined}>
        {(page?.figures ?? awaited).map((figure) => (
          <Figure key={figure.of} figure={figure} isSaid={figure === said} />
        ))}
        <NotOnMap answers={answers} onListed={onListed} />
      </dl>
      {page?.datasetNotes === undefined ? null : <p className={`${kit.note} ${styles.note}`}>{page.datasetNotes}</p>}
      {answers.leftOut === undefined ? null : <p className={`${kit.note} ${styles.note}`}>{answers.leftOut}</p>}
      <output className="visually-hidden">
        {summary.data === undefined || summary.outdated || isMoving
          ? ''
          : t('summary.announcement', {
              count: summary.data.totals.incidents,
              number: number.count(summary.data.totals.incidents),
            })}
      </output>
    </>
  );
}

/** The figures before the first answer, in their places. */
function useAwaited(): readonly KeyFigure[] {
  const { t } = useTranslation();
  const { filter, view } = useExplore();
  const labelOf = (of: Measure, form: 'label' | 'many') => t(countedKey(countedKind(filter), of, form), { count: 0 });
  const none = { amounts: [], values: ['–'], isClear: false };
  return [
    ...keyMeasures(filter, view.measure).map((of) => ({ of, label: labelOf(of, 'label'), ...none })),
    { of: 'rate', label: t('summary.rate.label', { many: labelOf(view.measure, 'many') }), ...none },
  ];
}

/** Words about a figure, whose last has the sign behind which more is said. */
function Words({ figure: { of, explanation, about = '' }, text }: { figure: KeyFigure; text: string }) {
  if (explanation === undefined) return text;
  const method = of === 'rate' ? 'interval-of-a-count-and-of-a-rate' : 'ratio-of-two-rates';
  return <Explained text={text} explanation={explanation} label={about} method={method} />;
}

/** @param isSaid whether its change is said above */
function Figure({ figure, isSaid }: { figure: KeyFigure; isSaid: boolean }) {
  const { t } = useTranslation();
  const { of, label, values, verdict, isClear, detail, missing } = figure;
  const [value, other] = values;
  return (
    <div className={`${kit.grid} ${styles.figure}`} data-figure={of} data-compared={other !== undefined || undefined}>
      <dt className={`${kit.note} ${styles.label}`}>{label}</dt>
      <dd className={`${kit.value} ${kit.nowrap} ${styles.value}`}>{value}</dd>
      {other === undefined ? null : (
        <dd className={`${kit.note} ${kit.nowrap} ${styles.other}`}>{t('compare.inB', { number: other })}</dd>
      )}
      {isSaid ? null : (
        <dd className={`${kit.note} ${styles.change}`}>
          {verdict === undefined ? null : (
            <span className={`${kit.block} ${kit.verdict}`} data-clear={isClear || undefined}>
              {detail === undefined ? <Words figure={figure} text={verdict} /> : verdict}
            </span>
          )}
          {detail === undefined ? verdict === undefined ? '\u00a0' : null : <Words figure={figure} text={detail} />}
        </dd>
      )}
      {missing === undefined ? null : <dd className={`${kit.note} ${kit.span} ${styles.missing}`}>{missing}</dd>}
    </div>
  );
}

/** How many incidents the chosen picture of the map cannot show, and their list where a filter can select them. */
function NotOnMap({ answers, onListed }: { answers: Answers; onListed: () => void }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { act, view } = useExplore();
  const summary = answers.summary.data;
  const missing = summary && answers.page?.noData === undefined && missingOnMap(view, summary, answers.filterOfFigures);
  const count = missing ? missing.count : undefined;
  const list = () => {
    act(showWithoutPoint);
    onListed();
  };
  return (
    <div className={`${kit.grid} ${styles.figure}`} data-figure="withoutPoint">
      <dt className={`${kit.note} ${styles.label}`}>{t('summary.withoutPoint.label')}</dt>
      <dd className={`${kit.value} ${kit.nowrap} ${styles.value}`}>{count === undefined ? '–' : number.count(count)}</dd>
      <dd className={`${kit.note} ${styles.change}`}>
        {count === undefined || count === 0 ? (
          count === undefined || summary?.totals.incidents === 0 ? (
            '\u00a0'
          ) : (
            t('summary.withoutPoint.none')
          )
        ) : missing && missing.without === 'region' ? (
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
