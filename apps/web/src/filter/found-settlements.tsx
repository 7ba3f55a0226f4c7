import type { PlaceList } from '@monitor/contract';
import { wantedWords } from '@monitor/domain';
import { useQuery } from '@tanstack/react-query';
import { MapPin } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.ts';
import { useDebounced } from '../controls/use-debounced.ts';
import { useTerms } from '../i18n/terms.ts';
import { setPlace } from './filter-actions.ts';
import styles from './found-settlements.module.css';
import { useExplore } from './use-explore.ts';

/** Milliseconds without a key, and letters, from which on it is worth asking. */
const pause = 250;
const fewestLetters = 2;

type Settlement = PlaceList['places'][number];

/** Settlements of a name; undefined while they are not known. */
export function useSettlements(text: string): readonly Settlement[] | undefined {
  const wanted = useDebounced(text.trim(), pause);
  const enabled = wanted.length >= fewestLetters && wantedWords(wanted).length > 0;
  const { data } = useQuery({ ...queries.places(wanted), enabled, placeholderData: (last) => last });
  if (enabled) return data?.places;
  return wanted === text.trim() ? [] : undefined;
}

/** Settlements with region and location to tell like names apart; choosing one selects its area. */
export function FoundSettlements({ places, onDone }: { places: readonly Settlement[]; onDone: () => void }) {
  const { t } = useTranslation();
  const terms = useTerms();
  const { act } = useExplore();
  if (places.length === 0) return null;
  return (
    <section className={styles.found} aria-label={t('filter.places.settlements')}>
      <p className={styles.title}>{t('filter.places.settlements')}</p>
      <ul>
        {places.map(({ name, region, country, bbox }) => (
          <li key={`${country} ${region} ${name}`}>
            <button
              type="button"
              className={styles.place}
              onClick={() => {
                act(setPlace(bbox));
                onDone();
              }}
            >
              <MapPin size={13} aria-hidden="true" />
              <span>
                {name}
                <small>{[region, country].flatMap((code) => (code === null ? [] : terms.place(code))).join(', ')}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
