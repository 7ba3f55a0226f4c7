import { type IncidentDraft, isSensitive, type Source } from './incident.ts';

/** A settlement, or a quarter of one: its name as printed, its region, and its centre in degrees. */
export interface Settlement {
  readonly name: string;
  readonly region: string | null;
  readonly lon: number;
  readonly lat: number;
  /** The settlement that it is a quarter of. */
  readonly partOf?: Settlement;
}

/** Where settlements and quarters are looked up. The gazetteer of the geography package is one of these. */
export interface Settlements {
  /** The settlement of a name within a jurisdiction and region; undefined if it is not near the given point. */
  findPlace(
    name: string,
    within: { jurisdiction: string; region?: string | null; near?: { readonly lon: number; readonly lat: number } },
  ): Settlement | undefined;
  /** The settlement of a jurisdiction that is nearest to a point; undefined if none is near. */
  nearestPlace(lon: number, lat: number, jurisdiction: string): Settlement | undefined;
}

/**
 * The draft as it may be stored. What could expose a person is taken out of a sensitive one: the public point is the centre of the
 * settlement, the place its name and the region its region, of the time the part of the day is left, and links are for editors. Other drafts
 * are as they were, and so is one from which everything has been taken. See docs/adr/0004-public-point.md.
 */
export function withheld(draft: IncidentDraft, settlements: Settlements): IncidentDraft {
  if (!isSensitive(draft)) return draft;
  return { ...draft, ...withoutExactPlace(draft, settlements), local_time: null, sources: withoutLinks(draft.sources) };
}

type Where = Pick<
  IncidentDraft,
  'region' | 'place' | 'withheld_place' | 'lon' | 'lat' | 'place_precision' | 'exact_lon' | 'exact_lat'
>;

/**
 * The settlement by name, else the nearest one; for a quarter, the settlement that it is part of. If there is none, only the region is
 * public. The point itself and the name of the quarter are kept for editors.
 */
function withoutExactPlace(draft: IncidentDraft, settlements: Settlements): Partial<Where> {
  const { country, region, place, lon, lat } = draft;
  const named = (near?: { lon: number; lat: number }) =>
    place === null ? undefined : settlements.findPlace(place, { jurisdiction: country, region, ...(near && { near }) });
  const quarterOf = (found: Settlement | undefined) => draft.withheld_place ?? (found?.partOf ? place : null);
  if (lon === null || lat === null) {
    const found = named();
    const settlement = found?.partOf ?? found;
    return { place: settlement?.name ?? null, withheld_place: quarterOf(found), region: settlement?.region ?? region };
  }
  const here = settlements.nearestPlace(lon, lat, country);
  if (here?.lon === lon && here.lat === lat && here.name === place && !here.partOf)
    return { place_precision: 'settlement', region: here.region };
  const exact = { lon: draft.exact_lon ?? lon, lat: draft.exact_lat ?? lat };
  const nearest = settlements.nearestPlace(exact.lon, exact.lat, country);
  // Of several settlements of one name, the nearest is meant.
  const found = nearest?.name === place ? nearest : (named(exact) ?? nearest);
  const settlement = found?.partOf ?? found;
  const kept = { exact_lon: exact.lon, exact_lat: exact.lat, withheld_place: quarterOf(found) };
  if (settlement === undefined)
    return { ...kept, place: null, lon: null, lat: null, place_precision: region === null ? 'jurisdiction' : 'region' };
  const same = settlement.lon === exact.lon && settlement.lat === exact.lat;
  return {
    ...kept,
    ...(same && { exact_lon: null, exact_lat: null }),
    place: settlement.name,
    region: settlement.region,
    lon: settlement.lon,
    lat: settlement.lat,
    place_precision: 'settlement',
  };
}

/** A report leads to what is withheld. */
function withoutLinks(sources: readonly Source[]): Source[] {
  return sources.map((source) => ({ ...source, url: null, withheld_url: source.withheld_url ?? source.url }));
}

/** What the gazetteer has, by name and jurisdiction. */
export interface PlaceNames {
  readonly isPlace: (name: string, jurisdiction: string) => boolean;
  /** Whether it has a place that is no quarter; with a region, in that region. */
  readonly isSettlement: (name: string, jurisdiction: string, region?: string | null) => boolean;
}

/** What of a draft is finer than it may be, as the end of a sentence; undefined if nothing is. */
export function exposureIn(draft: IncidentDraft, { isPlace, isSettlement }: PlaceNames): string | undefined {
  if (draft.place !== null && !isPlace(draft.place, draft.country))
    return 'its place could expose a person: keep only the name of a settlement of the gazetteer';
  if (!isSensitive(draft)) return undefined;
  if (draft.place !== null && !isSettlement(draft.place, draft.country))
    return 'its place could expose a person: keep only a settlement that is no quarter';
  if (draft.place_precision === 'exact') return 'its exact public point could expose a person: coarsen it to the settlement';
  if (draft.local_time !== null) return 'its exact time could expose a person: keep only the part of the day';
  if (draft.sources.some(({ url }) => url !== null))
    return 'a link to one of its sources could expose a person: keep only the publisher';
}
