import { filterLimits, type LeastName } from '@monitor/domain';
import fields from '../controls/field.module.css';
import { useTranslation } from '../i18n/use-translation.ts';
import { setLeast } from './filter-actions.ts';
import styles from './text-search.module.css';
import kit from '../styles/kit.module.css';
import { useExplore, useGesture } from './use-explore.ts';

/** How much an incident has at least, such as people killed and injured together. */
export function LeastNumber({ name }: { name: LeastName }) {
  const { t } = useTranslation();
  const { filter } = useExplore();
  const gesture = useGesture();
  const change = (text: string) => {
    const least = Math.floor(Number(text));
    gesture.act(setLeast(name, least >= 1 ? Math.min(least, filterLimits.least) : undefined));
  };
  return (
    <label className={`${kit.row} ${kit.bottom2} ${styles.number}`}>
      <span>{t('filter.least.atLeast')}</span>
      <input
        type="number"
        className={fields.input}
        min={0}
        max={filterLimits.least}
        inputMode="numeric"
        placeholder="0"
        value={filter[name] ?? ''}
        onChange={(event) => change(event.target.value)}
        onBlur={() => gesture.end()}
      />
      <span>{t(`filter.least.unit.${name}`)}</span>
    </label>
  );
}
