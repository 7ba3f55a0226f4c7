import { expect, test } from 'vitest';
import { chapterText } from '../document/table.ts';
import { faultsChapter } from './faults-chapter.ts';

const machine = { cores: 2, processor: 'a processor', memory: 8e9, system: 'Linux', date: '2026-01-31', bandwidth: 1e10 };

test('the finding adds up all faults', () => {
  const faults = [
    { name: 'One', times: 10, survived: 10, median: 700, longest: 900 },
    { name: 'Other', times: 10, survived: 9, median: 2000, longest: 12_000 },
  ];
  const text = chapterText(faultsChapter(faults, machine));
  expect(text).toContain('The product survived 19 of 20 kills and faults, and was back after 12 s at most.');
  expect(text).toContain('| kills and faults that were not survived | 0 | 1 | **missed** |');
  expect(text).toContain('| Other | 9 of 10 | 2 s | 12 s |');
});
