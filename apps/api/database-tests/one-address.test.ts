import { Agent, get, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import type { IncidentList } from '@monitor/contract';
import { times } from '../../../testing/depth.ts';
import { hasHaproxy, startHaproxy } from './haproxy.ts';
import { listen } from './listening.ts';
import { askState, NumberedStates, requestsForState, type StatedAnswer } from './numbered-states.ts';
import { useTwoServers } from './servers-side-by-side.ts';
import { useTestApp } from './test-app.ts';

/* Two servers behind one address, as compose.scale.yml has them, while imports run. The readers say nothing of what they have seen. */

const isInstalled = hasHaproxy();
const readers = 12;
const mostReads = times(500, 100_000);
const pause = 100;

test.skipIf(isInstalled)('HAPROXY IS NOT INSTALLED: readers behind it are not tested', () => expect(isInstalled).toBe(false));

const used = useTestApp([]);
const servers = useTwoServers(used);

test.runIf(isInstalled)('no reader ever sees a version that is older than one it saw', { timeout: 1_800_000 }, async () => {
  const addresses = await Promise.all(servers.map(listen));
  const states = new NumberedStates(used.database);
  await states.next();
  await used.caughtUp();
  const { items } = (await used.app.inject('/api/v1/incidents')).json<IncidentList>();
  const requests = Object.entries(requestsForState(String(items[0]?.id)));

  /** Answers that are read while one import follows the other, until they are enough, and how many are older than what their reader saw before. */
  async function readFrom(address: string, isEnough: (answers: readonly StatedAnswer[], older: number) => boolean) {
    const agent = new Agent({ keepAlive: true });
    const answers: StatedAnswer[] = [];
    let older = 0;
    let kept = 0;
    const inject = async (path: string) => {
      const [answer] = (await once(get(address + path, { agent }), 'response')) as [IncomingMessage];
      const rawPayload = await buffer(answer);
      if ('age' in answer.headers) kept += 1;
      return { statusCode: answer.statusCode ?? 0, headers: answer.headers, body: rawPayload.toString(), rawPayload };
    };
    const readOn = async (reader: number) => {
      for (let read = reader, seen = 0; !isEnough(answers, older); read += 7) {
        const [url, statesOf] = requests[read % requests.length]!;
        // All incidents are of a later day, so that the same is answered at many addresses: some from the cache, some by a server.
        const day = `from=${1990 + (read % 31)}-01-01`;
        const answer = await askState({ inject }, url.includes('dataset=') ? `${url}&${day}` : url, statesOf);
        answers.push(answer);
        if (answer.status === 200 && answer.version < seen) older += 1;
        seen = Math.max(seen, answer.version);
      }
    };
    const over = new AbortController();
    const importing = (async () => {
      for (; !over.signal.aborted; await wait(pause)) await states.next();
    })();
    await Promise.all(Array.from({ length: readers }, (_, reader) => readOn(reader)));
    over.abort();
    await importing;
    agent.destroy();
    return { answers, older, kept };
  }

  const plain = await startHaproxy(addresses, (text) =>
    text.replaceAll('var(proc.seen)', 'int(0)').replace(/^.*\(proc\.seen,.*$/m, ''),
  );
  onTestFinished(() => plain.stop());
  // Without the versions in the file, some are older: otherwise the test would show nothing.
  await readFrom(plain.address, (_, older) => older > 0);

  const proxy = await startHaproxy(addresses);
  onTestFinished(() => proxy.stop());
  const { answers, older, kept } = await readFrom(
    proxy.address,
    (read) => read.length >= mostReads && new Set(read.map(({ version }) => version)).size > 3,
  );
  expect(older).toBe(0);
  expect(answers.length).toBeGreaterThanOrEqual(mostReads);
  // All readers are one client to the servers, which may have few downloads at a time.
  const refused = answers.filter(({ status, url }) => status !== 200 && !(status === 503 && url.includes('.csv')));
  expect(refused).toEqual([]);
  expect(states.mixed(answers)).toEqual([]);
  // Many who ask the same are still answered by the cache.
  expect(kept).toBeGreaterThan(answers.length / 10);
});
