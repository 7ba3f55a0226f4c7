/**
 * What is said of an incident beside its own fields. `jurisdiction` and `region` of the geography package fit as they are.
 */
export interface IncidentNames {
  readonly location: (code: string) => { readonly name: string; readonly note: string | null } | undefined;
  readonly region: (code: string) => { readonly name: string } | undefined;
  readonly dataset: (slug: string) => NamedDataset | undefined;
  /** Absolute address of the page of an incident. */
  readonly address: (id: string) => string;
}

/** What a row says of its dataset. */
export interface NamedDataset {
  readonly killed_includes_suicides: boolean;
  readonly synthetic: boolean;
  readonly licence: string;
  readonly attribution: string;
}

/** Path and query string of the page of an incident, under which it can be found for good. */
export function recordPath(id: string): string {
  return `/explore?incident=${encodeURIComponent(id)}`;
}
