import { Outlet, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Header } from './header.tsx';
import styles from './shell.module.css';
import { SiteFooter } from '../answers/site-footer.tsx';
import { useKeptFocus } from './use-kept-focus.ts';
import { usePageTitle } from './use-page-title.ts';

/** The frame around every page. */
export function Shell() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  usePageTitle();
  useKeptFocus();
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#content">
        {t('shell.skip')}
      </a>
      <Header />
      <main className={styles.content} id="content" tabIndex={-1}>
        <Outlet />
      </main>
      {/* Explore has its footer inside its scrolling column, a brief on each sheet; Trends and Indicators say how much of their own data is made up. */}
      {['/explore', '/trends', '/indicators', '/report'].includes(pathname) ? null : <SiteFooter />}
    </div>
  );
}
