import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AtAGlance } from '../../answers/at-a-glance.tsx';
import pages from '../../styles/page.module.css';

/** The front door: what this is, and where to go on. */
export default function HomePage() {
  const { t } = useTranslation();
  return (
    <article className={pages.page}>
      <h1>{t('home.title')}</h1>
      <AtAGlance />
      <p>
        <Link to="/explore" search={{ query: '' }}>
          {t('home.explore')}
        </Link>
      </p>
    </article>
  );
}
