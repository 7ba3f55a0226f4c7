import { expect, test } from 'vitest';
import { concentrationNotes } from './concentration-words.ts';
import { voiceOf } from './voice.ts';

const notes = (events: number) => concentrationNotes({ gini: 0.45, events, places: 200, elsewhere: 0 }, voiceOf('en')).join(' ');

test('the Gini coefficient is called corrected only where there are fewer incidents than settlements', () => {
  expect(notes(199)).toContain('Gini coefficient: 0.45, corrected for having fewer incidents than settlements');
  expect(notes(200)).toContain('Gini coefficient: 0.45 (0 is even');
  expect(notes(5000)).not.toContain('corrected');
});
