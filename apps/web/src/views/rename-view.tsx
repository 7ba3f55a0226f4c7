import { type SubmitEvent, useId, useState } from 'react';
import buttons from '../controls/button.module.css';
import fields from '../controls/field.module.css';
import { useTranslation } from '../i18n/use-translation.ts';
import { nameProblem } from './name-problem.ts';
import { type SavedView, viewName } from './saved-view.ts';
import type { Said } from './said.ts';
import styles from './saved-views.module.css';
import kit from '../styles/kit.module.css';
import { viewStore } from './view-store.ts';

interface RenameViewProps {
  readonly view: SavedView;
  readonly others: readonly SavedView[];
  readonly onSaid: (said: Said) => void;
  readonly onEnd: () => void;
}

/** A field in place of the name of a view. Enter saves, Escape leaves the name as it is. */
export function RenameView({ view, others, onSaid, onEnd }: RenameViewProps) {
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
