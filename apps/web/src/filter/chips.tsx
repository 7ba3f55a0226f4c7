import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import buttons from '../controls/button.module.css';
import styles from './chips.module.css';
import { constraintWords } from './constraint-words.ts';
import { clear, clearAll } from './filter-actions.ts';
import { useExplore } from './use-explore.ts';
import { useWording } from './use-wording.ts';

/** The active constraints, each with a button that removes it. */
export function Chips() {
  const { t } = useTranslation();
  const { filter, act } = useExplore();
  const constraints = constraintWords(filter, useWording(filter));
  if (constraints.length === 0) return null;
  return (
    <fieldset className={styles.chips} aria-label={t('filter.active')}>
      {constraints.map(({ names, label, text }) => (
        <button
          key={names.join()}
          type="button"
          className={styles.chip}
          title={`${label}: ${text}`}
          aria-label={t('filter.remove', { constraint: `${label}: ${text}` })}
          onClick={() => act(clear(...names))}
        >
          <span className={styles.text}>{text}</span>
          <X size={12} aria-hidden="true" />
        </button>
      ))}
      <button type="button" className={buttons.link} onClick={() => act(clearAll)}>
        {t('filter.clearAll')}
      </button>
    </fieldset>
  );
}
