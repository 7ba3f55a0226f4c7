import { type Box, type Language, languages } from '@monitor/domain';
import { listFirst } from './jurisdictions.ts';

/** What an installation is about; see focus/see.yaml. Boxes are west, south, east and north in degrees; west is above east across the 180th meridian. */
export interface Focus {
  /** Name of the site. */
  readonly title: string;
  /** As it stands in a sentence: "in South-East and Eastern Europe". */
  readonly region: string;
  /** Codes, in the order in which they are listed. */
  readonly locations: readonly string[];
  /** Codes of the languages of the interface, the one that pages open in first. */
  readonly languages: readonly string[];
  /** What the map shows first. */
  readonly view: Box;
  /** The same where the map is small: a part of it, and in a corner the location that lies far from the others. */
  readonly small_view?: { readonly view: Box; readonly inset: { readonly location: string; readonly view: Box } };
  /** Sentences that go with every map and file. */
  readonly notes: readonly string[];
  /** Whether an empty database is filled with made-up incidents. */
  readonly demonstration: boolean;
}

let current: Focus | undefined;

/** Makes it that of this program, before anything is drawn or listed. */
export function learnFocus(focus: Focus): void {
  current = focus;
  listFirst(focus.locations);
}

/** That of this program. Throws where it has learned none. */
export function siteFocus(): Focus {
  if (current === undefined) throw new Error('The focus is not known yet: learnFocus() comes first.');
  return current;
}

/** The languages that readers of this installation may choose, the one that pages open in first. @param all those of the product */
export function siteLanguages(all: readonly Language[] = languages): readonly Language[] {
  return siteFocus().languages.flatMap((code) => all.filter((language) => language.code === code));
}
