import type { BriefData } from '@monitor/contract';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './headline-figure.module.css';
import kit from '../../styles/kit.module.css';
import { YearBars } from './year-bars.tsx';

/** One figure of a brief: the number, the same period of earlier years, and how it changed on two periods. */
export function HeadlineFigure({ figure }: { figure: BriefData['figures'][number] }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { measure, count, verdicts } = figure;
  return (
    <div className={styles.figure} data-figure={measure}>
      <p className={`${kit.number} ${styles.number}`} data-measure={measure}>
        {count === null ? '–' : number.count(count)}
      </p>
      <p className={kit.note}>{t(`report.figure.${measure}`)}</p>
      {count === null ? (
        <p className={styles.verdict}>{t('report.figure.notReported')}</p>
      ) : (
        <>
          <YearBars figure={figure} />
          {verdicts.map(({ verdict, detail, isClear }) => (
            <p key={detail} className={styles.verdict} data-clear={isClear || undefined}>
              <strong>{verdict}</strong> {detail}
            </p>
          ))}
        </>
      )}
    </div>
  );
}
