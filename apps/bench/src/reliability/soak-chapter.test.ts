import { expect, test } from 'vitest';
import { chapterText } from '../document/table.ts';
import type { SoakMeasurement } from './measure-soak.ts';
import { soakChapter } from './soak-chapter.ts';

const machine = { cores: 2, processor: 'a processor', memory: 8e9, system: 'Linux', date: '2026-01-31', bandwidth: 1e10 };
const slope = { perUnit: 1e6, low: -1e6, high: 3e6 };
const soak: SoakMeasurement = {
  minutes: 60,
  settled: 10,
  incidents: { before: 1000, imported: 40, after: 1040 },
  imports: 2,
  kinds: [
    { kind: 'list', timing: { median: 20, slow: 90, count: 5000 }, longest: 900, limit: 30_000, ofBeginning: false },
    { kind: 'file, first byte', timing: { median: 50, slow: 60, count: 60 }, longest: 70, limit: 120_000, ofBeginning: true },
    { kind: 'file', timing: { median: 200, slow: 300, count: 60 }, longest: 400, limit: 1_800_000, ofBeginning: false },
  ],
  refused: new Map([['too_busy', 3]]),
  failures: [],
  samples: Array.from({ length: 360 }, (_, number) => ({
    at: (number + 1) / 6,
    server: 500e6,
    heap: 100e6,
    postgres: 200e6,
    pages: 100e6,
    delay: { high: 10, longest: 20 },
    load: number < 180 ? 1.5 : 2.5,
  })),
  growth: { server: slope, heap: slope, pages: slope, postgres: { perUnit: 20e6, low: 10e6, high: 30e6 } },
};

test('the finding comes first, downloads count once, and what is missed is marked', () => {
  const text = chapterText(soakChapter(soak, machine));
  expect(text).toContain('In 60 minutes the server gave 5,060 answers, all of them within their limits.');
  expect(text).toContain('| growth of memory per hour: the server, resident | ≤ 5% | 0.2% | met |');
  expect(text).toContain(
    '| growth of memory per hour: PostgreSQL, what its processes have of their own | ≤ 5% | 10% | **missed** |',
  );
  expect(text).toContain('| longest answer as a part of its limit (list) | ≤ 100% | 3% | met |');
  expect(text).toContain('Refused: 3 × `too_busy`.');
  expect(text).toContain('of all else on the machine: 1.5 (median), 2.5 (most).');
  expect(text).not.toContain('Not answered');
});

test('late answers, failures and lost incidents are missed targets', () => {
  const kinds = soak.kinds.map((kind) => ({ ...kind, longest: kind.limit + 1 }));
  const incidents = { ...soak.incidents, after: 1039 };
  const text = chapterText(soakChapter({ ...soak, kinds, incidents, failures: ['/api/v1/summary: 500 internal_error'] }, machine));
  expect(text).toContain('not all within their limits: list, file, first byte, file.');
  expect(text).toContain('| imported incidents that the numbers lack | 0 | 1 | **missed** |');
  expect(text.match(/\*\*missed\*\*/g)).toHaveLength(4);
  expect(text).toContain('- /api/v1/summary: 500 internal_error');
});
