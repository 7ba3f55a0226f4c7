import { createHash, createHmac } from 'node:crypto';
import { base32crockford } from '@scure/base';

/**
 * The public identifier of an incident, such as `AV-3F9K2M7XQ0BT`: the first 60 bits of the SHA-256 of dataset and source key, in
 * Crockford's base 32, which has no I, L, O and U, so that identifiers can be read aloud.
 * The same record has the same identifier in every database, also after it was deleted and imported again. With a secret, that holds only in
 * the database whose secret it is, and nobody else can tell which source key an identifier belongs to.
 */
export function publicId(datasetSlug: string, sourceKey: string, secret?: Uint8Array): string {
  const hash = secret === undefined ? createHash('sha256') : createHmac('sha256', secret);
  const digest = hash.update(`${datasetSlug}\n${sourceKey}`).digest();
  return `AV-${base32crockford.encode(digest.subarray(0, 8)).slice(0, 12)}`;
}
