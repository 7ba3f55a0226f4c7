import { useRouter } from '@tanstack/react-router';
import { type MouseEvent, type SubmitEvent, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { sitePath } from '../api/site.ts';
import buttons from '../controls/button.module.css';
import { useFormat } from '../format/use-format.ts';
import marks from '../styles/synthetic.module.css';
import { useTranslation } from '../i18n/use-translation.ts';
import { nameProblem, type Said, type SavedView, viewName } from './saved-view.ts';
import styles from './saved-views.module.css';
import kit from '../styles/kit.module.css';
import fields from '../controls/field.module.css';
import { viewStore } from './view-store.ts';

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
    history.push(sitePath(view.address));
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
          <a className={`${kit.grow} ${kit.strong} ${kit.anywhere} ${styles.name}`} href={sitePath(view.address)} onClick={open}>
            {view.name}
          </a>
          <span className={`${kit.flex} ${styles.acts}`}>
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

interface RenameViewProps {
  readonly view: SavedView;
  readonly others: readonly SavedView[];
  readonly onSaid: (said: Said) => void;
  readonly onEnd: () => void;
}

/** A field in place of the name of a view. Enter saves, Escape leaves the name as it is. */
function RenameView({ view, others, onSaid, onEnd }: RenameViewProps) {
  const { t } = useTranslation();
  const id = useId();
  const [text, setText] = useState(view.name);
  const [problem, setProblem] = useState<string>();
  const rename = (event: SubmitEvent) => {
    event.preventDefault();
    const found = nameProblem(text, others, t);
    setProblem(found);
    if (found !== undefined) return;
    const name = viewName(text) ?? view.name;
    const isDone = viewStore.change((kept) => kept.map((one) => (one.id === view.id ? { ...one, name } : one)));
    onSaid(isDone ? { text: t('views.renamed', { name }) } : { text: t('views.notKept'), isFailure: true });
    onEnd();
  };
  return (
    <form className={kit.alone} onSubmit={rename}>
      <div className={`${kit.tools} ${styles.line}`}>
        <input
          ref={(field) => field?.focus()}
          className={fields.input}
          value={text}
          autoComplete="off"
          aria-label={t('views.newName', { name: view.name })}
          aria-invalid={problem !== undefined}
          aria-describedby={`${id}-problem`}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            // The dialog stays.
            event.stopPropagation();
            onEnd();
          }}
        />
        <button type="submit" className={buttons.primary}>
          {t('views.rename')}
        </button>
        <button type="button" className={buttons.plain} onClick={onEnd}>
          {t('views.cancel')}
        </button>
      </div>
      <p id={`${id}-problem`} className={styles.problem} role="alert">
        {problem}
      </p>
    </form>
  );
}
