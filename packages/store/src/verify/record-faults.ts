import { searchedWords } from '@monitor/domain';
import { draftFault, type KnownPlaces } from '../import/check-draft.ts';
import { isDerivedWrongly, type RecordedIncident } from '../records/check-record.ts';
import { publicId } from '../schema/public-id.ts';
import { searchTextOf } from '../schema/search-texts.ts';

/** What is wrong with an incident on record, as the ends of sentences. */
export function recordFaults(incident: RecordedIncident, known: KnownPlaces, secret: Uint8Array): string[] {
  const fault = draftFault(incident, known);
  return [
    ...(fault === undefined ? [] : [fault]),
    ...(publicId(incident.slug, incident.source_key, incident.secret_identifiers ? secret : undefined) === incident.public_id
      ? []
      : ['its public identifier is not that of its source key']),
    ...(isDerivedWrongly(incident) ? ['its traits or sensitivity are not those of its people, weapons, sources and counts'] : []),
    ...(leadsToSource(incident) ? ['the text search finds it by the identifier of its source, which could expose a person'] : []),
  ];
}

/** Whether an incident whose source key is not public can be found by words of that key that it does not have otherwise. */
function leadsToSource(incident: RecordedIncident): boolean {
  if (!incident.sensitive && incident.public_identifiers) return false;
  const { public_id, location, region_name: region } = incident;
  const own = new Set(searchTextOf(incident, { public_id, location, region }, { public_identifiers: false }).split(' '));
  const kept = new Set(incident.search_text.split(' '));
  return searchedWords(incident.source_key, incident.country).some((word) => kept.has(word) && !own.has(word));
}
