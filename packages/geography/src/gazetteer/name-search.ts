import { searchedWords, wantedWords } from '@monitor/domain';
import type { Entry, Place } from './read-data.ts';

/** The words of one name, a space before each, so that what a word begins with is found by looking for a text. */
interface SearchedName {
  readonly place: Place;
  readonly words: string;
}

/**
 * Makes a search for settlements by any of their names: each word of the text must begin a word of one and the same name, in either
 * script, as in a search for incidents. The most populous settlements come first.
 */
export function nameSearch(entries: readonly Entry[]): (text: string) => Place[] {
  const names = entries.flatMap(({ place, names: others }) =>
    [place.name, ...(place.latin === undefined ? [] : [place.latin]), ...(others === '' ? [] : others.split('|'))].map(
      (name): SearchedName => ({
        place,
        words: searchedWords(name, place.jurisdiction)
          .map((word) => ` ${word}`)
          .join(''),
      }),
    ),
  );
  // One long text, a line for each name, is looked through in less than half the time.
  const lines = names.map(({ words }) => words).join('\n');
  const lineStarts = new Uint32Array(names.length);
  for (let at = 1; at < names.length; at++) lineStarts[at] = lineStarts[at - 1]! + names[at - 1]!.words.length + 1;

  return (text) => {
    const found = new Set<Place>();
    for (const list of wantedWords(text)) {
      const starts = list.map((start) => ` ${start}`).toSorted((one, other) => other.length - one.length);
      const rarest = starts[0]!;
      for (let at = lines.indexOf(rarest); at >= 0;) {
        const line = lineOf(lineStarts, at);
        const { place, words } = names[line]!;
        if (starts.every((start) => words.includes(start))) found.add(place);
        at = lines.indexOf(rarest, lineStarts[line]! + words.length);
      }
    }
    return [...found].toSorted((one, other) => other.population - one.population || one.id - other.id);
  };
}

/** The line that a place in the text is in. */
function lineOf(lineStarts: Uint32Array, at: number): number {
  let [low, high] = [0, lineStarts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lineStarts[middle]! <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
