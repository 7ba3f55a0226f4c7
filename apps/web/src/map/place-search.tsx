import { useQueryClient } from '@tanstack/react-query';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { type KeyboardEvent, useRef, useState } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Input } from 'react-aria-components/Input';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { TextField } from 'react-aria-components/TextField';
import { queries } from '../api/queries.ts';
import { prefersReducedMotion } from '../controls/motion.ts';
import { FoundCount } from '../filter/found-count.tsx';
import { keyOfSettlement, SettlementName, useSettlements } from '../filter/found-settlements.tsx';
import { useTranslation } from '../i18n/use-translation.ts';
import styles from './place-search.module.css';
import kit from '../styles/kit.module.css';

/** How near the map goes to a settlement. */
const closest = 12;
const longestFlight = 1500;

/** Finds a settlement by name and moves the map there, without a change of the filter. */
export function PlaceSearch({ map, onDone }: { readonly map: MapLibreMap | null; readonly onDone: () => void }) {
  const { t } = useTranslation('map');
  const [text, setText] = useState('');
  const places = useSettlements(text);
  const client = useQueryClient();
  const list = useRef<HTMLDivElement>(null);
  const goTo = ([west, south, east, north]: readonly [number, number, number, number]) => {
    const animation = prefersReducedMotion() ? { duration: 0 } : { maxDuration: longestFlight };
    const camera = map?.cameraForBounds([west, south, east, north], { padding: 80, maxZoom: closest });
    if (map && camera) map.flyTo({ ...camera, ...animation });
    onDone();
  };
  const goToFirst = async (input: HTMLInputElement) => {
    const wanted = input.value;
    const { places: found } = await client.fetchQuery(queries.places(wanted.trim()));
    const isStillWanted = input.isConnected && input.value === wanted;
    if (found[0] !== undefined && isStillWanted) goTo(found[0].bbox);
  };
  const onEnter = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || text.trim() === '') return;
    // The places of the text before stay in the list until those of this one are there.
    const isAnswered = client.getQueryData(queries.places(text.trim()).queryKey) !== undefined;
    const isHighlighted = list.current?.querySelector('[data-focused]') != null;
    if (isAnswered && isHighlighted) return;
    event.preventDefault();
    event.stopPropagation();
    // A text that cannot be searched for finds nothing, as it does in the list.
    goToFirst(event.currentTarget).catch(() => undefined);
  };
  return (
    <search className={`${kit.block} ${styles.panel}`}>
      <Autocomplete inputValue={text} onInputChange={setText}>
        <TextField aria-label={t('search.label')} type="search" autoComplete="off" maxLength={100}>
          <Input ref={focusOn} placeholder={t('search.placeholder')} onKeyDownCapture={onEnter} />
        </TextField>
        <ListBox
          ref={list}
          className={`${kit.scrollDown} ${styles.list}`}
          aria-label={t('search.found')}
          items={(places ?? []).map((settlement) => ({ id: keyOfSettlement(settlement), settlement }))}
        >
          {({ settlement }) => (
            <ListBoxItem
              className={`${kit.line} ${kit.press} ${kit.start} ${styles.place}`}
              textValue={settlement.name}
              onAction={() => goTo(settlement.bbox)}
            >
              <SettlementName settlement={settlement} />
            </ListBoxItem>
          )}
        </ListBox>
      </Autocomplete>
      {/* If there is none, the line below says so. */}
      <FoundCount count={places?.length === 0 ? undefined : places?.length} />
      <output className={styles.none}>{places?.length === 0 && text.trim().length > 1 ? t('search.none') : ''}</output>
    </search>
  );
}

function focusOn(input: HTMLInputElement | null): void {
  input?.focus();
}
