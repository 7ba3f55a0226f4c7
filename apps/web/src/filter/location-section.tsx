import type { DatasetList, Summary } from '@monitor/contract';
import { foldText, hasWantedWords, searchedWords, wholeOf, without } from '@monitor/domain';
import { region, regionsOf } from '@monitor/geography';
import { useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { queries } from '../api/queries.ts';
import buttons from '../controls/button.module.css';
import fields from '../controls/field.module.css';
import kit from '../styles/kit.module.css';
import { useTerms } from '../i18n/terms.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { FacetCheckbox } from './facet-checkbox.tsx';
import { FacetList, MoreButton, useBothFacets } from './facet-list.tsx';
import { chosenValues, setText, toggleValue } from './filter-actions.ts';
import { FilterSection } from './filter-section.tsx';
import { FoundCount } from './found-count.tsx';
import { FoundSettlements, useSettlements } from './found-settlements.tsx';
import styles from './location-section.module.css';
import { useExplore } from './use-explore.ts';
import { useSteadyLines } from './use-steady-lines.ts';

const codesWithData = ({ datasets }: DatasetList) => datasets.flatMap(({ countries }) => countries);

/** Locations and their regions, and a search that finds them by name or looks for the words in the incidents. */
export function LocationSection({
  facets,
  against,
}: {
  facets: Summary['facets'] | undefined;
  against?: Summary['facets'] | undefined;
}) {
  const { t } = useTranslation();
  const { filter } = useExplore();
  const [text, setSearch] = useState('');
  const chosenRegions = chosenValues(filter, 'region');
  const searching = foldText(text) !== '';
  const { data: withData } = useQuery({ ...queries.datasets(), select: codesWithData });
  return (
    <FilterSection title={t('filter.dimension.country')} names={['country', 'region']} startsOpen>
      {() => (
        <>
          <div className={`${kit.bottom2} ${kit.relative} ${fields.withIcon}`}>
            <Search size={14} aria-hidden="true" />
            <input
              type="search"
              className={fields.input}
              placeholder={t('filter.places.search')}
              aria-label={t('filter.places.search')}
              value={text}
              maxLength={100}
              onChange={(event) => setSearch(event.target.value)}
            />
          </div>
          {searching ? (
            <FoundPlaces text={text} facets={facets} onDone={() => setSearch('')} />
          ) : (
            <FacetList
              dimension="country"
              counted={facets?.country}
              against={against?.country}
              length={7}
              isUnknown={(code) => withData !== undefined && !withData.includes(code)}
              hasChosenParts={(value) => regionsOf(value).some(({ code }) => chosenRegions.includes(code))}
              partsOf={(value) => (regionsOf(value).length > 0 ? () => <Regions of={value} /> : undefined)}
            />
          )}
        </>
      )}
    </FilterSection>
  );
}

/** Counts of regions as if no location were chosen, so that every region has its own. */
function useRegionCounts(): readonly (ReadonlyMap<string, number> | undefined)[] {
  return useBothFacets((filter) => without(filter, 'country'), ['region']).map(
    (counted) => counted && new Map((counted.region ?? []).map(({ value, incidents }) => [value, incidents])),
  );
}

const regionsAtFirst = 8;

function Regions({ of }: { of: string }) {
  const { t } = useTranslation();
  const { filter } = useExplore();
  const [whole, setWhole] = useState(false);
  const [counts, others] = useRegionCounts();
  const chosen = chosenValues(filter, 'region');
  const lines = regionsOf(of)
    .map(({ code }) => code)
    .filter((code) => (counts?.get(code) ?? 0) + (others?.get(code) ?? 0) > 0 || chosen.includes(code))
    .map((code) => ({ value: code, incidents: counts?.get(code), other: others && (others.get(code) ?? 0) }))
    .toSorted((one, other) => (other.incidents ?? 0) - (one.incidents ?? 0));
  const { shown, hidden, within } = useSteadyLines(lines, chosen, whole ? undefined : regionsAtFirst);
  if (counts !== undefined && lines.length === 0)
    return <p className={`${kit.faint} ${styles.none}`}>{t('filter.places.noRegions')}</p>;
  return (
    <div {...within}>
      {shown.map(({ value, incidents, other }) => (
        <PlaceLine key={value} code={value} incidents={incidents} other={other} />
      ))}
      <MoreButton whole={whole} hidden={hidden} onToggle={() => setWhole(!whole)} />
    </div>
  );
}

function PlaceLine({ code, incidents, other }: { code: string; incidents: number | undefined; other?: number | undefined }) {
  const terms = useTerms();
  const { filter, act } = useExplore();
  const dimension = region(code) === undefined ? 'country' : 'region';
  const chosen = chosenValues(filter, dimension);
  return (
    <FacetCheckbox
      label={terms.place(code)}
      incidents={incidents}
      other={other}
      checked={chosen.includes(code)}
      muted={chosen.length > 0 && !chosen.includes(code)}
      onToggle={() => act(toggleValue(dimension, code))}
    />
  );
}

function FoundPlaces({ text, facets, onDone }: { text: string; facets: Summary['facets'] | undefined; onDone: () => void }) {
  const { t } = useTranslation();
  const terms = useTerms();
  const { act } = useExplore();
  const [regionCounts] = useRegionCounts();
  const countries = new Map((facets?.country ?? []).map(({ value, incidents }) => [value, incidents]));
  const settlements = useSettlements(text);
  const found = matchingPlaces(text, [...countries.keys()], terms.place);
  return (
    <div>
      <FoundCount count={settlements && found.length + settlements.length} />
      {found.map((code) => (
        <PlaceLine key={code} code={code} incidents={countries.get(code) ?? regionCounts?.get(code) ?? (regionCounts && 0)} />
      ))}
      {found.length === 0 && settlements?.length === 0 ? (
        <p className={`${kit.faint} ${styles.none}`}>{t('filter.places.none', { text: text.trim() })}</p>
      ) : null}
      <FoundSettlements places={settlements ?? []} onDone={onDone} />
      <button
        type="button"
        className={`${buttons.link} ${styles.textSearch}`}
        onClick={() => {
          act(setText(text));
          onDone();
        }}
      >
        {t('filter.places.searchText', { text })}
      </button>
    </div>
  );
}

const most = 12;

/**
 * Codes of the locations and of the regions of these locations that are found by a text as incidents are: each of its words begins a
 * word of the name, in either script. Names that begin with the text come first.
 */
export function matchingPlaces(text: string, locations: readonly string[], nameOf: (code: string) => string): string[] {
  const wanted = foldText(text);
  const within = new Set(locations);
  const candidates = [...locations, ...[...within].flatMap((one) => regionsOf(one)).map((one) => one.code)];
  const found = candidates.filter((code) => hasWantedWords(searchedWords(nameOf(code), wholeOf('region', code)), text));
  const isFirst = (code: string) => foldText(nameOf(code)).startsWith(wanted);
  return found.toSorted((one, other) => Number(isFirst(other)) - Number(isFirst(one))).slice(0, most);
}
