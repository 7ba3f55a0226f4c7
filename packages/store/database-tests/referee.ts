import { type FilteredIncident, type IncidentDraft, isSensitive, publicKey } from '@monitor/domain';
import { publicId } from '../src/schema/public-id.ts';
import { referenceData } from './reference-fixture.ts';
import { testDataset } from './test-database.ts';

/* The incidents that queries select from, as the plain meaning of a filter needs them. */

export interface RecordedIncident extends FilteredIncident {
  readonly id: string;
}

export function recordedIncidents(drafts: readonly IncidentDraft[], dataset: string): RecordedIncident[] {
  return drafts.map((draft) => {
    const id = publicId(dataset, draft.source_key);
    const region = referenceData.regions.find(({ code }) => code === draft.region)?.name;
    const location = referenceData.jurisdictions.find(({ code }) => code === draft.country)?.name;
    const publishers = draft.sources.map((source) => source.publisher);
    const key = publicKey(draft.source_key, {
      sensitive: isSensitive(draft),
      public_identifiers: testDataset.public_identifiers === true,
    });
    const words = [draft.place, region, location, ...publishers, id, key, draft.type_as_reported];
    return { ...draft, dataset, id, searched: words.filter((word) => word !== null && word !== undefined).join(' ') };
  });
}
