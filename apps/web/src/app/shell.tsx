import { Outlet, useLocation } from '@tanstack/react-router';
import { embedPath } from '../controls/embedded.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { Header } from './header.tsx';
import { PageState } from './page-state.tsx';
import kit from '../styles/kit.module.css';
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
  // In a frame of another site it has no header, and a footer of its own.
  if (pathname === embedPath)
    return (
      <main id="content">
        <Outlet />
        <PageState />
      </main>
    );
  return (
    <div className={styles.shell}>
      <a className={`${kit.screenOnly} ${styles.skip}`} href="#content">
        {t('shell.skip')}
      </a>
      {pathname === '/explore' ? (
        <a className={`${kit.screenOnly} ${styles.skip}`} href="#table">
          {t('shell.skipToTable')}
        </a>
      ) : null}
      <Header />
      <main className={`${kit.bare} ${styles.content}`} id="content" tabIndex={-1}>
        <Outlet />
      </main>
      {/* Explore has its footer inside its scrolling column, a brief on each sheet; Trends and Indicators say how much of their own data is made up. */}
      {['/explore', '/trends', '/indicators', '/report'].includes(pathname) ? null : <SiteFooter />}
      <PageState />
    </div>
  );
}
