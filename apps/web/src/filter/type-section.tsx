import type { FacetValue, Summary } from '@monitor/contract';
import { type IncidentType, kindOf, subtypesOf, without } from '@monitor/domain';
import { Swatch } from '../controls/swatch.tsx';
import { useTerms } from '../i18n/terms.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { incidentTypeOf } from '../styles/incident-type-tokens.ts';
import { FacetCheckbox } from './facet-checkbox.tsx';
import { FacetList, useBothFacets } from './facet-list.tsx';
import { chosenSubtypes, toggleValue } from './filter-actions.ts';
import { FilterSection } from './filter-section.tsx';
import { useExplore } from './use-explore.ts';

const swatchOf = (value: string) => <Swatch type={incidentTypeOf(value)} />;

function partsOf(value: string) {
  const type = incidentTypeOf(value);
  return subtypesOf(type).length === 0 ? undefined : () => <Subtypes of={type} />;
}

/** Incident types, and the sub-types of those that have some. */
export function TypeSection({
  facets,
  against,
}: {
  facets: Summary['facets'] | undefined;
  against?: Summary['facets'] | undefined;
}) {
  const { t } = useTranslation();
  const { filter } = useExplore();
  const hasChosenParts = (value: string) => chosenSubtypes(filter, incidentTypeOf(value)).length > 0;
  return (
    <FilterSection title={t('filter.dimension.type')} names={['type', 'subtype']} startsOpen counted={kindOf(filter) === undefined}>
      {() => (
        <FacetList
          dimension="type"
          counted={facets?.type}
          against={against?.type}
          length={7}
          swatchOf={swatchOf}
          partsOf={partsOf}
          hasChosenParts={hasChosenParts}
        />
      )}
    </FilterSection>
  );
}

function Subtypes({ of }: { of: IncidentType }) {
  const terms = useTerms();
  const { filter, act } = useExplore();
  // Without the chosen types, so that the parts of the other types have their counts too.
  const [counted, against] = useBothFacets((one) => without(one, 'type'), ['subtype']).map((facets) => facets?.subtype);
  const countOf = (values: readonly FacetValue[] | undefined, code: string) =>
    values === undefined ? undefined : (values.find(({ value }) => value === code)?.incidents ?? 0);
  const chosen = chosenSubtypes(filter, of);
  return (
    <fieldset aria-label={terms.label('type', of)}>
      {subtypesOf(of).map((code) => (
        <FacetCheckbox
          key={code}
          label={terms.label('subtype', code)}
          title={terms.definition('subtype', code)}
          incidents={countOf(counted, code)}
          other={countOf(against, code)}
          checked={chosen.includes(code)}
          muted={(filter.subtype ?? []).length > 0 && !chosen.includes(code)}
          onToggle={() => act(toggleValue('subtype', code))}
        />
      ))}
    </fieldset>
  );
}
