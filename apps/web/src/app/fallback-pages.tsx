import { type ErrorComponentProps, Link } from '@tanstack/react-router';
import { useTranslation } from '../i18n/use-translation.ts';
import buttons from '../controls/button.module.css';
import styles from '../styles/page.module.css';
import kit from '../styles/kit.module.css';

/** Stands in for a page whose drawing failed, or whose program could not be loaded. */
export function FailurePage({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.page} role="alert">
      <h1>{t('failure.title')}</h1>
      <p>{t('failure.text')}</p>
      <p className={kit.detail}>{error instanceof Error ? error.message : String(error)}</p>
      <p className={kit.tools}>
        <button type="button" className={buttons.primary} onClick={reset}>
          {t('failure.retry')}
        </button>
        <button type="button" className={buttons.plain} onClick={() => location.reload()}>
          {t('failure.reload')}
        </button>
      </p>
    </div>
  );
}

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <div className={styles.page}>
      <h1>{t('notFound.title')}</h1>
      <p>{t('notFound.text')}</p>
      <p>
        <Link className={buttons.link} to="/" search={{ query: '' }}>
          {t('notFound.link')}
        </Link>
      </p>
    </div>
  );
}
