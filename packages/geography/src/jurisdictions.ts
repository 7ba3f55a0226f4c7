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
  /** True for the seven places of the Armed Violence Monitoring Platform. */
  readonly monitored: boolean;
  /** True if the base map draws its outline and writes its name. */
  readonly drawn: boolean;
}

/** Sorted by the printed name, whatever the language of the machine. */
const byName = new Intl.Collator('en').compare;

const order = (a: Jurisdiction, b: Jurisdiction) => Number(b.monitored) - Number(a.monitored) || byName(a.name, b.name);

/** The jurisdictions that the base map draws: monitored ones first, then by name. */
export const drawnJurisdictions: readonly Jurisdiction[] = drawnRows
  .map(([code, iso3, name, monitored]) => ({ code, iso3, name, monitored, drawn: true }))
  .map((row) => ({ ...row, note: row.code === 'XK' ? notices.kosovo : null }))
  .sort(order);

const list = [...drawnJurisdictions];

/** All jurisdictions that are known in this program, in the same order: those that are drawn, and those that were learned since. */
export const jurisdictions: readonly Jurisdiction[] = list;

const byCode = new Map(list.map((entry) => [entry.code, entry]));

/** Their codes. */
export const jurisdictionCodes = list.map(({ code }) => code);

/** Makes jurisdictions elsewhere known in this program. */
export function learnJurisdictions(some: readonly Pick<Jurisdiction, 'code' | 'iso3' | 'name'>[]): void {
  for (const { code, iso3, name } of some) {
    if (byCode.has(code)) continue;
    const entry = { code, iso3, name, note: null, monitored: false, drawn: false };
    byCode.set(code, entry);
    list.push(entry);
    jurisdictionCodes.push(code);
  }
  list.sort(order);
}

/** The jurisdiction of a code, or undefined. */
export function jurisdiction(code: string): Jurisdiction | undefined {
  return byCode.get(code);
}
