import { expect, test } from 'vitest';
import { formatOf } from '@monitor/findings';
import { englishTexts } from '../../i18n/english-texts.ts';
import { concentrationNotes } from './concentration-card.tsx';

const t = await englishTexts();
const notes = (events: number) =>
  concentrationNotes({ gini: 0.45, events, places: 200, elsewhere: 0 }, t, formatOf('en-GB')).join(' ');

test('the Gini coefficient is called corrected only where there are fewer incidents than settlements', () => {
  expect(notes(199)).toContain('Gini coefficient: 0.45, corrected for having fewer incidents than settlements');
  expect(notes(200)).toContain('Gini coefficient: 0.45 (0 is even');
  expect(notes(5000)).not.toContain('corrected');
});
