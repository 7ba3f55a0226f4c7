import { constraintWords } from '@monitor/findings';
import { filterQuery } from '@monitor/contract';
import { areaNames, type Filter } from '@monitor/domain';
import { useQuery } from '@tanstack/react-query';
import { queries } from '../api/queries.ts';
import { useFormat } from '../format/use-format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { showWithoutPoint } from './filter-actions.ts';
import kit from '../styles/kit.module.css';
import { FilterSection } from './filter-section.tsx';
import { useExplore } from './use-explore.ts';
import { useFilterNames } from './use-filter-names.ts';
import { geoArea } from 'd3-geo';

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
        {corners === undefined ? t('filter.area.size', { size }) : t('filter.area.corners', { count: corners, size })}{' '}
        {data === undefined || data.total === 0
          ? null
          : t('filter.area.leavesOut', { count: data.total, number: number.count(data.total) })}
      </p>
    </>
  );
}

/** Mean radius of the earth in kilometres. */
const earthRadius = 6371;

const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** About how large the area of a filter is, in square kilometres; undefined if it has none. */
export function areaSize({ bbox, within, near }: Pick<Filter, 'bbox' | 'within' | 'near'>): number | undefined {
  if (near !== undefined) return 2 * Math.PI * earthRadius ** 2 * (1 - Math.cos(near.km / earthRadius));
  if (bbox !== undefined) {
    const [west, south, east, north] = bbox;
    // Over the antimeridian the east is a smaller number.
    const width = east < west ? east + 360 - west : east - west;
    return earthRadius ** 2 * radians(width) * (Math.sin(radians(north)) - Math.sin(radians(south)));
  }
  if (within === undefined) return undefined;
  const ring = [...within, ...within.slice(0, 1)].map(([lon, lat]) => [lon, lat]);
  const share = geoArea({ type: 'Polygon', coordinates: [ring] });
  // A ring that goes round the other way is taken for everything outside it.
  return earthRadius ** 2 * Math.min(share, 4 * Math.PI - share);
}
