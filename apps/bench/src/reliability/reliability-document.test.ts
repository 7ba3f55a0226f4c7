import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { keptResults } from '../results-file.ts';
import { reliabilityDocument, type ReliabilityResults } from './reliability-document.ts';

const { load, soak, imports, faults } = (await keptResults<Required<ReliabilityResults>>('reliability'))!;
const missedOf = (text: string) => text.split('\n').filter((line) => line.endsWith('| **missed** |'));

test('the document shows the results that are kept', async () => {
  const document = await readFile(new URL('../../../../docs/reliability.md', import.meta.url), 'utf8');
  expect(reliabilityDocument({ load, soak, imports, faults })).toBe(document);
});

test('slow answers, failures and a newcomer who is held up are missed; a download may take as long as its file', () => {
  const [crowd] = load.measured;
  const [kind] = crowd!.kinds;
  const late = { ...kind!, slow: 700, failed: 3, health: { median: 10, slow: 400, longest: Infinity } };
  const kinds = [late, { ...kind!, name: 'file', isDownload: true, slow: 9000 }];
  const text = reliabilityDocument({ load: { ...load, measured: [{ ...crowd!, incidents: 5000, kinds }] } });
  expect(text).toContain('With 5,000 incidents, 95% of the answers come within 250 ms, except 16 kinds at once (700 ms).');
  expect(missedOf(text).map((line) => line.split(', ')[1]?.slice(0, 30))).toEqual([
    '95th percentile of what is ans',
    "95th percentile of a newcomer'",
    'longest health check of a newc',
    'memory a minute after 16 kinds',
    'memory a minute after file',
    'answers that are neither the d',
  ]);
});

test('late answers, failures and lost incidents of a soak are missed', () => {
  const { kinds, incidents } = soak.measured;
  const late = kinds.slice(0, 2).map((kind) => ({ ...kind, longest: kind.limit + 1 }));
  const lost = { ...incidents, after: incidents.after - 1 };
  const measured = { ...soak.measured, kinds: late, incidents: lost, failures: ['/api/v1/summary: 500 internal_error'] };
  const text = reliabilityDocument({ soak: { ...soak, measured } });
  expect(text).toContain(
    'not all within their limits: /api/v1/incidents, /api/v1/incidents/{id}.'.replaceAll(/\/api[^,.]+/g, '`$&`'),
  );
  expect(text).toContain('| imported incidents that the numbers lack | 0 | 1 | **missed** |');
  expect(missedOf(text)).toHaveLength(3);
  expect(text).toContain('Not answered as they should be:\n\n- /api/v1/summary: 500 internal_error\n');
});

test('faults that were not survived are missed', () => {
  const measured = faults.measured.map((fault, at) => ({ ...fault, survived: at === 0 ? 9 : 10 }));
  const text = reliabilityDocument({ faults: { ...faults, measured } });
  expect(text).toContain('The product survived 59 of 60 kills and faults');
  expect(missedOf(text)).toEqual(['| kills and faults that were not survived | 0 | 1 | **missed** |']);
});
