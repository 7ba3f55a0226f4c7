import { FileError, inQuotes } from '../findings.ts';
import { type Mapping, notYetKnown } from './mapping-schema.ts';

/**
 * Makes sure that rows are incidents or people, if a sketch could not say: of a total, one incident would be made.
 * @param name of the file, for messages.
 * @throws FileError that says what to write.
 */
export function refuseUnknownRows({ rows }: Mapping, name: string): void {
  if (rows === notYetKnown)
    throw new FileError(
      `${name}: "rows" is ${inQuotes(notYetKnown)}. Rows of this file may be totals, and each would be imported as one incident. ` +
        'If each row is one incident or one person, write "rows: incidents". If not, get the file that has a row for each of them. Nothing was imported.',
    );
}

const all = new Intl.ListFormat('en-GB');

/**
 * Makes sure that a mapping says who publishes the data, since everybody reads that with the first incident.
 * @param name of the file, for messages.
 * @throws FileError that says what to write.
 */
export function refuseUnknownDataset({ dataset }: Mapping, name: string): void {
  const open = Object.entries(dataset).filter(([, text]) => String(text).trim().toLowerCase() === notYetKnown);
  if (open.length === 0) return;
  const keys = all.format(open.map(([key]) => inQuotes(key)));
  throw new FileError(
    `${name}: ${keys} under "dataset" ${open.length === 1 ? 'is' : 'are'} ${inQuotes(notYetKnown)}, and everybody would read that. ` +
      'Write who publishes the data and on what terms, such as "attribution: Police of my city" and "licence: CC-BY-4.0". ' +
      'Until then, add --dry-run. Nothing was imported.',
  );
}
