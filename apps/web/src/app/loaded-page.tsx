import type { ComponentType, ReactNode } from 'react';
import { loadedPart } from '../controls/loaded-part.tsx';
import styles from '../styles/page.module.css';
import { useTranslation } from '../i18n/use-translation.ts';
import type { PageName } from './page-names.ts';

/**
 * A page whose code is loaded when somebody goes there. The router's own method would reload the whole page if that fails, and nothing
 * would be left of it while the server cannot be reached. The router preloads it before it goes there and where a link is pointed at.
 */
export function loadedPage(name: PageName, load: () => Promise<{ default: ComponentType }>) {
  const Part = loadedPart(load, <Waiting />, Frame);
  function Page() {
    const { t } = useTranslation();
    return <Part what={t(`shell.page.${name}`)} />;
  }
  return Object.assign(Page, { preload: Part.preload });
}

function Frame({ what, children }: { what: string; children: ReactNode }) {
  return (
    <div className={styles.page}>
      <h1>{what}</h1>
      {children}
    </div>
  );
}

function Waiting() {
  const { t } = useTranslation();
  return <p>{t('state.loading')}</p>;
}
