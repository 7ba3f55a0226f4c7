import { publicKey, searchedWords } from '@monitor/domain';
import { type ClosedSets, hasClosedTexts } from '../import/closed-texts.ts';
import { draftFault, type KnownPlaces } from '../import/check-draft.ts';
import { isDerivedWrongly, type RecordedIncident } from '../records/check-record.ts';
import { publicId } from '../schema/public-id.ts';
import { searchTextOf } from '../schema/search-texts.ts';

/** What is wrong with an incident on record, as the ends of sentences. */
export function recordFaults(incident: RecordedIncident, known: KnownPlaces, texts: ClosedSets, secret: Uint8Array): string[] {
  const fault = draftFault(incident, known);
  return [
    ...(fault === undefined ? [] : [fault]),
    ...(publicId(incident.slug, incident.source_key, incident.secret_identifiers ? secret : undefined) === incident.public_id
      ? []
      : ['its public identifier is not that of its source key']),
    ...(isPlacedElsewhere(incident, known) ? ['its place and its region are not those of one settlement'] : []),
    ...(isDerivedWrongly(incident) ? ['its traits or sensitivity are not those of its people, weapons, sources and counts'] : []),
    ...(hasClosedTexts(incident, texts)
      ? []
      : ['it has a text that is neither listed nor shared by enough incidents: import its files again']),
    ...(incident.public_key === publicKey(incident.source_key, incident) ? [] : ['its public key is not what it may be']),
    ...(isFoundByWithheld(incident) ? ['the text search finds it by words that are not public'] : []),
  ];
}

/** Whether place and region of a sensitive incident could together tell more than the place. */
function isPlacedElsewhere({ sensitive, place, country, region }: RecordedIncident, known: KnownPlaces): boolean {
  return sensitive && place !== null && !known.isSettlement(place, country, region);
}

/** Whether it can be found by words of what is withheld of it that it does not have otherwise. */
function isFoundByWithheld(incident: RecordedIncident): boolean {
  const { source_key, public_key, withheld_place, withheld_type, sources, search_text } = incident;
  const withheld = [public_key === null ? source_key : null, withheld_place, withheld_type].concat(
    sources.map(({ withheld_publisher }) => withheld_publisher),
  );
  const own = new Set(searchTextOf(incident, { ...incident, region: incident.region_name }).split(' '));
  const kept = new Set(search_text.split(' '));
  return withheld
    .filter((text) => text !== null)
    .some((text) => searchedWords(text, incident.country).some((word) => kept.has(word) && !own.has(word)));
}
