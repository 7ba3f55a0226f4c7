import { isIP } from 'node:net';

/**
 * By what a client is known: its address, or the network of 2⁶⁴ addresses that a household or a server has in IPv6. Some proxies forward a
 * port or a zone with the address, by which one client would be taken for many. A client that has left has no address any more.
 */
export function clientOf({ ip = '' }: { readonly ip?: string | undefined }): string {
  const text = (/^\[([^\]]*)\](?::\d+)?$/.exec(ip)?.[1] ?? /^([\d.]+):\d+$/.exec(ip)?.[1] ?? ip).replace(/%.*$/, '');
  const mapped = /^::ffff:([\d.]+)$/i.exec(text)?.[1];
  if (mapped !== undefined) return mapped;
  return isIP(text) === 6 ? networkOf(text) : text;
}

/** The first 64 bits of an address of IPv6. */
function networkOf(address: string): string {
  const [head = '', tail] = address.toLowerCase().split('::');
  const groups = (part: string | undefined) => (part === undefined || part === '' ? [] : part.split(':'));
  const [first, last] = [groups(head), groups(tail)];
  // A dotted end counts for two.
  const length = first.length + last.length + (address.includes('.') ? 1 : 0);
  const filled = tail === undefined ? first : [...first, ...Array.from({ length: 8 - length }, () => '0'), ...last];
  return `${filled
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
