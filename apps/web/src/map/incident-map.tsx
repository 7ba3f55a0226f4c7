import i18next from 'i18next';
import { memo, useState } from 'react';
import { fallbackLanguage } from '@monitor/domain';
import { useTranslation } from '../i18n/use-translation.ts';
import styles from './incident-map.module.css';
import kit from '../styles/kit.module.css';
import english from './locales/en.json';
import { type IncidentMapProps, MapCanvas } from './map-canvas.tsx';
import { MapPlace } from './map-place.tsx';

declare module '../i18n/text-files.ts' {
  interface Texts {
    map: typeof english;
  }
}

// The map is loaded apart from the rest of the app, and so are its texts. Other languages than English load theirs from files.
i18next.addResourceBundle(fallbackLanguage, 'map', english);
void i18next.loadNamespaces('map');

/** The map of a filter's incidents, with its legend, controls and footnotes. Fills its container. */
function IncidentMap(props: IncidentMapProps) {
  const [drawable, setDrawable] = useState(canDrawMap);
  if (drawable) return <MapCanvas {...props} onBroken={() => setDrawable(false)} />;
  return (
    <MapPlace synthetic={props.synthetic}>
      <MapUnavailable />
    </MapPlace>
  );
}

// What changes beside it, such as charts during a drag of the timeline, does not draw it again.
export default memo(IncidentMap);

/** True if the browser can draw the map. Costs a drawing context, of which a page has few: ask once. */
function canDrawMap(): boolean {
  const context = document.createElement('canvas').getContext('webgl2');
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return context !== null;
}

/** Shown in place of a map that cannot be displayed, and says what to do. */
function MapUnavailable() {
  const { t } = useTranslation('map');
  return (
    <div className={`${kit.stack} ${kit.quiet} ${styles.unavailable}`}>
      <h3>{t('unavailable.title')}</h3>
      <p>{t('unavailable.text')}</p>
    </div>
  );
}
