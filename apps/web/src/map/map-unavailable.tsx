import { useTranslation } from 'react-i18next';
import styles from './map-unavailable.module.css';

/** True where the browser can draw the map. */
export function canDrawMap(): boolean {
  try {
    return document.createElement('canvas').getContext('webgl2') !== null;
  } catch {
    return false;
  }
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
