import {
  byIncidents,
  type DimensionName,
  type FacetValue,
  type Filter,
  type FilteredIncident,
  type IncidentDraft,
  type Totals,
  without,
} from '@monitor/domain';
import { refereeMeets, refereeValues } from '@monitor/domain/referee';
import { publicId } from '../src/schema/public-id.ts';
import { referenceData } from './reference-fixture.ts';

/* What every query must answer, worked out over the drafts themselves in the plainest way. */

export interface RecordedIncident extends FilteredIncident {
  readonly id: string;
}

export function recordedIncidents(drafts: readonly IncidentDraft[], dataset: string): RecordedIncident[] {
  return drafts.map((draft) => {
    const id = publicId(dataset, draft.source_key);
    const region = referenceData.regions.find(({ code }) => code === draft.region)?.name;
    const location = referenceData.jurisdictions.find(({ code }) => code === draft.country)?.name;
    const publishers = draft.sources.map((source) => source.publisher);
    const words = [draft.place, region, location, ...publishers, id, draft.source_key, draft.type_as_reported];
    return { ...draft, dataset, id, searched: words.filter((word) => word !== null && word !== undefined).join(' ') };
  });
}

export function totals(incidents: readonly RecordedIncident[]): Totals {
  const sum = (name: 'killed' | 'injured' | 'threatened' | 'suicides') =>
    incidents.reduce((total, incident) => total + (incident[name] ?? 0), 0);
  const missing = (name: 'killed' | 'injured' | 'threatened' | 'lon') =>
    incidents.filter((incident) => incident[name] === null).length;
  return {
    incidents: incidents.length,
    killed: sum('killed'),
    injured: sum('injured'),
    threatened: sum('threatened'),
    suicides: sum('suicides'),
    withoutPoint: missing('lon'),
    notReported: { killed: missing('killed'), injured: missing('injured'), threatened: missing('threatened') },
    clustering: { killed: clustering(incidents, 'killed'), injured: clustering(incidents, 'injured') },
  };
}

function clustering(incidents: readonly RecordedIncident[], name: 'killed' | 'injured'): Totals['clustering']['killed'] {
  const numbers = incidents.map((incident) => incident[name] ?? 0);
  const [first = 0, second = 0] = numbers.toSorted((one, other) => other - one);
  return { squares: numbers.reduce((sum, number) => sum + number * number, 0), largest: [first, second] };
}

/** The values of a facet among all incidents that meet the filter without the facet's own constraint. */
export function facet(all: readonly RecordedIncident[], name: DimensionName, filter: Filter): FacetValue[] {
  const scope = without(filter, name);
  const sums = new Map<string, { incidents: number; killed: number; injured: number }>();
  for (const incident of all.filter((one) => refereeMeets(one, scope))) {
    for (const value of refereeValues(incident, name, scope)) {
      const sum = sums.get(value) ?? { incidents: 0, killed: 0, injured: 0 };
      sum.incidents += 1;
      sum.killed += incident.killed ?? 0;
      sum.injured += incident.injured ?? 0;
      sums.set(value, sum);
    }
  }
  return [...sums].map(([value, sum]) => ({ value, ...sum })).sort(byIncidents);
}
