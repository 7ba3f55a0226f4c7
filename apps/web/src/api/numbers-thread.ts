/* A thread that keeps the numbers of a server, so that a drag over its timeline asks it for nothing: see keep-numbers.ts. */
import type { DatasetList, PackedYears } from '@monitor/contract';
import { KeptNumbers } from '@monitor/engine';
import { type Focus, learnFocus } from '@monitor/geography';
import { answerAt } from './answer-at.ts';
import { base } from './client.ts';

/** What the page tells the thread at its beginning. */
export interface NumbersStart {
  readonly channel: string;
  readonly focus: Focus;
}

/** Incidents of at most some 15 MB. */
const mostIncidents = 1_000_000;

async function start({ channel, focus }: NumbersStart): Promise<number> {
  learnFocus(focus);
  const list = await fetchAt('/packed');
  const years = (await list.json()) as PackedYears;
  if (years.years.reduce((sum, { incidents }) => sum + incidents, 0) > mostIncidents) throw new RangeError('Too many incidents.');
  const ofVersion = async (path: string) => {
    const answer = await fetchAt(path);
    if (answer.headers.get('dataset-version') !== String(years.datasetVersion)) throw new Error('The data has changed.');
    return answer;
  };
  const datasets = (await (await ofVersion('/datasets')).json()) as DatasetList;
  const answers = await Promise.all(years.years.map(({ year }) => ofVersion(`/packed/${year}`)));
  const rows = await Promise.all(answers.map(async (answer) => new Uint8Array(await answer.arrayBuffer())));
  const numbers = await KeptNumbers.of({ datasets, years, rows });
  const headers = { 'content-type': 'application/json; charset=utf-8' };
  answerAt(channel, async ({ url }, signal) => ({ status: 200, headers, body: await numbers.explore(url, signal) }));
  return numbers.version;
}

async function fetchAt(path: string): Promise<Response> {
  const answer = await fetch(base + path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer;
}

// The page hears the version, or that there is none to be had.
self.addEventListener(
  'message',
  ({ data }: MessageEvent<NumbersStart>) => {
    const tell = (version?: number) => self.postMessage(version);
    start(data).then(tell, () => tell());
  },
  { once: true },
);
