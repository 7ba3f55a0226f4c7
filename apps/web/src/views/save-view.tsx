import { type SubmitEvent, useId, useState } from 'react';
import buttons from '../controls/button.module.css';
import fields from '../controls/field.module.css';
import { useTranslation } from '../i18n/use-translation.ts';
import { nameProblem, newViewId, type Said, type SavedView, viewLimits, viewName } from './saved-view.ts';
import styles from './saved-views.module.css';
import kit from '../styles/kit.module.css';
import type { usePresentView } from './use-present-view.ts';
import { viewStore } from './view-store.ts';

interface SaveViewProps {
  /** Undefined while it is awaited. */
  readonly present: ReturnType<typeof usePresentView>;
  readonly views: readonly SavedView[];
  readonly onSaid: (said: Said) => void;
}

/** Saves what is on the screen under a name. */
export function SaveView({ present, views, onSaid }: SaveViewProps) {
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
