import { useRef, useState, useSyncExternalStore } from 'react';
import buttons from '../controls/button.module.css';
import { useTranslation } from '../i18n/use-translation.ts';
import { ViewFiles } from './view-files.tsx';
import { SaveView } from './save-view.tsx';
import type { Said } from './said.ts';
import type { SavedView } from './saved-view.ts';
import styles from './saved-views.module.css';
import kit from '../styles/kit.module.css';
import { UnreadableViews } from './unreadable-views.tsx';
import { usePresentView } from './use-present-view.ts';
import { ViewItem } from './view-item.tsx';
import { viewStore } from './view-store.ts';

const subscribe = (listener: () => void) => viewStore.subscribe(listener, window);

/** The views of this browser: saving the present one, the list, and files of them. @param close after one is opened */
export default function SavedViews({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const { views, unreadable } = useSyncExternalStore(subscribe, viewStore.current);
  const present = usePresentView();
  const [said, say] = useState<Said>();
  const status = useRef<HTMLOutputElement>(null);
  const remove = (view: SavedView) => {
    const isDone = viewStore.change((kept) => kept.filter(({ id }) => id !== view.id));
    const undo = () => {
      viewStore.change((kept) => (kept.some(({ id }) => id === view.id) ? kept : [view, ...kept]));
      say({ text: t('views.restored', { name: view.name }) });
    };
    say(isDone ? { text: t('views.deleted', { name: view.name }), undo } : { text: t('views.notKept'), isFailure: true });
    // Its button is gone, and with it the focus.
    status.current?.focus();
  };
  return (
    <div className={kit.column}>
      <SaveView present={present} views={views} onSaid={say} />
      {/* In the page from the start, so that what comes into it is read out. */}
      <output ref={status} className={kit.bare} tabIndex={-1}>
        {said === undefined || said.isFailure === true ? null : (
          <span>
            {said.text}{' '}
            {said.undo === undefined ? null : (
              <button type="button" className={buttons.link} onClick={said.undo}>
                {t('views.undo')}
              </button>
            )}
          </span>
        )}
      </output>
      {said?.isFailure === true ? (
        <p className={styles.failure} role="alert">
          {said.text}
        </p>
      ) : null}
      {unreadable === undefined ? null : <UnreadableViews text={unreadable} />}
      {views.length === 0 ? (
        <p className={kit.quiet}>{t('views.none')}</p>
      ) : (
        <ul className={styles.list} aria-label={t('views.list')}>
          {views.map((view) => (
            <ViewItem
              key={view.id}
              view={view}
              views={views}
              versionNow={present?.datasetVersion}
              onOpened={close}
              onRemove={() => remove(view)}
              onSaid={say}
            />
          ))}
        </ul>
      )}
      <ViewFiles views={views} onSaid={say} />
      <p className={kit.note}>{t('views.where')}</p>
    </div>
  );
}
