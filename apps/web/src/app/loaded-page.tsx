import { type ComponentType, type ReactNode } from 'react';
import { FailureBoundary } from '../controls/failure-boundary.tsx';
import { loadedPart } from '../controls/loaded-part.tsx';
import styles from '../styles/page.module.css';
import { useTranslation } from '../i18n/use-translation.ts';
import type { PageName } from './page-names.ts';

/**
 * A page whose code is loaded when somebody goes there. The router's own method would reload the whole page if that fails, and nothing
 * would be left of it while the server cannot be reached. Where it is loaded before it is drawn, it is drawn at once, on the server too.
 */
export function loadedPage(name: PageName, load: () => Promise<{ default: ComponentType }>) {
  const Part = loadedPart(load, <Waiting />, Frame);
  let Loaded: ComponentType | undefined;
  function Page() {
    const { t } = useTranslation();
    const what = t(`shell.page.${name}`);
    if (Loaded === undefined) return <Part what={what} />;
    const framed = (notice: ReactNode) => <Frame what={what}>{notice}</Frame>;
    return (
      <FailureBoundary what={what} framed={framed}>
        <Loaded />
      </FailureBoundary>
    );
  }
  // The router calls it before it goes there and where a link is pointed at; a failure is told on the page itself.
  const preload = async () => {
    Loaded = (await load().catch(() => undefined))?.default ?? Loaded;
  };
  return Object.assign(Page, { preload });
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
