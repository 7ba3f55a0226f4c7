import { jurisdiction, region } from '@monitor/geography';
import { expect, test } from 'vitest';
import { matchingPlaces } from './location-section.tsx';

const nameOf = (code: string) => (region(code) ?? jurisdiction(code))?.name ?? code;
const matching = (text: string) => matchingPlaces(text, ['AL', 'MD', 'RS', 'XK'], nameOf);

test('places are found by the beginning of a word, in either script, whole beginnings first', () => {
  expect(matching('nis')).toContain('RS-20');
  expect(matching('Нишава')).toEqual(['RS-20']);
  expect(matching('ser')).toEqual(['RS']);
  expect(matching('erbia')).toEqual([]);
  expect(matching('bender')).toHaveLength(1);
});
