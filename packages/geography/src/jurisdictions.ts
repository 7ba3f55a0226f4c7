import { notices } from '@monitor/domain';
import { drawnRows } from './jurisdiction-table.ts';

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

/** Jurisdictions that the base map draws, and that every program knows. */
export const drawnJurisdictions: readonly Jurisdiction[] = drawnRows.map(([code, iso3, name]) => ({
  code,
  iso3,
  name,
  note: code === 'XK' ? notices.kosovo : null,
  monitored: false,
  drawn: true,
}));

const list = [...drawnJurisdictions];

/** All jurisdictions that are known in this program: those that it is about in their order, and the others by their printed name. */
export const jurisdictions: readonly Jurisdiction[] = list;

const byCode = new Map(list.map((entry) => [entry.code, entry]));

/** Their codes. */
export const jurisdictionCodes = list.map(({ code }) => code);

let first: readonly string[] = [];
/** Sorted by the printed name, whatever the language of the machine. */
const byName = new Intl.Collator('en').compare;

function sort(): void {
  const placeOf = ({ code, monitored }: Jurisdiction) => (monitored ? first.indexOf(code) : first.length);
  list.sort((one, other) => placeOf(one) - placeOf(other) || byName(one.name, other.name));
}

/** Makes some those that this program is about. */
export function listFirst(codes: readonly string[]): void {
  first = codes;
  for (const one of list) Object.assign(one, { monitored: first.includes(one.code) });
  sort();
}

/** Makes jurisdictions elsewhere known in this program. */
export function learnJurisdictions(some: readonly Pick<Jurisdiction, 'code' | 'iso3' | 'name'>[]): void {
  for (const { code, iso3, name } of some) {
    if (byCode.has(code)) continue;
    const entry = { code, iso3, name, note: null, monitored: first.includes(code), drawn: false };
    byCode.set(code, entry);
    list.push(entry);
    jurisdictionCodes.push(code);
  }
  sort();
}

/** The jurisdiction of a code, or undefined. */
export function jurisdiction(code: string): Jurisdiction | undefined {
  return byCode.get(code);
}
