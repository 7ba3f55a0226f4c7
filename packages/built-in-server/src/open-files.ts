import { readFileSync } from 'node:fs';

/** Files that this program, its threads and its connections have open at once, generously. */
const fewest = 512;

/**
 * A sentence for whoever starts the program where the system lets it open too few files, since all kinds of things fail then, in ways that
 * do not say so. Undefined if there are enough, and where the system does not tell.
 */
export function tooFewOpenFiles(): string | undefined {
  let limits = '';
  try {
    limits = readFileSync('/proc/self/limits', 'utf8');
  } catch {
    return undefined;
  }
  const soft = /^Max open files\s+(\d+)/m.exec(limits)?.[1];
  if (soft === undefined || Number(soft) >= fewest) return undefined;
  return `The system lets this program open only ${soft} files. Allow more with "ulimit -n 4096", then start it again.`;
}
