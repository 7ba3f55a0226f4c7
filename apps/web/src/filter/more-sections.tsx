import { type DimensionName, dimensionsOfGroup, type Filter } from '@monitor/domain';
import { useTranslation } from 'react-i18next';
import { useFacets } from '../api/use-last-answer.ts';
import { FacetList } from './facet-list.tsx';
import { FilterSection } from './filter-section.tsx';
import { LeastVictims } from './least-victims.tsx';
import { TextSearch } from './text-search.tsx';
import { useExplore } from './use-explore.ts';
import { useDatasetTitle } from './use-wording.ts';

/** Lists that share a section; their counts are requested when it is opened. */
function Lists({ dimensions }: { dimensions: readonly DimensionName[] }) {
  const { filter } = useExplore();
  const counted = useFacets(filter, dimensions);
  const datasetTitle = useDatasetTitle();
  return dimensions.map((dimension) => (
    <FacetList
      key={dimension}
      dimension={dimension}
      counted={counted?.[dimension]}
      titled={dimensions.length > 1}
      {...(dimension === 'dataset' ? { labelOf: datasetTitle } : {})}
    />
  ));
}

function hasAny(filter: Filter, names: readonly (keyof Filter)[]): boolean {
  return names.some((name) => filter[name] !== undefined);
}

const weapons = dimensionsOfGroup('weapon');
const people = dimensionsOfGroup('people');
const aboutPeople = [...people, 'min_victims'] as const;
const circumstances = dimensionsOfGroup('circumstance');

/** The sections that start folded, unless the address has a constraint of theirs. */
export function MoreSections() {
  const { t } = useTranslation();
  const { filter } = useExplore();
  return (
    <>
      <FilterSection title={t('filter.section.weapon')} names={weapons} startsOpen={hasAny(filter, weapons)}>
        {() => <Lists dimensions={weapons} />}
      </FilterSection>
      <FilterSection title={t('filter.section.people')} names={aboutPeople} startsOpen={hasAny(filter, aboutPeople)}>
        {() => (
          <>
            <LeastVictims />
            <Lists dimensions={people} />
          </>
        )}
      </FilterSection>
      <FilterSection title={t('filter.section.circumstance')} names={circumstances} startsOpen={hasAny(filter, circumstances)}>
        {() => <Lists dimensions={circumstances} />}
      </FilterSection>
      <FilterSection title={t('filter.section.text')} names={['q']} startsOpen={filter.q !== undefined}>
        {() => <TextSearch />}
      </FilterSection>
    </>
  );
}
