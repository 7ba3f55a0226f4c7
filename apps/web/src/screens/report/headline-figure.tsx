import { calendarPeriodBefore, yearsEarlier } from '@monitor/domain';
import { isNotReported } from '@monitor/findings';
import { type Brief, changeOnPeriodBefore, changeOnYear, type Headline, totalsOf, yearlyAmounts } from './brief.ts';
import { changeVerdict, rankedYears, type Verdict, type Writing } from './change-sentences.ts';
import styles from './headline-figure.module.css';
import kit from '../../styles/kit.module.css';
import { YearBars } from './year-bars.tsx';

/** One figure of a brief: the number, the same period of earlier years, and how it changed on two periods. */
export function HeadlineFigure({ brief, headline, writing }: { brief: Brief; headline: Headline; writing: Writing }) {
  const { t, format } = writing;
  const totals = totalsOf(brief, headline);
  const isKnown = !isNotReported(totals, headline);
  return (
    <div className={styles.figure} data-figure={headline}>
      <p className={`${kit.number} ${styles.number}`} data-measure={headline}>
        {isKnown ? format.number.count(totals[headline] ?? 0) : '–'}
      </p>
      <p className={kit.note}>{t(`report.figure.${headline}`)}</p>
      {isKnown ? (
        <>
          <YearBars headline={headline} amounts={yearlyAmounts(brief, headline, rankedYears)} writing={writing} />
          {verdictsOf(brief, headline, writing).map(({ verdict, detail, isClear }) => (
            <p key={detail} className={styles.verdict} data-clear={isClear || undefined}>
              <strong>{verdict}</strong> {detail}
            </p>
          ))}
        </>
      ) : (
        <p className={styles.verdict}>{t('report.figure.notReported')}</p>
      )}
    </div>
  );
}

/** How a figure changed on the year before, and on the month or quarter before. */
function verdictsOf(brief: Brief, headline: Headline, writing: Writing): Verdict[] {
  const { period } = brief;
  const onBefore = changeOnPeriodBefore(brief, headline);
  return [
    changeVerdict(changeOnYear(brief, headline), headline, yearsEarlier(period, 1), writing),
    ...(onBefore === undefined ? [] : [changeVerdict(onBefore, headline, calendarPeriodBefore(period), writing)]),
  ];
}
