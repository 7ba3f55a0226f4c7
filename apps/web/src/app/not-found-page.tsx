import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import styles from '../styles/page.module.css';

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <div className={styles.page}>
      <h1>{t('notFound.title')}</h1>
      <p>{t('notFound.text')}</p>
      <p>
        <Link to="/" search={{ query: '' }}>
          {t('notFound.link')}
        </Link>
      </p>
    </div>
  );
}
