import { useTranslation } from 'react-i18next';
import styles from './map-unavailable.module.css';

/** True where the browser can draw the map. Costs a drawing context, of which a page has few: ask once. */
export function canDrawMap(): boolean {
  const context = document.createElement('canvas').getContext('webgl2');
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return context !== null;
}

/** Stands in for the map where it cannot be drawn, and says what to do. */
export function MapUnavailable() {
  const { t } = useTranslation('map');
  return (
    <div className={styles.message}>
      <h3>{t('unavailable.title')}</h3>
      <p>{t('unavailable.text')}</p>
    </div>
  );
}
