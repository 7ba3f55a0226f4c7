import writeHeader from 'content-disposition';

/** The header that makes a browser save a response under a name: in ASCII for all, in full where RFC 5987 is understood. */
export function contentDisposition(name: string): string {
  const ascii = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w.,-]+/g, '-');
  return writeHeader(name, { fallback: ascii });
}
