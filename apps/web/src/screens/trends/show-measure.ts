import { type Filter, type IncidentKind, kindOf, typesOfKind, without } from '@monitor/domain';
import { type TrendMeasure, trendMeasures } from '@monitor/findings';
import { type Act, setMeasure } from '../../filter/filter-actions.ts';

/** Shows a measure. Types that were chosen one by one stay, unless the measure is of another kind of incident. */
export const showMeasure =
  (name: TrendMeasure): Act =>
  (state) => {
    const { measure, kind } = trendMeasures[name];
    return setMeasure(measure)({ ...state, filter: ofKind(state.filter, kind) });
  };

function ofKind(filter: Filter, kind: IncidentKind): Filter {
  const present = kindOf(filter);
  if (present === undefined && kind !== 'all') {
    const types = typesOfKind(kind);
    if (filter.type?.every((type) => types.includes(type)) === true) return filter;
  }
  const rest = without(filter, 'type', 'subtype');
  return kind === 'all' ? rest : { ...rest, type: typesOfKind(kind) };
}
