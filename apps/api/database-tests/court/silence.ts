import { harmedPeople } from '@monitor/domain';
import type { Court } from './definitions.ts';
import { type Row, rowsOf } from './record.ts';

/* What is not reported is never 0, wherever it is said. */

/** The numbers of people that at least one of some incidents gives. */
export function reportedIn(rows: readonly Row[]): readonly (typeof harmedPeople)[number][] {
  return harmedPeople.filter((name) => rows.some((row) => row[name] !== null));
}

const saysNone = {
  killed: /(?<![\d.,–-])(0|no|none|nobody|no one|no people)( \w+){0,2} killed\b/i,
  injured: /(?<![\d.,–-])(0|no|none|nobody|no one|no people)( \w+){0,2} injured\b/i,
} as const;

/** Texts of a page that say that nobody was killed or injured, where no incident that the page can be about says how many were. */
export function saidOfSilence({ rows, selection, more, page, body }: Court): string[] {
  const all = rowsOf(rows, selection);
  // Such pages are about other incidents, too.
  if (all.length === 0 || more?.against !== undefined || page === 'places' || page === 'home') return [];
  const silent = harmedPeople.filter((name) => !reportedIn(all).includes(name));
  const texts: string[] = [];
  const walk = (value: unknown) => {
    if (typeof value === 'string') texts.push(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk);
  };
  walk(body);
  return texts.filter((text) => silent.some((name) => saysNone[name].test(text)));
}
