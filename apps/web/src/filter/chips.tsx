import { differingNames } from '@monitor/contract';
import { X } from 'lucide-react';
import buttons from '../controls/button.module.css';
import { SideBadge } from '../controls/side-badge.tsx';
import { useTranslation } from '../i18n/use-translation.ts';
import styles from './chips.module.css';
import kit from '../styles/kit.module.css';
import { stopComparing } from './comparison-actions.ts';
import { clear, clearAll } from './filter-actions.ts';
import { useConstraints } from './use-constraints.ts';
import { useExplore, useSides } from './use-explore.ts';
import { useSideWords } from './use-filter-names.ts';

/**
 * The active constraints, each with a button that removes it.
 * @param kindIsSaid whether tabs say and change the kind of incidents
 */
export function Chips({ kindIsSaid = false }: { kindIsSaid?: boolean }) {
  const { t } = useTranslation();
  const { filter, view, act } = useExplore();
  const { b } = useSides();
  const wordsOf = useSideWords();
  const different = differingNames(view.against ?? {});
  const constraints = useConstraints(kindIsSaid).filter(
    ({ names }) => b === undefined || !names.some((name) => different.includes(name)),
  );
  if (constraints.length === 0 && b === undefined) return null;
  return (
    <fieldset className={`${kit.calm} ${kit.wrapRow} ${kit.least}`} aria-label={t('filter.active')}>
      {b === undefined ? null : (
        <>
          <span className={`${kit.inline} ${kit.box} ${kit.nowrap} ${styles.chip}`}>
            <SideBadge side="a" /> <span className={kit.cut}>{wordsOf(filter)}</span>
          </span>
          <button
            type="button"
            className={`${kit.inline} ${kit.box} ${kit.nowrap} ${styles.chip}`}
            aria-label={t('compare.chip.stop', { words: wordsOf(b.filter) })}
            onClick={() => act(stopComparing)}
          >
            <SideBadge side="b" /> <span className={kit.cut}>{wordsOf(b.filter)}</span>
            <X size={12} aria-hidden="true" />
          </button>
        </>
      )}
      {constraints.map(({ names, label, text }) => (
        <button
          key={names.join()}
          type="button"
          className={`${kit.inline} ${kit.box} ${kit.nowrap} ${styles.chip}`}
          title={`${label}: ${text}`}
          aria-label={t('filter.remove', { constraint: `${label}: ${text}` })}
          onClick={() => act(clear(...names))}
        >
          <span className={kit.cut}>{text}</span>
          <X size={12} aria-hidden="true" />
        </button>
      ))}
      {/* The button of one alone does the same. */}
      {constraints.length === 1 && b === undefined ? null : (
        <button type="button" className={buttons.link} onClick={() => act(clearAll)}>
          {t('filter.clearAll')}
        </button>
      )}
    </fieldset>
  );
}
