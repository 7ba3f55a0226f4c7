import {
  earliestDate,
  exposureIn,
  type IncidentDraft,
  isIsoDate,
  isLocalTime,
  linkWithoutNames,
  oldestAge,
  partOfDayOf,
  type PlaceNames,
  precisionsWithoutPoint,
  publicAges,
} from '@monitor/domain';

/** Names of the locations and regions that the database knows, by code, and its settlements and quarters. */
export interface KnownPlaces extends PlaceNames {
  readonly locations: ReadonlyMap<string, string>;
  readonly regions: ReadonlyMap<string, { readonly name: string; readonly jurisdiction: string }>;
}

/** What keeps a draft from being written, as the end of a sentence; undefined if nothing does. */
export function draftFault(draft: IncidentDraft, known: KnownPlaces): string | undefined {
  return descriptionFault(draft) ?? placeFault(draft, known) ?? exposureIn(draft, known) ?? countFault(draft);
}

function descriptionFault(draft: IncidentDraft): string | undefined {
  if (draft.source_key === '' || draft.source_key.length > 500) return 'its source key must have 1 to 500 characters';
  if (!isIsoDate(draft.occurred_on) || draft.occurred_on < earliestDate) return `"${draft.occurred_on}" is not a possible date`;
  if (draft.occurred_until !== null && !isIsoDate(draft.occurred_until)) return `"${draft.occurred_until}" is not a possible date`;
  if (draft.occurred_until !== null && draft.occurred_until < draft.occurred_on) return 'its last day is before its first day';
  if (draft.local_time !== null && !isLocalTime(draft.local_time)) return `"${draft.local_time}" is not a time written HH:MM`;
  if (draft.local_time !== null && draft.part_of_day !== partOfDayOf(draft.local_time))
    return `its part of the day does not match its local time, ${draft.local_time}`;
  if (charactersOf(draft.type_as_reported) + charactersOf(draft.withheld_type) > 500)
    return 'its reported type has more than 500 characters';
  const links = draft.sources.flatMap(({ url, withheld_url }) => [url, withheld_url]);
  if (links.some((url) => url !== null && linkWithoutNames(url) !== url))
    return 'a link of its sources could name a person: keep only the publisher';
  if (draft.people.some(({ age_from, age_to }) => !isWide(age_from, age_to)))
    return 'a range of ages of its people is of fewer than five years, or of minors alone';
  if (draft.subtype !== null && !draft.subtype.startsWith(`${draft.type}.`))
    return `the sub-type ${draft.subtype} does not belong to the type ${draft.type}`;
}

/** Whether everybody may see a range of ages. */
function isWide(from: number | null, to: number | null): boolean {
  const seen = publicAges(from ?? 0, to ?? oldestAge);
  return seen.age_from === from && seen.age_to === to;
}

/** As PostgreSQL counts them. */
function charactersOf(text: string | null): number {
  return text === null ? 0 : Array.from(text).length;
}

function placeFault(draft: IncidentDraft, known: KnownPlaces): string | undefined {
  if (!known.locations.has(draft.country)) return `the location "${draft.country}" is not known`;
  if (draft.region !== null && known.regions.get(draft.region)?.jurisdiction !== draft.country)
    return `the region "${draft.region}" is not known in ${draft.country}`;
  if (draft.place === '') return 'its place has no name';
  if ((draft.lon === null) !== (draft.lat === null)) return 'it has only one of longitude and latitude';
  if ((draft.exact_lon === null) !== (draft.exact_lat === null)) return 'it has only one of its exact longitude and latitude';
  if (precisionsWithoutPoint.includes(draft.place_precision) !== (draft.lon === null))
    return `the place precision "${draft.place_precision}" and its public point do not agree`;
}

function countFault(draft: IncidentDraft): string | undefined {
  for (const name of ['killed', 'injured'] as const) {
    const known = [draft[`${name}_low`], draft[name], draft[`${name}_high`]].filter((count) => count !== null);
    if (known.some((count, index) => count < (known[index - 1] ?? 0)))
      return `its low, best and high numbers of people ${name} are out of order`;
  }
}
