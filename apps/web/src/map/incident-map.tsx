import i18next from 'i18next';
import { useState } from 'react';
import { fallbackLanguage } from '../i18n/languages.ts';
import type { IncidentMapProps } from './incident-map-props.ts';
import { Footnotes } from './footnotes.tsx';
import styles from './incident-map.module.css';
import english from './locales/en.json';
import { MapCanvas } from './map-canvas.tsx';
import { canDrawMap, MapUnavailable } from './map-unavailable.tsx';

declare module '../i18n/text-files.ts' {
  interface Texts {
    map: typeof english;
  }
}

// The map is loaded apart from the rest of the app, and so are its texts. Other languages than English load theirs from files.
i18next.addResourceBundle(fallbackLanguage, 'map', english);
void i18next.loadNamespaces('map');

/** The map of a filter's incidents, with its legend, controls and footnotes. Fills its container. */
export default function IncidentMap(props: IncidentMapProps) {
  const [drawable, setDrawable] = useState(canDrawMap);
  if (drawable) return <MapCanvas {...props} onBroken={() => setDrawable(false)} />;
  return (
    <div className={styles.frame}>
      <MapUnavailable />
      <div className={styles.overlay}>
        <div className={styles.footnotes}>
          <Footnotes synthetic={props.synthetic} />
        </div>
      </div>
    </div>
  );
}
