import { foldText, notices } from '@monitor/domain';
import { aliasRows, jurisdictionRows } from './jurisdiction-table.ts';

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
}

/** Sorted by the printed name, whatever the language of the machine. */
const byName = new Intl.Collator('en').compare;

/** All jurisdictions that an incident can lie in, monitored ones first, then by name. */
export const jurisdictions: readonly Jurisdiction[] = jurisdictionRows
  .map(([code, iso3, name, monitored]) => ({ code, iso3, name, note: code === 'XK' ? notices.kosovo : null, monitored }))
  .sort((a, b) => Number(b.monitored) - Number(a.monitored) || byName(a.name, b.name));

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

const codeByAlias = new Map<string, string>();
for (const { code, iso3, name } of jurisdictions) {
  for (const alias of [code, iso3, name]) codeByAlias.set(foldName(alias), code);
}
for (const [code = '', ...aliases] of aliasRows) {
  for (const alias of aliases) codeByAlias.set(foldName(alias), code);
}

/** Natural Earth writes Kosovo as a negative number; the sign would be lost in folding, and 99 alone means nothing. */
const numericAliases: Readonly<Record<string, string>> = { '-2': 'XK', '-99': 'XK' };

/**
 * The code behind any spelling that packages and files use: alpha-2, alpha-3, XKX, UNK, KOS, KV, -2, -99, or a name in
 * English or in the languages of the place, in any case, with or without diacritics. Undefined for any other text.
 */
export function jurisdictionCode(text: string): string | undefined {
  return numericAliases[text.trim()] ?? codeByAlias.get(foldName(text));
}
