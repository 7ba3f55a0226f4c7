import { createHmac, hash } from 'node:crypto';

/** Crockford's digits, each at the place of its value. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The public identifier of an incident, such as `AV-3F9K2M7XQ0BT`: the first 60 bits of the SHA-256 of dataset and source key, in
 * Crockford's base 32, which has no I, L, O and U, so that identifiers can be read aloud.
 * The same record has the same identifier in every database, also after it was deleted and imported again. With a secret, that holds only in
 * the database whose secret it is, and nobody else can tell which source key an identifier belongs to.
 */
export function publicId(datasetSlug: string, sourceKey: string, secret?: Uint8Array): string {
  const name = `${datasetSlug}\n${sourceKey}`;
  const digest = secret === undefined ? hash('sha256', name, 'buffer') : createHmac('sha256', secret).update(name).digest();
  let id = 'AV-';
  for (let bit = 0; bit < 60; bit += 5) id += digits[(digest.readUInt16BE(bit >> 3) >> (11 - (bit % 8))) & 31];
  return id;
}
