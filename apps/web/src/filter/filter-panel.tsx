import type { Summary } from '@monitor/contract';
import type { Period } from '@monitor/domain';
import { useState } from 'react';
import type { SideName } from '../controls/side-badge.tsx';
import { useTranslation } from '../i18n/use-translation.ts';
import kit from '../styles/kit.module.css';
import { AreaSection } from './area-section.tsx';
import { ComparisonSection, useSide } from './comparison-section.tsx';
import { FacetList } from './facet-list.tsx';
import { FilterSection } from './filter-section.tsx';
import { LocationSection } from './location-section.tsx';
import { MoreSections } from './more-sections.tsx';
import { PeriodSection } from './period-section.tsx';
import { TypeSection } from './type-section.tsx';
import { ExploreContext, useExplore, useSides } from './use-explore.ts';

type Facets = Summary['facets'] | undefined;

/** All constraints that a person can set, each with the counts of what it would leave. @param against counts of what is compared with */
export default function FilterPanel({
  facets,
  against,
  coverage,
}: {
  facets: Facets;
  against?: Facets;
  coverage: Period | undefined;
}) {
  const { t } = useTranslation();
  const { canCompare } = useSides();
  const { measure } = useExplore().view;
  const [side, setSide] = useState<SideName>('a');
  return (
    <>
      {canCompare ? <ComparisonSection coverage={coverage} side={side} onSide={setSide} /> : null}
      <ExploreContext value={useSide(side)}>
        {measure === 'incidents' ? null : <p className={kit.note}>{t('filter.countsIncidents')}</p>}
        <PeriodSection coverage={coverage} />
        <AreaSection />
        <LocationSection facets={facets} against={against} />
        <TypeSection facets={facets} against={against} />
        <FilterSection title={t('filter.dimension.outcome')} names={['outcome']} startsOpen>
          {() => <FacetList dimension="outcome" counted={facets?.outcome} against={against?.outcome} />}
        </FilterSection>
        <MoreSections />
      </ExploreContext>
    </>
  );
}
