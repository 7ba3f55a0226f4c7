import { expect, test } from 'vitest';
import { chapterText } from '../document/table.ts';
import { importsChapter } from './imports-chapter.ts';

const machine = { cores: 2, processor: 'a processor', memory: 8e9, system: 'Linux', date: '2026-01-31', bandwidth: 1e10 };

test('speed, growth and memory are held against what they should be', () => {
  const text = chapterText(
    importsChapter(
      [
        { incidents: 100_000, duration: 10_000, finishing: 200, followed: 900, peak: 200e6 },
        { incidents: 1_000_000, duration: 125_000, finishing: 2_000, followed: 12_000, peak: 210e6 },
        { incidents: 5_000_000, duration: 1_000_000, finishing: 9_000, followed: 40_000, peak: 220e6 },
      ],
      machine,
    ),
  );
  expect(text).toContain('5,000,000 incidents were imported at 5,000 a second, 100,000 at 10,000 a second.');
  expect(text).toContain('| 1,000,000 incidents: speed | ≥ 7,000 a second | 8,000 a second | met |');
  expect(text).toContain('| 1,000,000 incidents: numbers follow | ≤ 10 s | 12 s | **missed** |');
  expect(text).toContain('| most incidents: time for each, compared with the fewest | ≤ 1.5 × | 2 × | **missed** |');
  expect(text).toContain('| most incidents: peak memory, compared with the fewest | ≤ 1.5 × | 1.1 × | met |');
  expect(text).toContain('| 1,000,000 | 125 s | 8,000 | 2 s | 12 s | 210 MB |');
});
