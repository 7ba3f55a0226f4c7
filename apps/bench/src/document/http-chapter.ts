import type { Results } from '../results.ts';
import { httpZoom } from '../sections/measure-tiles.ts';
import { type Chapter, count, kilobytes, spread } from './table.ts';

/** Requests a second. */
export function httpChapter({ sizes }: Results): Chapter | undefined {
  const measured = sizes.find(({ http }) => http.length > 0);
  if (!measured) return undefined;
  return {
    title: 'Requests a second',
    blocks: [
      `The server as it runs, with ${count(measured.rows)} incidents, asked by autocannon on the same machine, which takes its share of the processor. "The same again" is
answered from the server's memory; "all unlike" is the filters above but text in turn, each with a period that no other request has. With many connections
the time is mostly spent waiting for one's turn. Answers are packed as for a browser; tiles are of zoom ${httpZoom}.`,
      {
        head: ['request', 'connections', 'requests a second', 'time', 'mean answer'],
        rows: measured.http.map(({ name, connections, rate, timing, meanBytes }) => [
          name,
          count(connections),
          count(rate),
          spread(timing),
          kilobytes(meanBytes),
        ]),
      },
    ],
  };
}
