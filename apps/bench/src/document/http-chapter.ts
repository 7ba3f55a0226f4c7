import type { Results } from '../results.ts';
import { httpZoom } from '../sections/measure-tiles.ts';
import { type Chapter, count, kilobytes, medianAndSlow } from './table.ts';

/** Requests per second. */
export function httpChapter({ sizes }: Results): Chapter | undefined {
  const measured = sizes.find(({ http }) => http.length > 0);
  if (!measured) return undefined;
  return {
    title: 'Requests per second',
    blocks: [
      `The server in normal operation, with ${count(measured.rows)} incidents. Requests come from autocannon on the same machine, which takes its share of the
processor. "The same again" is answered from the server's memory. "All unlike" uses the filters above except text, in turn, each with a
period that no other request has. With many connections, most of the time is spent waiting in the queue. Answers are compressed as for a
browser. Tiles are at zoom ${httpZoom}.`,
      {
        head: ['request', 'connections', 'requests per second', 'time', 'mean answer'],
        rows: measured.http.map(({ name, connections, rate, timing, meanBytes }) => [
          name,
          count(connections),
          count(rate),
          medianAndSlow(timing),
          kilobytes(meanBytes),
        ]),
      },
    ],
  };
}
