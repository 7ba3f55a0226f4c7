import { foldText, notices } from '@monitor/domain';
import { aliasRows, drawnRows, otherRows } from './jurisdiction-table.ts';

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

/** All jurisdictions that an incident can lie in, which are those of ISO 3166-1 and Kosovo*: monitored ones first, then by name. */
export const jurisdictions: readonly Jurisdiction[] = [
  ...drawnRows.map(([code, iso3, name, monitored]) => ({ code, iso3, name, monitored, drawn: true })),
  ...otherRows.map((row) => ({ code: row.slice(0, 2), iso3: row.slice(3, 6), name: row.slice(7), monitored: false, drawn: false })),
]
  .map((row) => ({ ...row, note: row.code === 'XK' ? notices.kosovo : null }))
  .sort((a, b) => Number(b.monitored) - Number(a.monitored) || byName(a.name, b.name));

/** Those that the base map draws. */
export const drawnJurisdictions: readonly Jurisdiction[] = jurisdictions.filter(({ drawn }) => drawn);

const byCode = new Map(jurisdictions.map((entry) => [entry.code, entry]));

/** The jurisdiction of a code, or undefined. */
export function jurisdiction(code: string): Jurisdiction | undefined {
  return byCode.get(code);
}

/** Folded further than search text, since files write "Bosnia-Herzegovina", "Bosnia & Herzegovina" and "KOSOVO*" for the same. */
function foldName(text: string): string {
  return foldText(text)
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Languages in which files name locations, as CLDR does: those of the region, of its neighbours and of many others. */
const languages = 'sr sr-Latn bs hr mk sq bg ro uk be ru tr el hu sl pl cs sk de fr es pt it nl sv he ar fa zh ja'.split(' ');

let codesByAlias: Map<string, string> | undefined;

/** All that a location may be called, folded: first what the table says, then the names of CLDR that no other location has. */
function readAliases(): Map<string, string> {
  const codes = new Map<string, string>();
  for (const { code, iso3, name } of jurisdictions) for (const alias of [code, iso3, name]) codes.set(foldName(alias), code);
  for (const [code = '', ...aliases] of aliasRows) for (const alias of aliases) codes.set(foldName(alias), code);
  const named = new Map<string, Set<string>>();
  for (const language of languages) {
    const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    for (const { code } of jurisdictions) {
      const name = foldName(names.of(code) ?? '');
      if (name !== '' && !codes.has(name)) named.set(name, (named.get(name) ?? new Set()).add(code));
    }
  }
  for (const [name, [code = '', ...others]] of named) if (others.length === 0) codes.set(name, code);
  return codes;
}

/** Natural Earth writes Kosovo as a negative number; the sign would be lost in folding, and 99 alone means nothing. */
const numericAliases: Readonly<Record<string, string>> = { '-2': 'XK', '-99': 'XK' };

/**
 * The code behind any spelling that packages and files use: alpha-2, alpha-3, XKX, UNK, KOS, KV, -2, -99, or a name in one of some
 * thirty languages, in any case, with or without diacritics. Undefined for any other text.
 */
export function jurisdictionCode(text: string): string | undefined {
  return numericAliases[text.trim()] ?? (codesByAlias ??= readAliases()).get(foldName(text));
}
