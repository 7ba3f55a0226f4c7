import { MapPin, Search, X } from 'lucide-react';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { prefersReducedMotion } from '../controls/motion.ts';
import { useSettlements } from '../filter/found-settlements.tsx';
import { useTerms } from '../i18n/terms.ts';
import styles from './place-search.module.css';

/** How near the map goes to a settlement. */
const closest = 12;
const longestFlight = 1500;

/** Finds a settlement by name and moves the map there, without a change of the filter. */
export function PlaceSearch({ map }: { readonly map: MapLibreMap | null }) {
  const { t } = useTranslation('map');
  const terms = useTerms();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const places = useSettlements(open ? text : '');
  const input = useRef<HTMLInputElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const list = useId();
  const close = () => {
    setOpen(false);
    setText('');
    opener.current?.focus();
  };
  const leave = useEffectEvent(close);
  useEffect(() => {
    if (!open) return undefined;
    input.current?.focus();
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      // One press closes one thing: an open record listens at the window.
      event.preventDefault();
      leave();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [open]);

  const goTo = ([west, south, east, north]: readonly [number, number, number, number]) => {
    const animation = prefersReducedMotion() ? { duration: 0 } : { maxDuration: longestFlight };
    const camera = map?.cameraForBounds([west, south, east, north], { padding: 80, maxZoom: closest });
    if (map && camera) map.flyTo({ ...camera, ...animation });
    close();
  };
  return (
    <div className={styles.search}>
      {open && (
        <search className={styles.panel}>
          <input
            ref={input}
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
            {(places ?? []).map(({ name, region, country, bbox }) => (
              <li key={`${country} ${region} ${name}`}>
                <button type="button" onClick={() => goTo(bbox)}>
                  <MapPin size={13} aria-hidden />
                  <span>
                    {name}
                    <small>{[region, country].flatMap((code) => (code === null ? [] : terms.place(code))).join(', ')}</small>
                  </span>
                </button>
              </li>
            ))}
          </ul>
          <output className={styles.none}>{places?.length === 0 && text.trim().length > 1 ? t('search.none') : ''}</output>
        </search>
      )}
      <button
        ref={opener}
        type="button"
        className={styles.opener}
        aria-label={open ? t('close') : t('search.label')}
        title={open ? t('close') : t('search.label')}
        aria-expanded={open}
        onClick={() => (open ? close() : setOpen(true))}
      >
        {open ? <X size={16} strokeWidth={1.75} aria-hidden /> : <Search size={16} strokeWidth={1.75} aria-hidden />}
      </button>
    </div>
  );
}
