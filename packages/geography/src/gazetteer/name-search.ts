import { searchedWords, wantedWords } from '@monitor/domain';
import type { Place } from './place.ts';
import type { Entry } from './read-data.ts';

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
  return (text) => {
    const wanted = wantedWords(text).map((list) => list.map((start) => ` ${start}`));
    const found = names.filter(({ words }) => wanted.some((starts) => starts.every((start) => words.includes(start))));
    return [...new Set(found.map(({ place }) => place))].toSorted(
      (one, other) => other.population - one.population || one.id - other.id,
    );
  };
}
