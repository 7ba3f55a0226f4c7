import { expect, test } from 'vitest';
import { languageParameter } from '@monitor/engine';

test('a page takes the languages that readers may choose, and has the first one if none is given', () => {
  const { schema, read } = languageParameter(['pt', 'en'].map((code) => ({ code, name: code, locale: code })));
  const readText = (text: string) => read(text, 'lang', {});
  expect(schema).toMatchObject({ enum: ['pt', 'en'], default: 'pt' });
  expect(readText('en')).toEqual({ value: 'en' });
  expect(readText('')).toEqual({ value: 'pt' });
  expect(readText('sq')).toMatchObject({ allowed: ['pt', 'en'] });
});
