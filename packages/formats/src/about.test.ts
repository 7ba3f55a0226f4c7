import { expect, test } from 'vitest';
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
