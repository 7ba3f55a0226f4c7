import writeHeader from 'content-disposition';
import { canonicalPairs } from '@monitor/contract';
import type { Filter, IsoDate } from '@monitor/domain';

const longestName = 120;

/**
 * Name of a downloaded file that says what was requested and when, such as
 * `armed-violence_country-RS,XK_from-2023-01-01_downloaded-2026-03-01.csv`.
 */
export function downloadName(filter: Filter, extension: string, today: IsoDate, subject = 'armed-violence'): string {
  const parts = canonicalPairs(filter)
    .filter(([name]) => name !== 'within')
    .map(([name, value]) => (name === 'id' ? `${filter.id?.length}-selected` : `${name}-${value}`));
  const description = (parts.length === 0 ? ['all'] : parts).map(safe).join('_').slice(0, longestName);
  return `${subject}_${description}_downloaded-${today}.${extension}`;
}

/** Letters and digits of any script, and marks that no file system or spreadsheet minds. */
function safe(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}.,_-]+/gu, '-')
    .replace(/-{2,}/g, '-');
}

/** The header that makes a browser save a response under a name: in ASCII for all, in full where RFC 5987 is understood. */
export function contentDisposition(name: string): string {
  const ascii = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w.,-]+/g, '-');
  return writeHeader(name, { fallback: ascii });
}
