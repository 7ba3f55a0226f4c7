import { briefFigureKey } from '@monitor/findings';
import type { BriefData } from '@monitor/contract';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { YearBars } from '../../pictures/year-bars.tsx';
import kit from '../../styles/kit.module.css';
import styles from './headline-figure.module.css';

/** One figure of a brief: the number, the same period of earlier years, and how it changed on two periods. */
export function HeadlineFigure({
  figure: { measure, count, verdicts, notes, years, unrecorded },
}: {
  figure: BriefData['figures'][number];
}) {
  const { t } = useTranslation();
  const { number, date } = useFormat();
  const values = years.map(({ from, count: ofYear }) =>
    ofYear === null
      ? t('report.figure.noData', { year: date.year(from) })
      : t('report.figure.value', { year: date.year(from), number: number.count(ofYear) }),
  );
  const bars = years.map(({ from, count: ofYear, ofOne }, index) => {
    const year = date.year(from);
    const isShort = index > 0 && index < years.length - 1;
    return { year: isShort ? `’${year.slice(-2)}` : year, count: ofYear, ofOne, text: ofYear === null ? '' : number.count(ofYear) };
  });
  return (
    <div className={`${kit.least} ${kit.divided} ${styles.figure}`} data-figure={measure}>
      <p className={`${kit.number} ${styles.number}`} data-measure={measure}>
        {count === null ? '–' : number.count(count)}
      </p>
      <p className={kit.note}>{t(briefFigureKey(measure), { count: count ?? 0 })}</p>
      {count === null ? (
        <p className={`${kit.note} ${styles.verdict}`}>{unrecorded ?? t('report.figure.notReported')}</p>
      ) : (
        <>
          <YearBars
            years={bars}
            tone={measure}
            label={t('report.figure.bars', { figure: t(briefFigureKey(measure), { count: 0 }), values: values.join(', ') })}
            height={60}
            className={`${kit.top1} ${kit.printed}`}
          />
          {verdicts.map(({ verdict, detail, isClear }, index) => (
            <p key={detail} className={`${kit.note} ${styles.verdict}`} data-clear={isClear || undefined}>
              {verdict === verdicts[index - 1]?.verdict ? null : <strong>{verdict}</strong>} {detail}
            </p>
          ))}
          {notes.map((note) => (
            <p key={note} className={`${kit.note} ${styles.verdict}`}>
              {note}
            </p>
          ))}
        </>
      )}
    </div>
  );
}
