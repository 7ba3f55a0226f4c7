import { canonicalPairs, comparedFilter, differingNames, type Selection } from '@monitor/contract';
import type { Filter, FilterName, IsoDate } from '@monitor/domain';

const longestName = 120;

/**
 * Name of a downloaded file that says what was requested and when, such as
 * `armed-violence_country-RS,XK_from-2023-01-01_downloaded-2026-03-01.csv`.
 */
export function downloadName(selection: Selection, extension: string, today: IsoDate, subject = 'armed-violence'): string {
  const { filter, against = {} } = selection;
  const other = comparedFilter(selection);
  const different = differingNames(against);
  const ofOther = other === undefined ? [] : ['against', ...partsOf(other).filter(([name]) => different.includes(name))];
  const parts = [...partsOf(filter), ...ofOther].map((part) => safe(typeof part === 'string' ? part : part[1]));
  const description = (parts.length === 0 ? ['all'] : parts).join('_').slice(0, longestName);
  return `${subject}_${description}_downloaded-${today}.${extension}`;
}

/** Name of the file of unusual weeks. */
export function signalFileName(today: IsoDate): string {
  return `armed-violence-signals_downloaded-${today}.csv`;
}

/** What each constraint adds to the name. */
function partsOf(filter: Filter): [name: FilterName, text: string][] {
  const short = { id: `${filter.id?.length}-selected`, within: 'drawn-area' };
  return canonicalPairs(filter).map(([name, value]) => [
    name,
    name === 'id' || name === 'within' ? short[name] : `${name}-${value}`,
  ]);
}

/** Letters and digits of any script, and marks that no file system or spreadsheet minds. */
function safe(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}.,_-]+/gu, '-')
    .replace(/-{2,}/g, '-');
}
