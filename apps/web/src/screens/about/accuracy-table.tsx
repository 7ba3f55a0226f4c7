import { datePrecisions, placePrecisions } from '@monitor/domain';
import { useSummary } from '../../answers/use-summary.ts';
import { ScrollArea } from '../../controls/scroll-area.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useTerms } from '../../i18n/terms.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './about-page.module.css';
import kit from '../../styles/kit.module.css';

/** How accurately place and date can be known, each with an example and how many of the incidents here are known that well. */
const accuracies = [
  { dimension: 'place_precision', codes: placePrecisions.codes },
  { dimension: 'date_precision', codes: datePrecisions.codes },
] as const;

export function AccuracyTable() {
  const { t } = useTranslation();
  const terms = useTerms();
  const { number } = useFormat();
  const { data } = useSummary(
    {},
    {
      interval: 'none',
      facets: accuracies.map(({ dimension }) => dimension),
    },
  );
  const total = data?.totals.incidents ?? 0;
  return accuracies.map(({ dimension, codes }) => (
    <ScrollArea key={dimension} className={`${kit.top4} ${kit.scroll}`} label={t(`about.accuracy.${dimension}.title`)}>
      <table className={styles.table}>
        <caption>{t(`about.accuracy.${dimension}.title`)}</caption>
        <thead>
          <tr>
            <th scope="col">{t('about.accuracy.known')}</th>
            <th scope="col">{t('about.accuracy.meaning')}</th>
            <th scope="col">{t('about.accuracy.example')}</th>
            <th scope="col" data-number>
              {t('about.accuracy.share')}
            </th>
          </tr>
        </thead>
        <tbody>
          {codes.map((code) => {
            const incidents = data?.facets[dimension]?.find(({ value }) => value === code)?.incidents ?? 0;
            return (
              <tr key={code}>
                <th scope="row">{terms.label(dimension, code)}</th>
                <td>{terms.definition(dimension, code)}</td>
                <td>{t(`about.accuracy.examples.${code}`)}</td>
                <td data-number>
                  {total === 0
                    ? '–'
                    : t('about.accuracy.part', { number: number.count(incidents), share: number.share(incidents / total) })}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollArea>
  ));
}
