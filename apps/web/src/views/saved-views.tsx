import { type SubmitEvent, useId, useRef, useState, useSyncExternalStore } from 'react';
import buttons from '../controls/button.module.css';
import { useTranslation } from '../i18n/use-translation.ts';
import {
  nameProblem,
  newViewId,
  readViewsFile,
  type Said,
  type SavedView,
  viewLimits,
  viewName,
  writeViews,
} from './saved-view.ts';
import styles from './saved-views.module.css';
import kit from '../styles/kit.module.css';
import { usePresentView } from './use-present-view.ts';
import { ViewItem } from './view-item.tsx';
import { viewStore } from './view-store.ts';
import { saveFile } from '../controls/save-file.ts';
import { today } from '@monitor/domain';
import { Download, Upload } from 'lucide-react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { Button } from 'react-aria-components/Button';
import fields from '../controls/field.module.css';

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
        <ul className={`${kit.scrollDown} ${styles.list}`} aria-label={t('views.list')}>
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

/** Says that some of what was kept cannot be read, and gives it to the person before it is deleted. */
function UnreadableViews({ text }: { text: string }) {
  const { t } = useTranslation();
  return (
    <div className={`${kit.wrap} ${kit.padSmall} ${styles.unreadable}`} role="alert">
      <p>{t('views.unreadable.text')}</p>
      <button
        type="button"
        className={buttons.link}
        onClick={() => saveFile(`${t('views.fileName')}.txt`, new Blob([text], { type: 'text/plain' }))}
      >
        {t('views.unreadable.download')}
      </button>
      <button type="button" className={buttons.link} onClick={() => viewStore.forgetUnreadable()}>
        {t('views.unreadable.delete')}
      </button>
    </div>
  );
}

/** All views as a file, and a file of views into this browser. */
function ViewFiles({ views, onSaid }: { views: readonly SavedView[]; onSaid: (said: Said) => void }) {
  const { t } = useTranslation();
  const bring = async (file: File) => {
    const failed = (text: string) => onSaid({ text, isFailure: true });
    const text = file.size > viewLimits.file * 4 ? undefined : await file.text().catch(() => undefined);
    if (text === undefined) return failed(t('views.problem.too_large'));
    const read = readViewsFile(text);
    if ('problem' in read) {
      const { problem } = read;
      const values = problem.kind === 'bad_view' ? { at: problem.at, field: problem.field } : { most: viewLimits.views };
      return failed(t(`views.problem.${problem.kind}`, values));
    }
    const merged = viewStore.merge(read.views);
    if (merged === 'too_many') return failed(t('views.noRoom', { most: viewLimits.views }));
    if (merged === 'not_kept') return failed(t('views.notKept'));
    return onSaid({
      text: `${t('views.imported', { count: merged.added })} ${merged.known > 0 ? t('views.known', { count: merged.known }) : ''}`,
    });
  };
  return (
    <div className={`${kit.tools} ${kit.padTop}`}>
      <button
        type="button"
        className={buttons.plain}
        disabled={views.length === 0}
        onClick={() =>
          saveFile(`${t('views.fileName')}-${today()}.json`, new Blob([writeViews(views)], { type: 'application/json' }))
        }
      >
        <Download size={15} aria-hidden="true" />
        {t('views.export')}
      </button>
      <FileTrigger
        acceptedFileTypes={['.json', 'application/json']}
        onSelect={(files) => {
          const [file] = files ?? [];
          if (file !== undefined) void bring(file);
        }}
      >
        <Button className={buttons.plain}>
          <Upload size={15} aria-hidden="true" />
          {t('views.import')}
        </Button>
      </FileTrigger>
    </div>
  );
}

interface SaveViewProps {
  /** Undefined while it is awaited. */
  readonly present: ReturnType<typeof usePresentView>;
  readonly views: readonly SavedView[];
  readonly onSaid: (said: Said) => void;
}

/** Saves what is on the screen under a name. */
function SaveView({ present, views, onSaid }: SaveViewProps) {
  const { t } = useTranslation();
  const id = useId();
  const [typed, setTyped] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const name = typed ?? present?.suggestion ?? '';
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    if (present === undefined) return;
    const found =
      nameProblem(name, views, t) ?? (views.length >= viewLimits.views ? t('views.full', { count: viewLimits.views }) : undefined);
    setProblem(found);
    if (found !== undefined) return;
    const { suggestion: _, ...view } = present;
    const saved: SavedView = { id: newViewId(), name: viewName(name) ?? '', saved: new Date().toISOString(), ...view };
    const isDone = viewStore.change((kept) => [saved, ...kept]);
    onSaid(isDone ? { text: t('views.saved', { name: saved.name }) } : { text: t('views.notKept'), isFailure: true });
    if (isDone) setTyped('');
  };
  return (
    <form className={kit.padBottom} onSubmit={save}>
      <label className={`${kit.quiet} ${kit.block} ${kit.bottom1}`} htmlFor={id}>
        {t('views.name')}
      </label>
      <div className={`${kit.tools} ${styles.line}`}>
        <input
          id={id}
          className={fields.input}
          value={name}
          autoComplete="off"
          aria-invalid={problem !== undefined}
          aria-describedby={`${id}-problem`}
          onChange={(event) => {
            setTyped(event.target.value);
            setProblem(undefined);
          }}
        />
        <button type="submit" className={buttons.primary} disabled={present === undefined}>
          {t('views.save')}
        </button>
      </div>
      <p id={`${id}-problem`} className={styles.problem} role="alert">
        {problem}
      </p>
    </form>
  );
}
