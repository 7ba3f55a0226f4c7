/** A body of incidents with one origin, one licence and one way of collecting. */
export interface Dataset {
  /** Lower case letters, digits and hyphens; never changes. */
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  /** True for made-up data, which is labelled wherever it appears. */
  readonly synthetic: boolean;
  /** True if the source counts people who died by suicide among those killed, without saying how many; said beside every such sum. */
  readonly killed_includes_suicides: boolean;
  /** True if the identifiers that the source gives its incidents are public. Others, such as case numbers of the police, are kept from readers. */
  readonly public_identifiers?: boolean;
  readonly licence: string;
  readonly licence_url: string | null;
  readonly attribution: string;
  readonly url: string | null;
  /** The part of its locations that it covers, in words: `New York City`. Without it, it covers them whole. */
  readonly covers?: string | null;
}

/** True for a well-formed dataset slug: 2 to 60 lower case letters, digits and single hyphens. */
export function isDatasetSlug(text: string): boolean {
  return text.length >= 2 && text.length <= 60 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text);
}
