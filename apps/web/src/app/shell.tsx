import { Outlet, useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Header } from './header.tsx';
import { isPagePath, pageNames } from './page-names.ts';
import styles from './shell.module.css';
import { SiteFooter } from '../answers/site-footer.tsx';

/** The frame around every page. */
export function Shell() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const title = isPagePath(pathname) ? t(`shell.page.${pageNames[pathname]}`) : t('notFound.title');
  // Tabs, bookmarks and screen readers tell pages apart by it.
  useEffect(() => {
    document.title = `${title} – ${t('product.name')}`;
  }, [title, t]);
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#content">
        {t('shell.skip')}
      </a>
      <Header />
      <main className={styles.content} id="content" tabIndex={-1}>
        <Outlet />
      </main>
      {/* The Explore screen has its footer inside its scrolling column. */}
      {pathname === '/' ? null : <SiteFooter />}
    </div>
  );
}
