import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AtAGlance } from '../../answers/at-a-glance.tsx';
import { useSummary } from '../../answers/use-summary.ts';
import { Section } from '../../controls/section.tsx';
import { useFormat } from '../../format/use-format.ts';
import pages from '../../styles/sheet.module.css';

/** The front door: what this is, and where to go on. */
export default function HomePage() {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { data } = useSummary({}, { interval: 'year' });
  return (
    <article className={pages.sheet}>
      <h1>{t('home.title')}</h1>
      {data === undefined ? null : (
        <p className={pages.lead}>
          {t('home.incidents', { count: data.totals.incidents, number: number.count(data.totals.incidents) })}
        </p>
      )}
      <Section
        title={t('home.about')}
        actions={
          <Link to="/explore" search={{ query: '' }}>
            {t('home.explore')}
          </Link>
        }
      >
        <AtAGlance />
      </Section>
    </article>
  );
}
