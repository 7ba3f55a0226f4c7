import type { PlaceList } from '@monitor/contract';
import { wantedWords } from '@monitor/domain';
import { useQuery } from '@tanstack/react-query';
import { MapPin } from 'lucide-react';
import { queries } from '../api/queries.ts';
import { NameInLatin } from '../controls/name-in-latin.tsx';
import { useDebounced } from '../controls/use-debounced.ts';
import { useTerms } from '../i18n/terms.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { setPlace } from './filter-actions.ts';
import styles from './found-settlements.module.css';
import kit from '../styles/kit.module.css';
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

export function keyOfSettlement({ country, region, name }: Settlement): string {
  return `${country} ${region} ${name}`;
}

/** A settlement with its region and location, which tell like names apart. */
export function SettlementName({ settlement: { name, region, country } }: { settlement: Settlement }) {
  const terms = useTerms();
  return (
    <>
      <MapPin size={13} aria-hidden="true" />
      <span>
        <NameInLatin name={name} country={country} />
        <small>{[region, country].flatMap((code) => (code === null ? [] : terms.place(code))).join(', ')}</small>
      </span>
    </>
  );
}

/** Settlements of a search; choosing one selects its area. */
export function FoundSettlements({ places, onDone }: { places: readonly Settlement[]; onDone: () => void }) {
  const { t } = useTranslation();
  const { act } = useExplore();
  if (places.length === 0) return null;
  return (
    <section className={kit.around} aria-label={t('filter.places.settlements')}>
      <p className={`${kit.hint} ${styles.title}`}>{t('filter.places.settlements')}</p>
      <ul>
        {places.map((settlement) => (
          <li key={keyOfSettlement(settlement)}>
            <button
              type="button"
              className={`${kit.line} ${kit.start} ${styles.place}`}
              onClick={() => {
                act(setPlace(settlement.bbox));
                onDone();
              }}
            >
              <SettlementName settlement={settlement} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
