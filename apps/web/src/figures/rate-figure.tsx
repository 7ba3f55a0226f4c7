import type { Measure } from '@monitor/domain';
import { dispersionOf, type PopulationRate, populationRate, rateWords } from '@monitor/findings';
import { population } from '@monitor/geography';
import type { Answers } from '../answers/use-answers.ts';
import { comparisonOf } from '../answers/sides.ts';
import { useFormat } from '../format/use-format.ts';
import { useVoice } from '../i18n/terms.ts';
import { Explained } from '../controls/explanation.tsx';
import { useTranslation } from '../i18n/use-translation.ts';
import styles from './key-figures.module.css';
import kit from '../styles/kit.module.css';
import { OtherFigure, SidesText } from './sides-text.tsx';

/** What is counted per 100,000 people and year, with the source and year of its population; or why there is none. */
export function RateFigure({ answers }: { answers: Answers }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { summary, datasets, filterOfFigures: filter, measure, against } = answers;
  const { data } = summary;
  const rate =
    data === undefined || datasets === undefined
      ? undefined
      : populationRate(
          { filter, period: data.period, datasets, findPopulation: population },
          data.facets.country ?? [],
          measure,
          dispersionOf(data.totals, measure),
        );
  const comparison = comparisonOf(answers);
  const other = comparison?.rates[1];
  const label = t('summary.rate.label', { many: t(`measure.${measure}.many`) });
  return (
    <div className={styles.figure} data-figure="rate" data-compared={against !== undefined || undefined}>
      <dt className={styles.label}>{label}</dt>
      <dd className={`${kit.value} ${styles.value}`}>{rate?.kind === 'rate' ? number.rate(rate.rate) : '–'}</dd>
      {against === undefined ? null : <OtherFigure text={other?.kind === 'rate' ? number.rate(other.rate) : undefined} />}
      <dd className={`${kit.note} ${styles.change}`}>
        {rate === undefined ? (
          '\u00a0'
        ) : comparison?.per === 'person' ? (
          <SidesText comparison={comparison} figure={label} />
        ) : (
          <RateText
            rate={rate.kind === 'rate' && other !== undefined && other.kind !== 'rate' ? other : rate}
            other={other}
            measure={measure}
          />
        )}
      </dd>
    </div>
  );
}

function RateText({ rate, other, measure }: { rate: PopulationRate; other: PopulationRate | undefined; measure: Measure }) {
  const { t } = useTranslation();
  const many = t(`measure.${measure}.many`);
  const { text, explanation } = rateWords(rate, many, useVoice(), other);
  const figure = t('summary.rate.label', { many });
  return <Explained text={text} explanation={explanation} label={t('summary.about', { figure })} />;
}
