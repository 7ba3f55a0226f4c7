import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { AtAGlance } from '../../answers/at-a-glance.tsx';
import { apiPage } from '../../api/client.ts';
import pages from '../../styles/page.module.css';

const sections = ['figures', 'changes', 'rates', 'charts', 'places', 'harm', 'synthetic'] as const;

/** What this is, how its figures are to be read, and what it does not do. */
export default function AboutPage() {
  const { t } = useTranslation();
  return (
    <article className={pages.page}>
      <h1>{t('about.title')}</h1>
      <p className={pages.lead}>{t('about.lead')}</p>
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
      {sections.map((section) => (
        <section key={section}>
          <h2>{t(`about.${section}.title`)}</h2>
          {t(`about.${section}.text`, { returnObjects: true }).map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </section>
      ))}
    </article>
  );
}

/** Takes its text from the translation. */
function ApiLink({ children }: { children?: ReactNode }) {
  return <a href={apiPage}>{children}</a>;
}
