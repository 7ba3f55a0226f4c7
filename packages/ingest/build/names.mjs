import { writeFile } from 'node:fs/promises';
import { allLocales } from '@faker-js/faker';
import { foldText, romanised } from '@monitor/domain';
import { jurisdictions, regions } from '@monitor/geography';
import { commonWords } from './common-words.mjs';
import { ownNames } from './own-names.mjs';

/** Rebuilds `data/names.txt`, the names that imports hold back: `npx pnpm@12.4.2 --filter @monitor/ingest build:names`. */

/** The lists of the region and of English, each with the jurisdiction whose way of romanising Cyrillic is that of the list. */
const lists = [
  ['en', 'US'],
  ['hr', 'HR'],
  ['sr_RS_latin', 'RS'],
  ['mk', 'MK'],
  ['ro', 'RO'],
  ['ro_MD', 'MD'],
  ['uk', 'UA'],
  ['ru', 'MD'],
];

/** Shorter ones are syllables and abbreviations oftener than names. */
const shortest = 3;

const fold = (text) => foldText(text).replaceAll('dj', 'd');
const words = (value) =>
  (Array.isArray(value) ? value : Object.values(value ?? {})).flat().filter((text) => typeof text === 'string');

const listed = lists.flatMap(([locale, jurisdiction]) => {
  const { first_name, middle_name, last_name } = allLocales[locale].person;
  return [first_name, middle_name, last_name].flatMap(words).flatMap((name) => romanised(name, jurisdiction));
});
const names = [...listed, ...ownNames].flatMap((name) => fold(name).split(/[^\p{L}]+/u));

const { word, date } = allLocales.en;
const dates = [date.month, date.weekday].flatMap((one) => words(one));
// Of names of several words, such as Ștefan Vodă, one may be that of a person.
const places = [...jurisdictions, ...regions].map(({ name }) => fold(name)).filter((name) => /^\p{L}+$/u.test(name));
const common = new Set([...words(word).flat(), ...dates, ...commonWords].map(fold).concat(places));

const kept = [...new Set(names)].filter((name) => name.length >= shortest && !common.has(name)).sort();
await writeFile(new URL('../data/names.txt', import.meta.url), `${kept.join('\n')}\n`);
console.log(`${kept.length} names`);
