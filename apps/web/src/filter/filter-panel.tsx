import type { Summary } from '@monitor/contract';
import type { Period } from '@monitor/domain';
import { useTranslation } from 'react-i18next';
import { FacetList } from './facet-list.tsx';
import { FilterSection } from './filter-section.tsx';
import { LocationSection } from './location-section.tsx';
import { MoreSections } from './more-sections.tsx';
import { PeriodSection } from './period-section.tsx';
import { TypeSection } from './type-section.tsx';

/** All constraints that a person can set, each with the counts of what it would leave. */
export default function FilterPanel({ facets, coverage }: { facets: Summary['facets'] | undefined; coverage: Period | undefined }) {
  const { t } = useTranslation();
  return (
    <>
      <PeriodSection coverage={coverage} />
      <LocationSection facets={facets} />
      <TypeSection facets={facets} />
      <FilterSection title={t('filter.dimension.outcome')} names={['outcome']} startsOpen>
        {() => <FacetList dimension="outcome" counted={facets?.outcome} />}
      </FilterSection>
      <MoreSections />
    </>
  );
}
