import { Search } from 'lucide-react';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { prefersReducedMotion } from '../controls/motion.ts';
import { FoundCount } from '../filter/found-count.tsx';
import { keyOfSettlement, SettlementName, useSettlements } from '../filter/found-settlements.tsx';
import { FoldOut } from './fold-out.tsx';
import styles from './place-search.module.css';

/** How near the map goes to a settlement. */
const closest = 12;
const longestFlight = 1500;

/** Finds a settlement by name and moves the map there, without a change of the filter. */
export function PlaceSearch({ map }: { readonly map: MapLibreMap | null }) {
  const { t } = useTranslation('map');
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const places = useSettlements(open ? text : '');
  const list = useId();
  const fold = (next: boolean) => {
    setOpen(next);
    setText('');
  };
  const goTo = ([west, south, east, north]: readonly [number, number, number, number]) => {
    const animation = prefersReducedMotion() ? { duration: 0 } : { maxDuration: longestFlight };
    const camera = map?.cameraForBounds([west, south, east, north], { padding: 80, maxZoom: closest });
    if (map && camera) map.flyTo({ ...camera, ...animation });
    fold(false);
  };
  return (
    <FoldOut label={t('search.label')} Icon={Search} open={open} onOpen={fold}>
      <search className={styles.panel}>
        <input
          ref={focusOn}
          type="search"
          value={text}
          aria-label={t('search.label')}
          aria-controls={list}
          placeholder={t('search.placeholder')}
          autoComplete="off"
          maxLength={100}
          onChange={(event) => setText(event.target.value)}
        />
        <ul id={list} aria-label={t('search.found')}>
          {(places ?? []).map((settlement) => (
            <li key={keyOfSettlement(settlement)}>
              <button type="button" onClick={() => goTo(settlement.bbox)}>
                <SettlementName settlement={settlement} />
              </button>
            </li>
          ))}
        </ul>
        {/* Where there is none, the line below says so. */}
        <FoundCount count={places?.length === 0 ? undefined : places?.length} />
        <output className={styles.none}>{places?.length === 0 && text.trim().length > 1 ? t('search.none') : ''}</output>
      </search>
    </FoldOut>
  );
}

function focusOn(input: HTMLInputElement | null): void {
  input?.focus();
}
