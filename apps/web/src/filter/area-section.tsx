import { areaSize, constraintWords } from '@monitor/findings';
import { filterQuery } from '@monitor/contract';
import { areaNames } from '@monitor/domain';
import { useQuery } from '@tanstack/react-query';
import { queries } from '../api/queries.ts';
import { useFormat } from '../format/use-format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { showWithoutPoint } from './filter-actions.ts';
import kit from '../styles/kit.module.css';
import { FilterSection } from './filter-section.tsx';
import { useExplore } from './use-explore.ts';
import { useFilterNames } from './use-filter-names.ts';

/** The area of the map that is selected: what it is called, how large it is, and what it leaves out. Nothing if there is none. */
export function AreaSection() {
  const { t } = useTranslation();
  const { filter } = useExplore();
  if (areaNames.every((name) => filter[name] === undefined)) return null;
  return (
    <FilterSection title={t('filter.area.label')} names={areaNames} counted={false} startsOpen>
      {() => <Area />}
    </FilterSection>
  );
}

function Area() {
  const { t } = useTranslation();
  const { number } = useFormat();
  const wording = useFilterNames();
  const { filter, view, stateAfter } = useExplore();
  // An area has only incidents whose point is known: it leaves out all others, wherever they are.
  const others = stateAfter(showWithoutPoint).filter;
  const { data } = useQuery({
    ...queries.firstIncidents(filterQuery(others), view.sort, 'incidents', 1),
    enabled: others !== filter,
  });
  const words = constraintWords(filter, wording).filter(({ names }) =>
    names.some((name) => areaNames.some((area) => area === name)),
  );
  const size = number.count(Number((areaSize(filter) ?? 0).toPrecision(2)));
  const corners = filter.within?.length;
  return (
    <>
      <p>{words.map(({ text }) => text).join(', ')}</p>
      <p className={kit.note}>
        {corners === undefined ? t('filter.area.size', { size }) : t('filter.area.corners', { count: corners })}{' '}
        {data === undefined || data.total === 0
          ? null
          : t('filter.area.leavesOut', { count: data.total, number: number.count(data.total) })}
      </p>
    </>
  );
}
