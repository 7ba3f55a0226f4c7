import { useState } from 'react';
import type { Answers } from '../../answers/use-answers.ts';
import CitationForms from '../../cite/citation-forms.tsx';
import { LicenceLink } from '../../controls/licence-link.tsx';
import { useExplore } from '../../filter/use-explore.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './embed-page.module.css';
import kit from '../../styles/kit.module.css';

/**
 * Whose the figures are, what may be done with them, how to cite them, and the way to all of them.
 * @param isMap whether above it is a map, which has its own footnotes
 */
export function EmbedFoot({ answers, isMap }: { answers: Answers; isMap: boolean }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const [isCited, setIsCited] = useState(false);
  const { queryAfter } = useExplore();
  const { data, outdated } = answers.summary;
  const query = queryAfter((state) => state);
  return (
    <div className={`${kit.note} ${kit.parted} ${kit.padTop}`}>
      {isMap ? null : <p className={styles.note}>*{t('notice.kosovo')}</p>}
      {answers.synthetic === 'none' ? null : (
        <p className={styles.note}>{t(answers.synthetic === 'all' ? 'notice.synthetic' : 'notice.someSynthetic')}</p>
      )}
      <ul className={styles.note}>
        {answers.datasetsShown.map(({ slug, title, attribution, licence, licence_url }) => (
          <li key={slug}>
            {t('embed.source', { title, attribution })} <LicenceLink name={licence} address={licence_url} />
          </li>
        ))}
      </ul>
      <div className={`${kit.wrap} ${styles.ways}`}>
        {data === undefined ? null : <span>{t('embed.version', { version: number.count(data.datasetVersion) })}</span>}
        <details className={styles.cite} onToggle={({ currentTarget }) => setIsCited(currentTarget.open)}>
          <summary>{t('cite.open')}</summary>
          {isCited ? (
            <CitationForms
              view={{
                name: t('cite.name.explore'),
                filter: answers.filterOfFigures,
                against: answers.against?.filterOfFigures,
                period: data?.period ?? null,
                datasetVersion: outdated ? undefined : data?.datasetVersion,
                datasets: answers.datasetsShown,
                synthetic: answers.synthetic,
                at: { path: '/explore', query },
              }}
            />
          ) : null}
        </details>
        <a className={styles.whole} href={`/explore?${query}`}>
          {t('embed.whole', { product: t('product.name') })}
        </a>
      </div>
    </div>
  );
}
