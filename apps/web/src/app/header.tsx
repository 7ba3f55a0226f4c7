import { Link, useLocation } from '@tanstack/react-router';
import { Contrast } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { ChoiceMenu } from '../controls/choice-menu.tsx';
import { readExploreState, writeExploreState } from '../filter/explore-state.ts';
import { closeIncident } from '../filter/filter-actions.ts';
import { languages } from '@monitor/findings';
import { useTranslation } from '../i18n/use-translation.ts';
import { chooseTheme, themeChoices, useTheme } from '../styles/theme.ts';
import { ViewsButton } from '../views/views-button.tsx';
import buttons from '../controls/button.module.css';
import styles from './header.module.css';
import kit from '../styles/kit.module.css';
import { headerPaths, pageNames, type PagePath } from './page-names.ts';

/** Other pages keep the filter in their address, so that it is still there on return; an open record is left out. The front door has none. */
function queryFor(path: PagePath, query: string): string {
  return path === '/' || query === '' ? '' : writeExploreState(closeIncident(readExploreState(query).state));
}

export function Header() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const pages = useRef<HTMLElement>(null);
  // On a phone, the pages have no room side by side: the one that is open is scrolled into view.
  useEffect(() => {
    const current = pages.current?.querySelector<HTMLElement>(`[data-path="${CSS.escape(pathname)}"]`);
    if (current) pages.current?.scrollTo({ left: current.offsetLeft - (pages.current.clientWidth - current.offsetWidth) / 2 });
  }, [pathname]);
  return (
    <header className={`${kit.screenOnly} ${styles.header}`}>
      <Link className={`${kit.rowWide} ${kit.title} ${kit.nowrap} ${kit.ink} ${styles.name}`} to="/" search={{ query: '' }}>
        <Mark className={kit.still} />
        <span>{t('product.name')}</span>
      </Link>
      <nav ref={pages} className={styles.pages} aria-label={t('shell.pages')}>
        {headerPaths.map((path) => (
          <Link
            key={path}
            className={styles.page}
            data-path={path}
            to={path}
            search={({ query = '' }) => ({ query: queryFor(path, query) })}
            activeOptions={{ exact: path === '/', includeSearch: false }}
          >
            {t(`shell.page.${pageNames[path]}`)}
          </Link>
        ))}
      </nav>
      <div className={`${kit.row} ${kit.push} ${styles.choices}`}>
        <ViewsButton isIcon className={buttons.icon} />
        <LanguageMenu />
        <ThemeMenu />
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
      options={languages.map(({ code, name }) => ({ value: code, label: name }))}
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
