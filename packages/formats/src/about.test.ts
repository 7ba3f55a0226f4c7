import { expect, test } from 'vitest';
import { madeUpDownload } from '../testing/made-up-download.ts';
import { notesOf } from './about.ts';

test('the notes of a file speak of no map, and name every kind of incident whose point is moved', () => {
  const notes = notesOf({ datasets: [], notes: [] }).join(' ');
  expect(notes).not.toContain('map');
  expect(notes).toContain('do not imply official endorsement or acceptance');
  for (const kind of [
    'domestic and sexual violence',
    'suicides',
    'partners or relatives',
    'aged 18 or younger',
    'not known to be harmless',
  ])
    expect(notes).toContain(kind);
});

test('a file says which part of its locations the data covers', () => {
  const { datasets } = madeUpDownload().about;
  const notes = notesOf({ datasets: datasets.map((one) => ({ ...one, covers: 'Varna' })), notes: [] });
  expect(notes).toContain('Demo: the data covers Varna only.');
  expect(notesOf({ datasets, notes: [] }).join(' ')).not.toContain('covers');
});
