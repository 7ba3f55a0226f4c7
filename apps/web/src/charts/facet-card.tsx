import type { ListDimension } from '@monitor/domain';
import { useTranslation } from 'react-i18next';
import type { Answers } from '../explore/use-answers.ts';
import { useExplore } from '../filter/use-explore.ts';
import { useFormat } from '../format/use-format.ts';
import { useTerms } from '../i18n/terms.ts';
import { BarCard, isSingle } from './bar-card.tsx';
import { barReading, barRows } from './bar-rows.ts';

const length = 10;

/** Counts by the values of a list, in the measure chosen for all charts. */
export function FacetCard({ dimension, answers }: { dimension: 'type' | 'weapon' | 'outcome'; answers: Answers }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { view } = useExplore();
  const { data, outdated } = answers.summary;
  const counted = data?.facets[dimension];
  const { rows, others } = barRows(counted ?? [], view.measure, length);
  return (
    <BarCard
      dimension={dimension}
      title={t(`chart.by.${dimension}.${view.measure}`)}
      reading={useCountReading(dimension, counted)}
      rows={counted === undefined ? undefined : rows}
      others={others}
      amountText={number.count}
      amountLabel={t(`chart.measures.${view.measure}`)}
      outdated={outdated}
    />
  );
}

/** One sentence on the longest bar. */
export function useCountReading(
  dimension: ListDimension,
  counted: Parameters<typeof barReading>[0] | undefined,
): string | undefined {
  const { t } = useTranslation();
  const { number } = useFormat();
  const terms = useTerms();
  const { view } = useExplore();
  if (counted === undefined) return undefined;
  const reading = barReading(counted, view.measure, isSingle(dimension, view.measure));
  if (reading === undefined) return t('chart.by.nothing');
  const value = terms.value(dimension, reading.first.value);
  const amount = t(`summary.sentence.${view.measure}`, { count: reading.first.amount, number: number.count(reading.first.amount) });
  return reading.share === undefined
    ? t('chart.by.most', { value, amount })
    : t('chart.by.mostWithShare', { value, amount, share: number.share(reading.share) });
}
