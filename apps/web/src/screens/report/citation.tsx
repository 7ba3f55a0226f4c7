import { citation } from '@monitor/contract';
import { today } from '@monitor/domain';
import { syntheticShare } from '@monitor/findings';
import { useQuery } from '@tanstack/react-query';
import { queries } from '../../api/queries.ts';
import marks from '../../styles/synthetic.module.css';
import type { Brief } from './brief.ts';
import type { Writing } from './change-sentences.ts';
import { reportTitle } from '../../filter/report-words.ts';
import { QrCode } from './qr-code.tsx';
import styles from './report.module.css';
import kit from '../../styles/kit.module.css';

/** So many datasets are named; more of them would not fit the page. */
const mostDatasets = 2;

/** How to cite the brief, where to find it again, and under which terms the data may be used. */
export function Citation({ brief, address, writing }: { brief: Brief; address: string; writing: Writing }) {
  const { t, format, terms } = writing;
  const { data: codebook } = useQuery(queries.codebook());
  const share = syntheticShare(brief.datasetsShown);
  const named = brief.datasetsShown.slice(0, mostDatasets);
  const others = brief.datasetsShown.length - named.length;
  const { text } = citation({
    publisher: codebook?.publisher ?? t('product.name'),
    title: reportTitle(brief.place, brief.period, t, format, terms),
    synthetic: share,
    datasetVersion: brief.answers.now.datasetVersion,
    address,
    downloadedOn: today(),
  });
  const sources = [
    ...named.map(({ title, attribution, licence }) => t('report.cite.source', { title, attribution, licence })),
    ...(others > 0 ? [t('report.cite.more', { count: others })] : []),
    ...(codebook?.licence === undefined ? [] : [t('report.cite.figures', { licence: codebook.licence })]),
  ];
  return (
    <section className={`${kit.opened} ${styles.citation}`}>
      {address === '' ? (
        <div className={styles.code} />
      ) : (
        <QrCode address={address} label={t('report.cite.code')} className={styles.code} />
      )}
      <div>
        <h2 className={`${kit.strong} ${kit.middling}`}>{t('report.cite.title')}</h2>
        <p className={kit.anywhere}>{text}</p>
        <p className={`${kit.quiet} ${kit.top1}`}>
          {t('report.cite.scan')} {sources.join(' ')}{' '}
          {share === 'none' ? null : (
            <strong className={marks.synthetic}>{t(share === 'all' ? 'notice.synthetic' : 'notice.someSynthetic')}</strong>
          )}
        </p>
      </div>
    </section>
  );
}
