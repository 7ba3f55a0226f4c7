import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { DatabaseLine, lineUpForDatabase } from './database-line.ts';

const { signal } = new AbortController();
const rest = () => new Promise((resolve) => setImmediate(resolve));

test('a client that asks a lot waits for itself, and others take turns with it', async () => {
  const line = new DatabaseLine({ atOnce: 3, ofClient: 2 });
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const ask = async (client: string) => {
    const end = await line.enter(client, signal);
    begun.push(client);
    ends.push(end);
  };
  const all = [...Array.from({ length: 5 }, () => ask('a')), ask('b'), ask('c')];
  await rest();
  expect(begun).toEqual(['a', 'a', 'b']);
  ends[0]!();
  await rest();
  expect(begun).toEqual(['a', 'a', 'b', 'a']);
  ends[1]!();
  await rest();
  expect(begun).toEqual(['a', 'a', 'b', 'a', 'c']);
  for (let at = 2; at < 7; at += 1) {
    ends[at]!();
    // Called twice, it ends nothing else.
    ends[at]!();
    await rest();
  }
  await Promise.all(all);
  expect(begun.slice(5)).toEqual(['a', 'a']);
});

test('who leaves while waiting takes nobody’s place', async () => {
  const line = new DatabaseLine({ atOnce: 1, ofClient: 1 });
  const end = await line.enter('a', signal);
  const leaving = new AbortController();
  const left = line.enter('b', leaving.signal);
  const next = line.enter('c', signal);
  leaving.abort(new Error('left'));
  await expect(left).rejects.toThrow('left');
  end();
  await expect(next).resolves.toBeTypeOf('function');
});

test.each([
  ['search words', false],
  ['everything', true],
])(
  'what has a gate and a connection of its own takes no place where the database is asked for %s, however long it lasts',
  async (_for, all) => {
    const app = Fastify();
    lineUpForDatabase(app, all);
    let end = () => {};
    const held = new Promise<void>((resolve) => (end = resolve));
    app.get('/download', { config: { asksDatabase: false } }, async () => held);
    app.get('/list', { config: { asksDatabase: true } }, async () => 'done');
    const downloads = Promise.all(Array.from({ length: 9 }, () => app.inject('/download?q=a')));
    await app.ready();
    expect((await app.inject('/list')).statusCode).toBe(200);
    end();
    await downloads;
    await app.close();
  },
);
