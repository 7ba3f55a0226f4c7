import { expect, test } from 'vitest';
import { chapterText } from '../document/table.ts';
import { crowdChapter } from './crowd-chapter.ts';
import type { CrowdKind, CrowdMeasurement } from './measure-crowd.ts';

const machine = { cores: 2, processor: 'a processor', memory: 8e9, system: 'Linux', date: '2026-01-31', bandwidth: 1e10 };
const kind: CrowdKind = {
  name: 'summary',
  isDownload: false,
  answered: 1000,
  refused: 0,
  median: 50,
  slow: 240,
  slowest: 300,
  refusals: new Map(),
  failed: 0,
  delay: { high: 20, longest: 40 },
  health: { median: 10, slow: 60, longest: 90 },
  operatorHealth: { median: 1, slow: 2, longest: 8 },
  memory: { before: 500e6, after: 700e6, later: 550e6 },
};
const file: CrowdKind = {
  ...kind,
  name: 'file',
  isDownload: true,
  slow: 9000,
  refused: 4,
  refusals: new Map([['too_many_downloads', { count: 40, retryAfter: '30', latest: 900 }]]),
};
const crowd: CrowdMeasurement = {
  incidents: 5000,
  kinds: [kind, file],
  download: { tries: 2, milliseconds: 31_000, bytes: 5e6 },
};

test('the finding comes first, and a download is not judged by how long its file is', () => {
  const text = chapterText(crowdChapter([crowd], machine));
  expect(text).toContain('With 5,000 incidents, 95% of all kinds of answers come within 240 ms. A newcomer');
  expect(text).toContain('slowest kind (summary) | ≤ 250 ms | 240 ms | met |');
  expect(text).toContain('Refused: file: `too_many_downloads`, try again after 30 s.');
  expect(text).toContain('got its file of 5 MB at try 2, 31 s after its first request.');
  expect(text).toContain('asked for 3 times and the server has been left alone for 60 seconds');
  expect(text).not.toContain('missed');
});

test('slow answers, failures and a newcomer who is held up are missed targets', () => {
  const late = {
    ...kind,
    slow: 700,
    failed: 3,
    health: { median: 10, slow: 400, longest: Infinity },
    memory: { ...kind.memory, later: 900e6 },
  };
  const text = chapterText(crowdChapter([{ ...crowd, kinds: [late, file] }], machine));
  expect(text).toContain('95% of the answers come within 250 ms, except summary (700 ms).');
  expect(text.match(/\*\*missed\*\*/g)).toHaveLength(5);
});
