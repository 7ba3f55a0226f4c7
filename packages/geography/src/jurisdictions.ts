import { notices } from '@monitor/domain';
import { drawnRows } from './jurisdiction-table.ts';
import { otherRows } from './world-jurisdictions.ts';

/** A place with its own code in this system; "location" in the interface. */
export interface Jurisdiction {
  /** ISO 3166-1 alpha-2, and XK for Kosovo*. */
  readonly code: string;
  readonly iso3: string;
  /** English name as it must be printed, with its asterisk where a footnote belongs to it. */
  readonly name: string;
  /** Footnote of the name, or null. */
  readonly note: string | null;
  /** True if the installation is about it. */
  readonly monitored: boolean;
  /** True if the base map draws its outline and writes its name. */
  readonly drawn: boolean;
}

function jurisdictionOf(code: string, iso3: string, name: string, drawn: boolean): Jurisdiction {
  return { code, iso3, name, note: code === 'XK' ? notices.kosovo : null, monitored: false, drawn };
}

/** Jurisdictions that the base map draws. */
export const drawnJurisdictions = drawnRows.map(([code, iso3, name]) => jurisdictionOf(code, iso3, name, true));

const list = [
  ...drawnJurisdictions,
  ...otherRows.map((row) => jurisdictionOf(row.slice(0, 2), row.slice(3, 6), row.slice(7), false)),
];

/** All locations of ISO 3166-1 and Kosovo*: those that the installation is about in their order, and the others by their printed name. */
export const jurisdictions: readonly Jurisdiction[] = list;

const byCode = new Map(list.map((entry) => [entry.code, entry]));

/** Their codes. */
export const jurisdictionCodes = list.map(({ code }) => code);

/** Sorted by the printed name, whatever the language of the machine. */
const byName = new Intl.Collator('en').compare;

/** Makes some those that this program is about. */
export function listFirst(first: readonly string[]): void {
  for (const one of list) Object.assign(one, { monitored: first.includes(one.code) });
  const placeOf = ({ code, monitored }: Jurisdiction) => (monitored ? first.indexOf(code) : first.length);
  list.sort((one, other) => placeOf(one) - placeOf(other) || byName(one.name, other.name));
}

/** The jurisdiction of a code, or undefined. */
export function jurisdiction(code: string): Jurisdiction | undefined {
  return byCode.get(code);
}

listFirst([]);
