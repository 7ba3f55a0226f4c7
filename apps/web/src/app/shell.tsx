import { siteFocus, siteLanguages } from '@monitor/geography';
import { Link, Outlet, useLocation, useRouterState } from '@tanstack/react-router';
import { embedPath } from '../controls/embedded.ts';
import { loadedPart } from '../controls/loaded-part.tsx';
import { useTranslation } from '../i18n/use-translation.ts';
import kit from '../styles/kit.module.css';
import styles from './shell.module.css';
import { SiteFooter } from '../sections/site-footer.tsx';
import { useKeptFocus } from './use-kept-focus.ts';
import { usePageTitle } from './use-page-title.ts';
import { useIsFetching } from '@tanstack/react-query';
import { Contrast, Menu } from 'lucide-react';
import { useState } from 'react';
import { ChoiceMenu } from '../controls/choice-menu.tsx';
import { readExploreState, writeExploreState } from '../filter/explore-state.ts';
import { closeIncident } from '../filter/filter-actions.ts';
import { listedIncidents, useListIncidents } from '../filter/incidents-link.tsx';
import { chooseTheme, themeChoices, useTheme } from '../styles/theme.ts';
import { ViewsButton } from '../views/views-button.tsx';
import buttons from '../controls/button.module.css';
import { headerPaths, pageNames, type PagePath } from './page-names.ts';

const IncidentsDrawer = loadedPart(() => import('../drawer/incidents-drawer.tsx'));

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
    <div className={`${kit.upright} ${styles.shell}`} data-wide={pathname === '/explore' || undefined}>
      <a className={`${kit.screenOnly} ${kit.strong} ${kit.absolute} ${styles.skip}`} href="#content">
        {t('shell.skip')}
      </a>
      {pathname === '/explore' ? (
        <a className={`${kit.screenOnly} ${kit.strong} ${kit.absolute} ${styles.skip}`} href="#table">
          {t('shell.skipToTable')}
        </a>
      ) : null}
      <Header />
      <div className={styles.content}>
        <main className={`${kit.bare} ${kit.upright} ${kit.least}`} id="content" tabIndex={-1}>
          <Outlet />
        </main>
        <Listed />
      </div>
      {/* Explore has its footer inside its scrolling column, a brief on each sheet; Trends and Indicators say how much of their own data is made up. */}
      {['/explore', '/trends', '/indicators', '/report'].includes(pathname) ? null : <SiteFooter />}
      <PageState />
    </div>
  );
}

/** The incidents that are listed beside the page, if there are any. */
function Listed() {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  const list = useListIncidents();
  const asked = listedIncidents(pathname, search.query ?? '');
  return asked === undefined ? null : <IncidentsDrawer what={t('drawer.label')} asked={asked} onClose={() => list(undefined)} />;
}

/**
 * Says which address the page is drawn at, and whether it still waits for answers: for tests, and for programs that take its picture. The
 * address in the window changes before the page does.
 */
function PageState() {
  const drawn = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.href });
  const fetching = useIsFetching() > 0;
  return <div hidden data-drawn={drawn} data-fetching={fetching || undefined} />;
}

/** Other pages keep the filter in their address, so that it is still there on return; an open record is left out. The front door has none. */
function queryFor(path: PagePath, query: string): string {
  return path === '/' || query === '' ? '' : writeExploreState(closeIncident(readExploreState(query).state));
}

function Header() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  // On a phone, everything but the name is behind a button; it closes as soon as another page is there.
  const [openAt, setOpenAt] = useState<string>();
  const isOpen = openAt === pathname;
  return (
    <header className={`${kit.screenOnly} ${kit.ruled} ${kit.card} ${styles.header}`}>
      <Link className={`${kit.rowWide} ${kit.title} ${kit.nowrap} ${kit.ink} ${styles.name}`} to="/" search={{ query: '' }}>
        <Mark className={kit.still} />
        {siteFocus().title}
      </Link>
      <button
        type="button"
        className={`${buttons.icon} ${kit.phoneOnly} ${kit.push} ${styles.opener}`}
        aria-label={t('shell.menu')}
        aria-expanded={isOpen}
        aria-controls="menu"
        onClick={() => setOpenAt(isOpen ? undefined : pathname)}
      >
        <Menu size={20} aria-hidden="true" />
      </button>
      <div id="menu" className={styles.menu} data-open={isOpen || undefined}>
        <nav className={`${kit.flex} ${styles.pages}`} aria-label={t('shell.pages')}>
          {headerPaths.map((path) => (
            <Link
              key={path}
              className={`${kit.note} ${kit.flex} ${styles.page}`}
              to={path}
              search={({ query = '' }) => ({ query: queryFor(path, query) })}
              activeOptions={{ exact: path === '/', includeSearch: false }}
              {...(path === '/report' && pathname === '/indicators' && { 'aria-current': 'true' as const })}
            >
              {path === '/report' ? t('shell.reports') : t(`shell.page.${pageNames[path]}`)}
            </Link>
          ))}
        </nav>
        <div className={`${kit.row} ${kit.push}`}>
          <ViewsButton className={buttons.icon} />
          {siteLanguages().length > 1 ? <LanguageMenu /> : null}
          <ThemeMenu />
        </div>
      </div>
    </header>
  );
}

/** The mark of the product: three bars and a dot. Drawn beside the name, so it is silent to screen readers. */
function Mark({ className }: { className?: string | undefined }) {
  return (
    <svg className={className} viewBox="0 0 22 22" width="22" height="22" aria-hidden="true">
      <g fill="currentColor">
        <rect x="1" y="11" width="4.4" height="9" rx="1" />
        <rect x="7.6" y="6.5" width="4.4" height="13.5" rx="1" />
        <rect x="14.2" y="9" width="4.4" height="11" rx="1" />
      </g>
      <circle cx="18.4" cy="3.6" r="3" fill="var(--red)" />
    </svg>
  );
}

function LanguageMenu() {
  const { t, i18n } = useTranslation();
  return (
    <ChoiceMenu
      label={t('shell.language')}
      value={i18n.language}
      options={siteLanguages().map(({ code, name }) => ({ value: code, label: name }))}
      onChoose={(code) => void i18n.changeLanguage(code)}
    />
  );
}

function ThemeMenu() {
  const { t } = useTranslation();
  const { choice } = useTheme();
  return (
    <ChoiceMenu
      label={t('shell.theme')}
      value={choice}
      options={themeChoices.map((one) => ({ value: one, label: t(`shell.themes.${one}`) }))}
      onChoose={chooseTheme}
      icon={<Contrast size={16} aria-hidden="true" />}
    />
  );
}
