import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldText, hasWantedWords, searchedWords, wantedWords } from './search-words.ts';

const finds = (query: string, text: string, jurisdiction = 'RS') => hasWantedWords(searchedWords(text, jurisdiction), query);

describe('words are found from their beginning', () => {
  test.each([
    ['nis', 'Niš', true],
    ['NIŠ', 'niska banja', true],
    ['nis', 'Ministry of the Interior', false],
    ['inter min', 'Ministry of the Interior', true],
    ['interior police', 'Ministry of the Interior', false],
    ['gnjilane', 'Gjilan / Gnjilane', true],
    ['av-14hq', 'AV-14HQHEJ9M8GR', true],
    ['4HQ', 'AV-14HQHEJ9M8GR', false],
    ['sabac', '(Šabac)', true],
    ['', 'Niš', true],
    ['%', 'Niš', true],
  ])('"%s" in "%s": %s', (query, text, expected) => {
    expect(finds(query, text)).toBe(expected);
  });
});

describe('Latin finds Cyrillic, and the other way round', () => {
  test.each([
    ['nis', 'Ниш', 'RS'],
    ['Ниш', 'Niš', 'RS'],
    ['Шабац', 'Šabac', 'RS'],
    ['djakovica', 'Đakovica', 'XK'],
    ['Ђаковица', 'Đakovica', 'XK'],
    ['Skopje', 'Скопје', 'MK'],
    ['Stip', 'Штип', 'MK'],
    ['Shtip', 'Штип', 'MK'],
    ['Kicevo', 'Кичево', 'MK'],
    ['Гостивар', 'Gostivar', 'MK'],
    ['Kyiv', 'Київ', 'UA'],
    ['Київ', 'Kyiv', 'UA'],
    ['Zhytomyr', 'Житомир', 'UA'],
    ['Kharkiv', 'Харків', 'UA'],
    ['Yalta', 'Ялта', 'UA'],
    ['Kamianske', "Кам'янське", 'UA'],
    ["Кам'янське", "Кам'янське", 'UA'],
    ['Zaporizhzhia', 'Запоріжжя', 'UA'],
    ['Blagoevgrad', 'Благоевград', 'BG'],
    ['Targovishte', 'Търговище', 'BG'],
    ['Хасково', 'Haskovo', 'BG'],
    ['Hrodna', 'Гродна', 'BY'],
    ['Tiraspol', 'Тирасполь', 'MD'],
    ['Тирана', 'Tirana', 'AL'],
    ['dnevnik nis', 'Дневник, Ниш', 'RS'],
  ])('"%s" finds "%s" in %s', (query, text, jurisdiction) => {
    expect(finds(query, text, jurisdiction)).toBe(true);
  });

  test('a language is not read by the rules of another', () => {
    expect(searchedWords('Житомир', 'UA')).not.toContain('zitomir');
  });
});

test('a silent sign alone, where a word begins with one, is the beginning of every word', () => {
  expect(finds('ъ', 'ъж', 'MD')).toBe(true);
  expect(finds('ь', 'ьж', 'UA')).toBe(true);
  expect(wantedWords('ъ')).toEqual([]);
  expect(wantedWords('съ')).not.toEqual([]);
});

test('the beginning of any word finds it, in any script and jurisdiction', () => {
  const letters = fc.string({
    unit: fc.constantFrom(...Array.from('абвгґдђеєёжзѕиіїйјклљмнњопрстћќуўфхцчџшщъыьэюяѓđšżjdhаn')),
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(letters, fc.nat(12), fc.constantFrom('RS', 'MK', 'UA', 'BG', 'BY', 'MD', 'RO'), (word, length, jurisdiction) => {
      expect(finds(word.slice(0, length), `x ${word} y`, jurisdiction)).toBe(true);
    }),
  );
});

test('equal lists are given once', () => {
  expect(wantedWords('Niš nis')).toEqual([['nis']]);
  expect(wantedWords('...')).toEqual([]);
});

test('search text is folded in Latin and Cyrillic alike', () => {
  expect(foldText('  Đakovica   ŠABAC ')).toBe('dakovica sabac');
  expect(foldText('Chișinău')).toBe('chisinau');
  expect(foldText('НИШ')).toBe('ниш');
  expect(foldText('Shkodër')).toBe('shkoder');
  expect(foldText('Đ ð Ł ø ß æ œ ħ ı')).toBe('d d l o ss ae oe h i');
});

test('a text without diacritics is folded like one with them', () => {
  fc.assert(fc.property(fc.string(), (text) => foldText(`s${text}s`) === foldText(`š${text}š`)));
});
