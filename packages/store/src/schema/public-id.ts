import { createHash } from 'node:crypto';

/** Crockford's base 32: no I, L, O and U, so that identifiers can be read aloud. https://www.crockford.com/base32.html */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The public identifier of an incident, such as `AV-3F9K2M7XQ0BT`: the first 60 bits of the SHA-256 of dataset and source key.
 * The same record has the same identifier in every database, also after it was deleted and imported again.
 */
export function publicId(datasetSlug: string, sourceKey: string): string {
  const bits = createHash('sha256').update(`${datasetSlug}\n${sourceKey}`).digest().readBigUInt64BE() >> 4n;
  let text = '';
  for (let shift = 55n; shift >= 0n; shift -= 5n) text += letters[Number((bits >> shift) & 31n)];
  return `AV-${text}`;
}

/** True for a text that can be a public identifier. */
export function isPublicId(text: string): boolean {
  return /^AV-[0-9A-HJKMNP-TV-Z]{12}$/.test(text);
}
