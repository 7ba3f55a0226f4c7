import { Link } from '@tanstack/react-router';
import buttons from '../controls/button.module.css';
import { useTranslation } from '../i18n/use-translation.ts';
import kit from '../styles/kit.module.css';

/** The pages that are one entry of the header lead to each other. */
export function ReportsNav() {
  const { t } = useTranslation();
  return (
    <nav className={`${buttons.segments} ${kit.screenOnly} ${kit.still}`} aria-label={t('shell.reports')}>
      {(['report', 'indicators'] as const).map((page) => (
        <Link key={page} className={`${kit.ink} ${kit.centre}`} to={`/${page}`} search={({ query = '' }) => ({ query })}>
          {t(`shell.page.${page}`)}
        </Link>
      ))}
    </nav>
  );
}
