import i18next from 'i18next';
import { expect, test } from 'vitest';
import { startTexts } from './i18n.ts';
import { fallbackLanguage, type Language, languages } from '@monitor/domain';
import english from './locales/en.json';
import { namespaces, textFile, type TextFiles, textFiles } from './text-files.ts';

const asEnglish: Language = { code: 'en', name: 'English', locale: 'en-GB' };
const other: Language = { code: 'sq', name: 'Shqip', locale: 'sq-AL' };
const files: TextFiles = {
  [textFile('sq', 'interface')]: () => Promise.resolve({ notice: { kosovo: 'Kosova' } }),
  [textFile('sq', 'vocabulary')]: () => Promise.resolve({ 'type/suicide': 'Vetëvrasje' }),
  [textFile('sq', 'map')]: () => Promise.resolve({ close: 'Mbyll' }),
};

async function started(list: readonly Language[]) {
  const texts = i18next.createInstance();
  await startTexts(texts, list, files);
  return texts;
}

test('a language of the list speaks with its files once it is chosen, and English fills in what they leave out', async () => {
  const texts = await started([asEnglish, other]);
  expect(texts.t('notice.kosovo')).toBe(english.notice.kosovo);
  await texts.changeLanguage('sq');
  expect(texts.t('notice.kosovo')).toBe('Kosova');
  expect(texts.t('notice.boundaries')).toBe(english.notice.boundaries);
  expect(texts.getResource('sq', 'vocabulary', 'type/suicide', { keySeparator: false })).toBe('Vetëvrasje');
});

test('pages open in the first language of the list', async () => {
  const texts = await started([other, asEnglish]);
  expect(texts.language).toBe('sq');
  expect(texts.t('notice.kosovo')).toBe('Kosova');
  expect(texts.t('notice.boundaries')).toBe(english.notice.boundaries);
});

test('texts that come with a part of the page are loaded with the language too', async () => {
  const texts = await started([asEnglish, other]);
  texts.addResourceBundle('en', 'map', { close: 'Close', controls: 'Controls' });
  await texts.loadNamespaces('map');
  await texts.changeLanguage('sq');
  expect(texts.t('close', { ns: 'map' })).toBe('Mbyll');
  expect(texts.t('controls', { ns: 'map' })).toBe('Controls');
});

test('a language that is not in the list is not spoken', async () => {
  const texts = await started([asEnglish]);
  await texts.changeLanguage('sq');
  expect(texts.t('notice.kosovo')).toBe(english.notice.kosovo);
});

test('every language of the list has its files, and there is no file without a language', () => {
  const others = languages.map(({ code }) => code).filter((code) => code !== fallbackLanguage);
  const wanted = others.flatMap((code) => namespaces.map((namespace) => textFile(code, namespace)));
  expect(Object.keys(textFiles).toSorted()).toEqual(wanted.toSorted());
});
