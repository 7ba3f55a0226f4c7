import { filterLimits } from '@monitor/domain';
import { useTranslation } from 'react-i18next';
import fields from '../controls/field.module.css';
import { setLeastVictims } from './filter-actions.ts';
import styles from './text-search.module.css';
import { useExplore, useGesture } from './use-explore.ts';

/** The least number of people killed and injured together. */
export function LeastVictims() {
  const { t } = useTranslation();
  const { filter } = useExplore();
  const gesture = useGesture();
  const change = (text: string) => {
    const least = Math.floor(Number(text));
    gesture.act(setLeastVictims(least >= 1 ? Math.min(least, filterLimits.minVictims) : undefined));
  };
  return (
    <label className={styles.number}>
      <span>{t('filter.leastVictims.atLeast')}</span>
      <input
        type="number"
        className={fields.input}
        min={0}
        max={filterLimits.minVictims}
        inputMode="numeric"
        placeholder="0"
        value={filter.min_victims ?? ''}
        onChange={(event) => change(event.target.value)}
        onBlur={() => gesture.end()}
      />
      <span>{t('filter.leastVictims.people')}</span>
    </label>
  );
}
