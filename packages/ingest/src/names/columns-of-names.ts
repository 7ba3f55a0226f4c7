import { foldText, romanised } from '@monitor/domain';
import { FileError } from '../file-error.ts';
import { inQuotes } from '../findings.ts';
import type { SourceFormat } from '../source-format.ts';
import { couldNameSomebody, isFullName } from './could-name.ts';

/** Words of titles that say "name", in the languages of the region and English: folded, Cyrillic in Latin letters. */
const nameWords = new Set(
  (
    'name names fullname firstname lastname surname surnames forename forenames maiden nickname ' +
    'ime imena imeto imeprezime prezime prezimeto prezimena emri emer emrat mbiemri mbiemer nume numele prenume prenumele ' +
    'imia imya pib prizvyshche prizvysko pobatkovi fio familiya otchestvo imja proizvishcha prozvishcha'
  ).split(' '),
);

/** Words of titles that say of what the name is, where it is not that of a person. */
const thingWords = new Set(
  (
    'place city town village settlement location county state region country province municipality district neighbourhood neighborhood ' +
    'borough street station school venue file type event incident category publisher source newspaper outlet media weapon gun ' +
    'mesto mesta mjesto mjesta grad grada opstina opstine opcina opcine naselje naselja ulica ulice ustanova medij izvor ' +
    'vendi vendit qytet qyteti qytetit komuna komunes oras orasului localitate localitatii judet judetului strada ' +
    'misto mista selo sela oblast oblasti rayon rayonu naselenyi gorod goroda'
  ).split(' '),
);

/** A title is split where letters end and where a capital follows a small letter. */
function titleSaysNames(title: string): boolean {
  const parts = title.split(/(?<=\p{Ll})(?=\p{Lu})|[^\p{L}'’ʼ]+/u).flatMap((part) => romanised(part).map(foldText));
  return parts.some((part) => nameWords.has(part)) && !parts.some((part) => thingWords.has(part));
}

/** Fewer cells that look like names may be chance, and so may a smaller share of those that differ. */
const fewest = 3;
const namesShare = 0.2;
/** A column of nothing but words with capitals, no two alike. */
const fewestUnknown = 5;
const unknownShare = 0.8;

function cellsLookLikeNames(cells: readonly string[], isAboutThings: boolean): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const different = [...new Set(filled)];
  const names = different.filter(isFullName);
  if (names.length >= fewest && names.length >= different.length * namesShare) return true;
  // Places and publishers have two words with capitals too.
  if (isAboutThings || different.length < fewestUnknown || different.length < filled.length * unknownShare) return false;
  const unknown = different.filter(
    (cell) => /^\p{Lu}[\p{L}'’-]+(?:,? \p{Lu}[\p{L}'’.-]*){1,3}$/u.test(cell) && couldNameSomebody(cell),
  );
  return unknown.length >= different.length * unknownShare;
}

/**
 * Refuses a file from which a mapping takes the names of people: by the titles of the columns that would be kept as they are written, and
 * by their first cells.
 * @param rows the first of the file
 * @throws FileError that names the columns, and none of their cells
 */
export function refuseColumnsOfNames(
  file: string,
  titles: readonly string[],
  rows: readonly (readonly string[])[],
  { keptAsWritten = [] }: SourceFormat,
): void {
  const problems = keptAsWritten.flatMap(({ column, path }) => {
    const index = titles.indexOf(column);
    const cells = rows.map((row) => row[index] ?? '');
    const isAboutThings = /(?:place|publisher)$/.test(path);
    if (titleSaysNames(column)) return [`the column ${inQuotes(column)} (${path}) is called like a column of people's names.`];
    if (cellsLookLikeNames(cells, isAboutThings))
      return [`the cells of the column ${inQuotes(column)} (${path}) look like people's names.`];
    return [];
  });
  if (problems.length === 0) return;
  throw new FileError(
    `${file}: ${problems.join(' ')} Nothing was imported. Take columns that name people out of the mapping. ` +
      'If a column names nobody, add "names_nobody: true" next to it in the mapping.',
  );
}
