import { knoxTest, positionsOnEarth } from '@monitor/statistics';
import { nearRepeatBands } from '@monitor/findings';
import { count, type Report, seconds } from './report.ts';
import type { BenchContext } from './setting/cleanup.ts';

const points = 100_000;
const towns = 60;
const permutations = 999;
/** Kilometres across which most incidents of a town are: from scattered to one dense city after the other. */
const spreads = [8, 4, 2] as const;

/** How long 999 permutations over 100,000 points take, in one thread as in the browser, by how many pairs are near. */
export function runClusters({ signal, tell }: BenchContext): Report {
  const rows = spreads.map((kilometres) => {
    signal.throwIfAborted();
    tell(`Testing ${points} points in ${towns} towns of ${kilometres} km`);
    const { lon, lat, day } = townPoints(kilometres);
    const begun = performance.now();
    const used = process.cpuUsage();
    const found = knoxTest({ positions: positionsOnEarth(lon, lat), days: day, ...nearRepeatBands, permutations, seed: 1, signal });
    const { user, system } = process.cpuUsage(used);
    if (found.kind !== 'tested') throw new Error(found.kind);
    return {
      'spread of a town': `${kilometres} km`,
      points: count(points),
      [`pairs within ${nearRepeatBands.distances.at(-1)} m`]: count(found.nearPairs),
      permutations: count(found.permutations),
      method: found.method,
      time: seconds(performance.now() - begun),
      'CPU time': seconds((user + system) / 1000),
    };
  });
  return { tables: [{ rows }] };
}

/** Points of made-up towns: longitude, latitude, and day within ten years. The same every time. */
function townPoints(kilometres: number): Record<'lon' | 'lat' | 'day', number[]> {
  const random = randomShares();
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const middles = Array.from({ length: towns }, () => [14 + 20 * random(), 42 + 8 * random()] as const);
  const degrees = kilometres / 2 / 111;
  const places = Array.from({ length: points }, () => {
    const [lon, lat] = middles[Math.floor(random() * towns)]!;
    return [
      lon + (normal() * degrees) / Math.cos((lat * Math.PI) / 180),
      lat + normal() * degrees,
      Math.floor(random() * 3650),
    ] as const;
  });
  return { lon: places.map(([lon]) => lon), lat: places.map(([, lat]) => lat), day: places.map(([, , day]) => day) };
}

/** Even numbers from 0 to before 1 (Marsaglia, "Xorshift RNGs", Journal of Statistical Software 8, 2003). */
function randomShares(): () => number {
  let state = 2_463_534_242;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
