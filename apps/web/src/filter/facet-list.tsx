import type { FacetValue, Summary } from '@monitor/contract';
import { type DimensionName, type Filter, namedGroup } from '@monitor/domain';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import buttons from '../controls/button.module.css';
import { vocabularyOf } from '@monitor/findings';
import { useTerms } from '../i18n/terms.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { FacetCheckbox } from './facet-checkbox.tsx';
import styles from './facet-list.module.css';
import kit from '../styles/kit.module.css';
import { facetLines } from './facet-values.ts';
import { chosenValues, toggleValue } from './filter-actions.ts';
import { useExplore, useSides } from './use-explore.ts';
import { useSteadyLines } from './use-steady-lines.ts';
import { useFacets } from '../api/use-last-answer.ts';

/** The values of one list of the filter with their counts. */
export function FacetList({
  dimension,
  counted,
  against,
  length = 6,
  titled = false,
  labelOf,
  swatchOf,
  partsOf,
  hasChosenParts,
  isUnknown,
}: {
  dimension: DimensionName;
  counted: readonly FacetValue[] | undefined;
  /** Counts of what is compared with. */
  against?: readonly FacetValue[] | undefined;
  /** Lines shown before "more". */
  length?: number;
  /** Whether the list says its own name: where several share a section. */
  titled?: boolean;
  labelOf?: (value: string) => string;
  swatchOf?: (value: string) => ReactNode;
  /** The list of finer values under a value, such as sub-types; undefined if it has none. Drawn when opened. */
  partsOf?: (value: string) => (() => ReactNode) | undefined;
  /** Whether a finer value is chosen: it is shown from the beginning. */
  hasChosenParts?: (value: string) => boolean;
  /** Whether no data is about a value, so that none of it is no zero. */
  isUnknown?: (value: string) => boolean;
}) {
  const { t } = useTranslation();
  const terms = useTerms();
  const { filter, act } = useExplore();
  const [whole, setWhole] = useState(false);
  /** Values whose parts were shown, and whether they are now. */
  const [opened, setOpened] = useState<ReadonlyMap<string, boolean>>(new Map());
  const chosen = chosenValues(filter, dimension);
  const lines = facetLines(dimension, counted, chosen, against);
  const withParts = hasChosenParts === undefined ? [] : lines.map(({ value }) => value).filter(hasChosenParts);
  const unseen = withParts.filter((value) => !opened.has(value));
  // They stay when the last one is no longer chosen: nothing may move from under the pointer.
  if (unseen.length > 0) setOpened(new Map([...opened, ...unseen.map((value) => [value, true] as const)]));
  // A named group that is chosen as a whole is said above the map; its values need not all be shown for it.
  const singly = namedGroup(dimension, chosen) === undefined ? chosen : [];
  const { shown, hidden, within } = useSteadyLines(lines, [...singly, ...withParts], whole ? undefined : length);
  const vocabulary = vocabularyOf(dimension);
  const name = t(`filter.dimension.${dimension}`);
  return (
    <fieldset aria-label={name} className={styles.list} {...within}>
      {titled ? <p className={`${kit.hint} ${kit.bottom1}`}>{name}</p> : null}
      {counted !== undefined && lines.length === 0 ? <p className={kit.faint}>{t('filter.noValues')}</p> : null}
      {lines.length > 0 ? <CountHeads /> : null}
      {shown.map(({ value, incidents, other }) => {
        const label = labelOf?.(value) ?? terms.value(dimension, value);
        const parts = partsOf?.(value);
        const open = opened.get(value) ?? false;
        const togglePart = () => setOpened(new Map(opened).set(value, !open));
        return (
          <div key={value}>
            <FacetCheckbox
              label={label}
              title={vocabulary === null ? undefined : terms.definition(vocabulary, value)}
              incidents={isUnknown?.(value) ? undefined : incidents}
              other={isUnknown?.(value) ? undefined : other}
              checked={chosen.includes(value)}
              muted={chosen.length > 0 && !chosen.includes(value)}
              swatch={swatchOf?.(value)}
              beside={parts === undefined ? null : <PartsToggle of={label} open={open} onToggle={togglePart} />}
              onToggle={() => act(toggleValue(dimension, value))}
            />
            {parts !== undefined && open ? <div className={`${kit.bottom1} ${kit.divided} ${styles.parts}`}>{parts()}</div> : null}
          </div>
        );
      })}
      <MoreButton whole={whole} hidden={hidden} onToggle={() => setWhole(!whole)} />
    </fieldset>
  );
}

/** Shows the rest of a list, or hides it again; nothing if nothing is hidden. */
export function MoreButton({ whole, hidden, onToggle }: { whole: boolean; hidden: number; onToggle: () => void }) {
  const { t } = useTranslation();
  if (!whole && hidden === 0) return null;
  return (
    <button type="button" className={`${buttons.link} ${kit.target}`} aria-expanded={whole} onClick={onToggle}>
      {whole ? t('filter.fewer') : t('filter.more', { count: hidden })}
    </button>
  );
}

/** The arrow that shows the finer values of a line. */
function PartsToggle({ of, open, onToggle }: { of: string; open: boolean; onToggle: () => void }) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className={`${buttons.icon} ${kit.later} ${styles.partsToggle}`}
      aria-expanded={open}
      aria-label={t('filter.partsOf', { value: of })}
      onClick={onToggle}
    >
      {open ? <ChevronDown size={13} aria-hidden="true" /> : <ChevronRight size={13} aria-hidden="true" />}
    </button>
  );
}

/** The heads of the two columns of counts, where two sides are compared. */
function CountHeads() {
  const { t } = useTranslation();
  const { b } = useSides();
  if (b === undefined) return null;
  return (
    <p className={`${kit.note} ${kit.flex} ${styles.heads}`} aria-hidden="true">
      <b>{t('compare.side.a')}</b>
      <span>{t('compare.side.b')}</span>
    </p>
  );
}

/** Counts of the values of some lists under the filter of A, and of B where something is compared. @param change what is left of a filter */
export function useBothFacets(
  change: (filter: Filter) => Filter,
  facets: readonly DimensionName[],
): readonly [Summary['facets'] | undefined, Summary['facets'] | undefined] {
  const { a, b } = useSides();
  const ofA = useFacets(change(a.filter), facets);
  const ofB = useFacets(change((b ?? a).filter), facets, b !== undefined);
  return [ofA, b === undefined ? undefined : ofB];
}
