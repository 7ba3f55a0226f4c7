import { useTranslation } from 'react-i18next';
import buttons from '../controls/button.module.css';
import styles from './facet-list.module.css';

/** Shows the rest of a list, or hides it again; nothing where nothing is hidden. */
export function MoreButton({ whole, hidden, onToggle }: { whole: boolean; hidden: number; onToggle: () => void }) {
  const { t } = useTranslation();
  if (!whole && hidden === 0) return null;
  return (
    <button type="button" className={`${buttons.link} ${styles.more}`} aria-expanded={whole} onClick={onToggle}>
      {whole ? t('filter.fewer') : t('filter.more', { count: hidden })}
    </button>
  );
}
