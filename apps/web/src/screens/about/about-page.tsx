import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Trans } from 'react-i18next';
import { AtAGlance } from '../../answers/at-a-glance.tsx';
import { apiPage } from '../../api/client.ts';
import pages from '../../styles/page.module.css';
import kit from '../../styles/kit.module.css';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './about-page.module.css';
import { AccuracyTable } from './accuracy-table.tsx';
import { CoverageTable, SourcesByYear } from './coverage-tables.tsx';
import { TypeDefinitions } from './type-definitions.tsx';

/** The sections in their order, each with what it shows below its text. The name of a section is its address within the page, too. */
const sections = [
  { name: 'figures', below: <TypeDefinitions /> },
  { name: 'changes' },
  { name: 'rates' },
  { name: 'charts' },
  { name: 'certainty', below: <AccuracyTable /> },
  { name: 'limits' },
  {
    name: 'coverage',
    below: (
      <>
        <CoverageTable />
        <SourcesByYear />
      </>
    ),
  },
  { name: 'cite' },
  { name: 'harm' },
  { name: 'privacy' },
  { name: 'accessibility' },
  { name: 'synthetic' },
] as const satisfies readonly { readonly name: string; readonly below?: ReactNode }[];

/** What this is, how we make its figures, how to read them, and their limits. */
export default function AboutPage() {
  const { t } = useTranslation();
  return (
    <article className={pages.page}>
      <h1>{t('about.title')}</h1>
      <p className={`${kit.quiet} ${kit.large}`}>{t('about.lead')}</p>
      <AtAGlance />
      <p>
        <Trans
          i18nKey="about.ways"
          components={{
            explore: <Link to="/explore" search={{ query: '' }} />,
            data: <Link to="/data" search={{ query: '' }} />,
            api: <ApiLink />,
          }}
        />
      </p>
      <nav aria-label={t('about.contents')}>
        <ul className={styles.contents}>
          {sections.map(({ name }) => (
            <li key={name}>
              <a href={`#${name}`}>{t(`about.${name}.title`)}</a>
            </li>
          ))}
        </ul>
      </nav>
      {sections.map((section) => (
        <section key={section.name} id={section.name} className={styles.section}>
          <h2>{t(`about.${section.name}.title`)}</h2>
          {t(`about.${section.name}.text`, { returnObjects: true }).map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          {'below' in section ? section.below : null}
        </section>
      ))}
    </article>
  );
}

/** Takes its text from the translation. */
function ApiLink({ children }: { children?: ReactNode }) {
  return <a href={apiPage}>{children}</a>;
}
