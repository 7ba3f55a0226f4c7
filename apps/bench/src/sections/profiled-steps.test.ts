import { expect, test } from 'vitest';
import { stepsOf } from './profiled-steps.ts';

test('time counts to the step whose file it is spent in, and what has no file to what calls it', () => {
  const frame = (id: number, functionName: string, url: string, children: number[] = []) => ({
    id,
    callFrame: { functionName, url },
    children,
  });
  const nodes = [
    frame(1, '(root)', '', [2, 3, 5, 6]),
    frame(2, '(idle)', ''),
    frame(3, 'placeIncident', 'file:///packages/ingest/dist/place/place-incident.js', [4]),
    frame(4, 'split', ''),
    frame(5, 'parse', 'file:///node_modules/csv-parse/lib/index.js'),
    frame(6, 'main', 'file:///apps/cli/dist/main.js'),
  ];
  expect(stepsOf({ nodes, samples: [2, 3, 4, 5, 4, 6], timeDeltas: [1000, 2000, 3000, 5000, 4000, 500] })).toEqual([
    ['placing', 9],
    ['reading rows', 5],
    ['waiting', 1],
    ['starting and other', 0.5],
  ]);
});
