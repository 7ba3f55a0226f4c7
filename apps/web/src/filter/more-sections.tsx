import { subjectText } from '@monitor/findings';
import {
  type CountedSubject,
  dimensionGroups,
  type DimensionName,
  dimensionsOfGroup,
  filterLimits,
  type FilterName,
  isCountedSubject,
  type LeastName,
} from '@monitor/domain';
import { useVoice } from '../i18n/terms.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { FacetList, useBothFacets } from './facet-list.tsx';
import kit from '../styles/kit.module.css';
import { FilterSection } from './filter-section.tsx';
import { useExplore, useGesture } from './use-explore.ts';
import { useDatasetTitle } from './use-filter-names.ts';
import fields from '../controls/field.module.css';
import { setLeast, setText } from './filter-actions.ts';
import styles from './more-sections.module.css';
import { useEffect, useState } from 'react';

/** Lists that share a section; their counts are requested when it is opened. */
function Lists({ dimensions }: { dimensions: readonly DimensionName[] }) {
  const [counted, against] = useBothFacets((filter) => filter, dimensions);
  const datasetTitle = useDatasetTitle();
  return dimensions.map((dimension) => (
    <FacetList
      key={dimension}
      dimension={dimension}
      counted={counted?.[dimension]}
      against={against?.[dimension]}
      titled={dimensions.length > 1}
      {...(dimension === 'dataset' ? { labelOf: datasetTitle } : {})}
    />
  ));
}

/** The groups whose lists have a section each: all but those that `filter-panel.tsx` shows with sections made for them. */
const groups = dimensionGroups.filter((group) => group !== 'kind' && group !== 'place');

/** The groups with a least number beside their lists. */
const leastOf: { readonly [Group in (typeof groups)[number]]?: LeastName } = { weapon: 'min_weapons', victim: 'min_victims' };

/** A section of lists that starts folded, unless the address has a constraint of it. */
function GroupSection({ group }: { group: (typeof groups)[number] }) {
  const { t } = useTranslation();
  const { filter } = useExplore();
  const lists = dimensionsOfGroup(group);
  const least = leastOf[group];
  const names: readonly FilterName[] = least === undefined ? lists : [...lists, least];
  return (
    <FilterSection title={t(`filter.section.${group}`)} names={names} startsOpen={names.some((name) => filter[name] !== undefined)}>
      {() => (
        <>
          {least === undefined ? null : <LeastNumber name={least} />}
          {isCountedSubject(group) ? <SameSubject subject={group} /> : null}
          <Lists dimensions={lists} />
        </>
      )}
    </FilterSection>
  );
}

/** Says that the lists of a section describe one and the same victim, perpetrator or weapon, and which one is meant. */
function SameSubject({ subject }: { subject: CountedSubject }) {
  const { filter } = useExplore();
  const { t } = useTranslation();
  const text = subjectText(subject, filter, useVoice());
  return (
    <p className={`${kit.note} ${kit.bottom2}`}>
      {text === undefined ? t(`filter.same.hint.${subject}`) : t('filter.same.meant', { text })}
    </p>
  );
}

/** The sections that start folded. */
export function MoreSections() {
  const { t } = useTranslation();
  const { filter } = useExplore();
  return (
    <>
      {groups.map((group) => (
        <GroupSection key={group} group={group} />
      ))}
      <FilterSection title={t('filter.section.text')} names={['q']} startsOpen={filter.q !== undefined}>
        {() => <TextSearch />}
      </FilterSection>
    </>
  );
}

/** How much an incident has at least, such as people killed and injured together. */
function LeastNumber({ name }: { name: LeastName }) {
  const { t } = useTranslation();
  const { filter } = useExplore();
  const gesture = useGesture();
  const change = (text: string) => {
    const least = Math.floor(Number(text));
    gesture.act(setLeast(name, least >= 1 ? Math.min(least, filterLimits.least) : undefined));
  };
  return (
    <label className={`${kit.row} ${kit.bottom2} ${styles.number}`}>
      <span>{t('filter.least.atLeast')}</span>
      <input
        type="number"
        className={fields.input}
        min={0}
        max={filterLimits.least}
        inputMode="numeric"
        placeholder="0"
        value={filter[name] ?? ''}
        onChange={(event) => change(event.target.value)}
        onBlur={() => gesture.end()}
      />
      <span>{t(`filter.least.unit.${name}`)}</span>
    </label>
  );
}

const pause = 350;

/** Words that must occur in the incident. Typing searches after a pause; a burst of typing is one step for Back. */
function TextSearch() {
  const { t } = useTranslation();
  const { filter } = useExplore();
  const gesture = useGesture();
  const wanted = filter.q ?? '';
  const [typed, setTyped] = useState(wanted);
  const [known, setKnown] = useState(wanted);
  // The address changed by another hand: Back, a chip, a link.
  if (known !== wanted) {
    setKnown(wanted);
    if (typed.trim() !== wanted) setTyped(wanted);
  }
  useEffect(() => {
    if (typed.trim() === wanted) return undefined;
    const timer = setTimeout(() => gesture.act(setText(typed)), pause);
    return () => clearTimeout(timer);
  }, [typed, wanted, gesture]);
  return (
    <>
      <input
        type="search"
        className={fields.input}
        aria-label={t('filter.text.label')}
        placeholder={t('filter.text.placeholder')}
        value={typed}
        maxLength={filterLimits.textLength}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => gesture.end()}
      />
      <p className={`${kit.hint} ${kit.top2}`}>{t('filter.text.help')}</p>
    </>
  );
}
