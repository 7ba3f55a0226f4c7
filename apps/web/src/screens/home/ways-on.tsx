import { Link } from '@tanstack/react-router';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './ways-on.module.css';
import kit from '../../styles/kit.module.css';

/** Where to go from here. @param incidents how many there are in all; undefined where that is not known */
export function WaysOn({ incidents }: { readonly incidents: number | undefined }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const explore =
    incidents === undefined
      ? t('home.ways.explore.any')
      : t('home.ways.explore.text', { count: incidents, number: number.count(incidents) });
  return (
    <nav className={`${kit.opened} ${styles.ways}`} aria-label={t('home.ways.title')}>
      <div>
        <Link to="/explore" search={{ query: '' }} className={kit.title}>
          {t('home.ways.explore.title')}
        </Link>
        <p>{explore}</p>
      </div>
      <div>
        <Link to="/report" search={{ query: '' }} className={kit.title}>
          {t('home.ways.report.title')}
        </Link>
        <p>{t('home.ways.report.text')}</p>
      </div>
      <div>
        <Link to="/data" search={{ query: '' }} className={kit.title}>
          {t('home.ways.data.title')}
        </Link>
        <p>{t('home.ways.data.text')}</p>
      </div>
      <div>
        <Link to="/about" search={{ query: '' }} className={kit.title}>
          {t('home.ways.about.title')}
        </Link>
        <p>{t('home.ways.about.text')}</p>
      </div>
    </nav>
  );
}
