import { availableParallelism } from 'node:os';
import { knoxTest, positionsOnEarth } from '@monitor/statistics';
import { nearRepeatBands } from '@monitor/findings';
import { cells, table } from '../document/markdown.ts';
import type { BenchContext } from '../setting/cleanup.ts';
import { townPoints } from './town-points.ts';

const points = 100_000;
const permutations = 999;
/** Kilometres across which most incidents of a town are: from scattered to one dense city after the other. */
const spreads = [8, 4, 2] as const;

/** How long 999 permutations over 100,000 points take, in one thread as in the browser, by how many pairs are near. */
export function runClusters({ signal, tell }: BenchContext): string {
  const rows = spreads.map((kilometres) => {
    signal.throwIfAborted();
    tell(`Testing ${points} points in towns of ${kilometres} km`);
    const { lon, lat, day } = townPoints(points, kilometres);
    const begun = performance.now();
    const used = process.cpuUsage();
    const found = knoxTest({ positions: positionsOnEarth(lon, lat), days: day, ...nearRepeatBands, permutations, seed: 1, signal });
    const { user, system } = process.cpuUsage(used);
    if (found.kind !== 'tested') throw new Error(found.kind);
    return [
      `${kilometres} km`,
      found.nearPairs.toLocaleString('en-GB'),
      String(found.permutations),
      found.method,
      `${((performance.now() - begun) / 1000).toFixed(1)} s`,
      `${((user + system) / 1e6).toFixed(1)} s`,
    ];
  });
  const head = `Spread of a town | Pairs within ${nearRepeatBands.distances.at(-1)} m | Permutations | Method | Time | CPU time`;
  return `${points.toLocaleString('en-GB')} points in 60 towns over ten years, one thread, Node ${process.version}, ${availableParallelism()} processors.

${table(head, rows, (row) => cells(...row))}
`;
}
