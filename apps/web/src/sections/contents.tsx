import { useMediaQuery } from '../controls/use-media-query.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import styles from './contents.module.css';

/** What a long page of text has: beside it where there is room, else folded above it. */
export function Contents({ sections }: { readonly sections: readonly { readonly id: string; readonly title: string }[] }) {
  const { t } = useTranslation();
  const isBeside = useMediaQuery('(min-width: 1121px)') ?? false;
  return (
    <nav className={styles.contents} aria-label={t('about.contents')}>
      <details key={String(isBeside)} open={isBeside}>
        <summary>{t('about.contents')}</summary>
        <ul>
          {sections.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </details>
    </nav>
  );
}
