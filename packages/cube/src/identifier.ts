/* Public identifiers are `AV-` and twelve characters of Crockford's base 32: sixty bits, kept as two numbers of thirty. */

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const prefix = 'AV-';

/** Upper and lower thirty bits of an identifier. Throws `RangeError` where it is not one. */
export function packIdentifier(id: string): { high: number; low: number } {
  if (id.length !== 15 || !id.startsWith(prefix)) throw new RangeError(`"${id}" is not a public identifier`);
  return { high: read(id, 3), low: read(id, 9) };
}

function read(id: string, from: number): number {
  let bits = 0;
  for (let at = from; at < from + 6; at++) {
    const digit = alphabet.indexOf(id.charAt(at));
    if (digit < 0) throw new RangeError(`"${id}" is not a public identifier`);
    bits = bits * 32 + digit;
  }
  return bits;
}

/** The identifier of its two halves. */
export function unpackIdentifier(high: number, low: number): string {
  return prefix + write(high) + write(low);
}

function write(bits: number): string {
  let text = '';
  for (let shift = 25; shift >= 0; shift -= 5) text += alphabet.charAt((bits >>> shift) & 31);
  return text;
}
