import { siteFocus } from '@monitor/geography';
import type { ReactNode } from 'react';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import marks from '../../styles/synthetic.module.css';
import type { Brief } from './brief.ts';
import styles from './paper.module.css';
import inks from '../../styles/drawing.module.css';
import kit from '../../styles/kit.module.css';

/** How many sheets a brief has. */
const pages = 2;

/** One sheet of A4 with what every sheet says: whose it is, how old the data is, whether it is made up, and where to find it. */
export function Paper({
  brief,
  page,
  address,
  note,
  children,
}: {
  brief: Brief;
  page: number;
  /** Where the brief is to be had; empty on the server. */
  address: string;
  note: ReactNode;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const { date } = useFormat();
  const { data, synthetic } = brief;
  return (
    // Paper is white, whatever the theme.
    <section
      className={`${kit.note} ${kit.upright} ${kit.card} ${styles.paper}`}
      data-theme="light"
      data-page={page}
      aria-label={t('report.frame.page', { page, pages })}
    >
      <div className={`${kit.padBottom} ${styles.head}`}>
        <p className={`${kit.row} ${kit.small} ${kit.strong} ${kit.ink}`}>
          <Mark />
          {siteFocus().title}
        </p>
        <p>
          {t('report.frame.kind')}
          {data.updated === null ? null : <> · {t('report.frame.data', { day: date.moment(data.updated) })}</>}
          {synthetic === 'none' ? null : (
            <>
              {' · '}
              <strong className={marks.synthetic}>
                {t(`report.frame.${synthetic === 'all' ? 'synthetic' : 'someSynthetic'}`)}
              </strong>
            </>
          )}
        </p>
      </div>
      <div className={`${kit.stretch} ${styles.body}`}>{children}</div>
      <div className={kit.top2}>
        <div className={`${kit.note} ${styles.note}`}>{note}</div>
        <p className={`${kit.printed} ${styles.line}`}>
          <span>{data.title}</span>
          <span>{address.replace(/^https?:\/\//, '')}</span>
          <span>{t('report.frame.page', { page, pages })}</span>
        </p>
      </div>
    </section>
  );
}

/** The mark of the product, beside its name. */
function Mark() {
  return (
    <svg viewBox="0 0 22 22" width="17" height="17" aria-hidden="true">
      <path className={inks.ink} d="M1 11h4.4v9H1zM7.6 6.5H12V20H7.6zM14.2 9h4.4v11h-4.4z" />
      <circle className={inks.red} cx="18.4" cy="3.6" r="3" />
    </svg>
  );
}
