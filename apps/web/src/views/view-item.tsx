import { useRouter } from '@tanstack/react-router';
import { type MouseEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import buttons from '../controls/button.module.css';
import { useFormat } from '../format/use-format.ts';
import marks from '../styles/synthetic.module.css';
import { useTranslation } from '../i18n/use-translation.ts';
import { RenameView } from './rename-view.tsx';
import type { SavedView } from './saved-view.ts';
import type { Said } from './said.ts';
import styles from './saved-views.module.css';
import kit from '../styles/kit.module.css';

interface ViewItemProps {
  readonly view: SavedView;
  readonly views: readonly SavedView[];
  /** The version of the data now; undefined while it is not known. */
  readonly versionNow: number | undefined;
  readonly onOpened: () => void;
  readonly onRemove: () => void;
  readonly onSaid: (said: Said) => void;
}

/** A saved view: its name opens it. */
export function ViewItem({ view, views, versionNow, onOpened, onRemove, onSaid }: ViewItemProps) {
  const { t } = useTranslation();
  const { number, date } = useFormat();
  const { history } = useRouter();
  const [isRenamed, setIsRenamed] = useState(false);
  const renameButton = useRef<HTMLButtonElement>(null);
  const open = (event: MouseEvent) => {
    // In a new tab or window, the browser opens it.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onOpened();
    history.push(view.address);
  };
  const endRenaming = () => {
    flushSync(() => setIsRenamed(false));
    renameButton.current?.focus();
  };
  return (
    <li className={`${kit.spread} ${kit.padBlock} ${styles.item}`}>
      {isRenamed ? (
        <RenameView view={view} others={views.filter(({ id }) => id !== view.id)} onSaid={onSaid} onEnd={endRenaming} />
      ) : (
        <>
          <a className={styles.name} href={view.address} onClick={open}>
            {view.name}
          </a>
          <span className={styles.acts}>
            <button
              ref={renameButton}
              type="button"
              className={buttons.link}
              aria-label={t('views.renameNamed', { name: view.name })}
              onClick={() => setIsRenamed(true)}
            >
              {t('views.rename')}
            </button>
            <button
              type="button"
              className={buttons.link}
              aria-label={t('views.deleteNamed', { name: view.name })}
              onClick={onRemove}
            >
              {t('views.delete')}
            </button>
          </span>
        </>
      )}
      <p className={`${kit.note} ${kit.alone}`}>
        {t('views.detail', { day: date.moment(view.saved), version: number.count(view.datasetVersion) })}
        {versionNow === undefined || versionNow === view.datasetVersion ? null : (
          <> {t('views.changed', { version: number.count(versionNow) })}</>
        )}
        {view.synthetic === 'none' ? null : (
          <>
            {' '}
            <span className={marks.synthetic}>{t(`views.synthetic.${view.synthetic}`)}</span>
          </>
        )}
      </p>
    </li>
  );
}
