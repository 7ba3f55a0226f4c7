import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { readExploreState, writeExploreState } from '../filter/explore-state.ts';
import { closeIncident } from '../filter/filter-actions.ts';
import styles from './header.module.css';
import { LanguageMenu } from './language-menu.tsx';
import { Mark } from './mark.tsx';
import { ThemeMenu } from './theme-menu.tsx';

const pages = [
  ['/', 'explore'],
  ['/data', 'data'],
  ['/about', 'about'],
] as const;

/** The filter goes along in the address, so that it is still there on the way back; an open record does not. */
function kept(query: string): string {
  return writeExploreState(closeIncident(readExploreState(query).state));
}

export function Header() {
  const { t } = useTranslation();
  return (
    <header className={styles.header}>
      <Link className={styles.name} to="/" search={{ query: '' }}>
        <Mark className={styles.mark} />
        <span>{t('product.name')}</span>
      </Link>
      <nav className={styles.pages} aria-label={t('shell.pages')}>
        {pages.map(([address, page]) => (
          <Link
            key={page}
            className={styles.page}
            to={address}
            search={({ query = '' }) => ({ query: kept(query) })}
            activeOptions={{ exact: true, includeSearch: false }}
          >
            {t(`shell.page.${page}`)}
          </Link>
        ))}
      </nav>
      <div className={styles.choices}>
        <LanguageMenu />
        <ThemeMenu />
      </div>
    </header>
  );
}
