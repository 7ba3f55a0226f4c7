import { citation } from '@monitor/contract';
import { today } from '@monitor/domain';
import { useTranslation } from '../../i18n/use-translation.ts';
import marks from '../../styles/synthetic.module.css';
import type { Brief } from './brief.ts';
import { QrCode } from './qr-code.tsx';
import styles from './report.module.css';
import kit from '../../styles/kit.module.css';

/** How to cite the brief, where to find it again, and under which terms the data may be used. */
export function Citation({ brief, address }: { brief: Brief; address: string }) {
  const { t } = useTranslation();
  const { data, datasetVersion, synthetic } = brief;
  const { title, publisher, terms } = data;
  const { text } = citation({ publisher, title, synthetic, datasetVersion, address, downloadedOn: today() });
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
          {terms}{' '}
          {synthetic === 'none' ? null : (
            <strong className={marks.synthetic}>{t(synthetic === 'all' ? 'notice.synthetic' : 'notice.someSynthetic')}</strong>
          )}
        </p>
      </div>
    </section>
  );
}
