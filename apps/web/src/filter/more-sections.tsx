import { subjectText } from '@monitor/findings';
import {
  type CountedSubject,
  dimensionGroups,
  type DimensionName,
  dimensionsOfGroup,
  type FilterName,
  isCountedSubject,
  type LeastName,
} from '@monitor/domain';
import { useVoice } from '../i18n/terms.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { FacetList } from './facet-list.tsx';
import kit from '../styles/kit.module.css';
import { FilterSection } from './filter-section.tsx';
import { LeastNumber } from './least-number.tsx';
import { TextSearch } from './text-search.tsx';
import { useBothFacets } from './use-both-facets.ts';
import { useExplore } from './use-explore.ts';
import { useDatasetTitle } from './use-wording.ts';

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
