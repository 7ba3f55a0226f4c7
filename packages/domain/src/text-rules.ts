/**
 * Why a text may be public: the one table of rules. A text is public only from a closed set, never because nothing suspicious was found in
 * it. Everything that readers can read names its rule (docs/publishing.md); a test walks all of it.
 */
export const textRules = {
  code: 'A code, name or moment that this software itself has or makes.',
  gazetteer: 'The name of a settlement or region in our gazetteer.',
  category:
    'A category: a value that whoever described the data listed, or that at least 20 incidents of the dataset have. Of several in one text, each.',
  publisher:
    'A medium or authority that is in our list, that whoever described the data listed, or that is a source of at least 20 incidents of the dataset. An address in its place counts as a link.',
  link: 'A link whose host is public as a publisher is, and whose address has nothing but words of any site, dates, and numbers of up to 8 digits; never of a sensitive incident.',
  identifier:
    'An identifier of the source that is a number of up to 8 digits or a UUID; only if the operator says that identifiers are public, and never of a sensitive incident.',
  derived: 'Words of other texts in this table.',
  operator: 'The words of whoever runs this software, about the data as a whole.',
} as const;
export type TextRule = keyof typeof textRules;

/** Incidents of a dataset that must have a text before it counts as a category, or a publisher as named. */
export const fewestSharing = 20;

/** The texts of a reported type, each of which is a category or not. */
export function reportedParts(text: string | null): string[] {
  return text === null
    ? []
    : text
        .split(';')
        .map((part) => part.trim())
        .filter((part) => part !== '');
}

/** The parts as one text; null if there are none. */
export function joinedParts(parts: readonly string[]): string | null {
  return parts.length === 0 ? null : parts.join('; ');
}

/**
 * Identifiers that can be public: serial numbers and UUIDs. Longer numbers may be those of people, telephones or police cases, and
 * whatever else has letters may be a name or a number plate. PostgreSQL reads the expression as JavaScript does.
 */
export const publicIdentifier = '^([0-9]{1,8}|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})$';

const identifier = new RegExp(publicIdentifier);

/** The identifier of the source as everybody may see it; null if it is withheld. */
export function publicKey(
  sourceKey: string,
  { sensitive, public_identifiers }: { readonly sensitive: boolean; readonly public_identifiers: boolean },
): string | null {
  return !sensitive && public_identifiers && identifier.test(sourceKey) ? sourceKey : null;
}
