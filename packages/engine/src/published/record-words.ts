import { bitmapOfKeys, type Cube, fieldReader, identifierTest, type RowBitmap } from '@monitor/cube';
import { searchedWords, wantedWords } from '@monitor/domain';
import { jurisdiction, region as regionOf } from '@monitor/geography';
import type { YearWords } from './manifest.ts';

/** A place as incidents name it. */
export interface NamedPlace {
  readonly country: string;
  readonly name: string;
  /** Whether the gazetteer has it by this name. */
  readonly isSettlement: boolean;
}

/** The texts of all incidents of a cube, and which incidents have words in them. */
export class RecordWords {
  /** Different places. */
  readonly places: readonly NamedPlace[];
  /** For each row, the position of its place plus one; 0 without one. */
  readonly placeOfRow: Uint32Array;
  readonly #cube: Cube;
  readonly #publishers: Texts;
  readonly #types: Texts;
  readonly #keys = new Map<number, string>();

  /** The last text that was searched for: whoever drags or types asks for it again. */
  #last: { readonly text: string; readonly rows: RowBitmap } | undefined;

  /** @param years the oldest first */
  constructor(cube: Cube, years: readonly YearWords[]) {
    this.#cube = cube;
    const places = new Texts(cube.rows);
    const known = new Map<string, NamedPlace>();
    this.#publishers = new Texts(cube.rows);
    this.#types = new Texts(cube.rows);
    let row = 0;
    for (const year of years) {
      const names = year.places.map((place) => JSON.stringify([place.country, place.name]));
      for (const [at, name] of names.entries()) known.set(name, year.places[at]!);
      places.take(row, year.place, names);
      this.#publishers.take(
        row,
        year.publisher,
        year.publishers.map((list) => list.join(' ')),
      );
      this.#types.take(row, year.type, year.types);
      for (const [at, key] of Object.entries(year.keys)) this.#keys.set(row + Number(at), key);
      row += year.place.length;
    }
    this.places = places.texts.map((name) => known.get(name)!);
    this.placeOfRow = places.ofRow;
  }

  /** The rows with the words of a search text, as `q` of the filter means it. */
  rowsMeeting(text: string): RowBitmap {
    if (this.#last?.text !== text) this.#last = { text, rows: this.#findRows(text) };
    return this.#last.rows;
  }

  #findRows(text: string): RowBitmap {
    const rows = new Set<number>();
    for (const list of wantedWords(text)) {
      const tests = list.map((start) => this.#test(start));
      for (let row = 0; row < this.#cube.rows; row++) if (tests.every((test) => test(row))) rows.add(row + 1);
    }
    return bitmapOfKeys(this.#cube, [...rows]);
  }

  /** Gives whether a row has a word that begins so. */
  #test(start: string): (row: number) => boolean {
    const countryOf = fieldReader(this.#cube, 'country') as (row: number) => string;
    const regionOfRow = fieldReader(this.#cube, 'region') as (row: number) => string | null;
    const begins = (text: string, country: string) => searchedWords(text, country).some((word) => word.startsWith(start));
    const isIn = remembered(begins);
    const hasIdentifier = identifierTest(this.#cube, start);
    const isPrefix = 'av'.startsWith(start);
    return (row) => {
      if (isPrefix || hasIdentifier(row)) return true;
      const country = countryOf(row);
      const region = regionOfRow(row);
      const place = this.placeOfRow[row]!;
      return (
        isIn(jurisdiction(country)?.name ?? '', country) ||
        (region !== null && isIn(regionOf(region)?.name ?? '', country)) ||
        (place > 0 && isIn(this.places[place - 1]!.name, country)) ||
        isIn(this.#publishers.of(row), country) ||
        isIn(this.#types.of(row), country) ||
        (this.#keys.has(row) && begins(this.#keys.get(row)!, country))
      );
    };
  }
}

/** Texts of rows, each different one once. */
class Texts {
  readonly texts: string[] = [];
  readonly ofRow: Uint32Array;
  readonly #known = new Map<string, number>();

  constructor(rows: number) {
    this.ofRow = new Uint32Array(rows);
  }

  /** @param positions in `texts`, plus one; 0 for none */
  take(first: number, positions: readonly number[], texts: readonly string[]): void {
    const own = texts.map((text) => {
      const known = this.#known.get(text) ?? this.texts.push(text);
      this.#known.set(text, known);
      return known;
    });
    for (const [at, position] of positions.entries()) this.ofRow[first + at] = position === 0 ? 0 : own[position - 1]!;
  }

  of(row: number): string {
    const position = this.ofRow[row]!;
    return position === 0 ? '' : this.texts[position - 1]!;
  }
}

function remembered(test: (text: string, country: string) => boolean): (text: string, country: string) => boolean {
  const known = new Map<string, Map<string, boolean>>();
  return (text, country) => {
    const ofCountry = known.get(country) ?? new Map<string, boolean>();
    known.set(country, ofCountry);
    const before = ofCountry.get(text);
    if (before !== undefined) return before;
    const found = test(text, country);
    ofCountry.set(text, found);
    return found;
  };
}
