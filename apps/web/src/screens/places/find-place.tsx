import { foldText } from '@monitor/domain';
import { settlementAddress } from '@monitor/findings';
import { Link } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useState } from 'react';
import fields from '../../controls/field.module.css';
import { FoundCount } from '../../filter/found-count.tsx';
import { matchingPlaces } from '../../filter/location-section.tsx';
import { useSettlements } from '../../filter/found-settlements.tsx';
import { useTerms } from '../../i18n/terms.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './places-page.module.css';
import kit from '../../styles/kit.module.css';

/** Finds a location, region or settlement by its name in any script. */
export function FindPlace({ locations, query }: { locations: readonly string[]; query: string }) {
  const { t } = useTranslation();
  const terms = useTerms();
  const [text, setText] = useState('');
  const settlements = useSettlements(text);
  const searching = foldText(text) !== '';
  const found = searching ? matchingPlaces(text, locations, terms.place) : [];
  const lines = [
    ...found.map((code) => ({
      address: code,
      name: terms.place(code),
      where: code.includes('-') ? terms.place(code.slice(0, 2)) : t('places.find.location'),
    })),
    ...(settlements ?? []).flatMap((settlement) => {
      const address = settlementAddress(settlement);
      const where = [settlement.region, settlement.country].flatMap((code) => (code === null ? [] : terms.place(code))).join(', ');
      return address === undefined ? [] : [{ address, name: settlement.name, where }];
    }),
  ];
  return (
    <search className={styles.find}>
      <div className={`${kit.bottom2} ${kit.relative} ${fields.withIcon}`}>
        <Search size={14} aria-hidden="true" />
        <input
          type="search"
          className={fields.input}
          placeholder={t('places.find.label')}
          aria-label={t('places.find.label')}
          value={text}
          maxLength={100}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <FoundCount count={searching && settlements ? lines.length : undefined} />
      {!searching ? null : lines.length === 0 ? (
        settlements === undefined ? null : (
          <p className={`${kit.padBlock} ${styles.none}`}>{t('filter.places.none', { text: text.trim() })}</p>
        )
      ) : (
        <ul className={`${kit.stack} ${kit.padBlock} ${styles.found}`} aria-label={t('places.find.found')}>
          {lines.map(({ address, name, where }) => (
            <li key={address}>
              <Link to="/places/$place" params={{ place: address }} search={{ query }}>
                {name}
              </Link>{' '}
              <small>{where}</small>
            </li>
          ))}
        </ul>
      )}
    </search>
  );
}
