import { AsyncLocalStorage } from 'node:async_hooks';
import { brotliDecompressSync, type BrotliOptions, gunzipSync } from 'node:zlib';
import accepts from '@fastify/accepts';
import Fastify from 'fastify';
import { beforeAll, expect, test, vi } from 'vitest';
import { collectGarbage } from '../collect-at-rest.ts';
import { brotliOptions } from '../files/make-file.ts';
import { compressAnswers } from './compression.ts';

const text = JSON.stringify(Array.from({ length: 500 }, (_, number) => ({ number })));
const [kept, another, short] = [Buffer.from(text), Buffer.from(text), Buffer.from('{}')];
const app = Fastify();
const sent: unknown[] = [];

beforeAll(async () => {
  await compressAnswers(app);
  await app.register(accepts);
  app.get('/kept', (_request, reply) => reply.type('application/json').header('Vary', 'Origin').send(kept));
  app.get('/another', (_request, reply) => reply.type('application/json').send(another));
  app.get('/text', (_request, reply) => reply.type('application/json').send(text));
  app.get('/short', (_request, reply) => reply.type('application/json').send(short));
  app.get('/picture', (_request, reply) => reply.type('image/png').send(kept));
  app.get('/ready', (_request, reply) => reply.type('text/plain').header('Content-Encoding', 'gzip').send(kept));
  app.addHook('onSend', async (_request, _reply, payload) => {
    sent.push(payload);
    return payload;
  });
});

const ask = (url: string, encoding?: string) => app.inject({ url, headers: encoding ? { 'accept-encoding': encoding } : {} });

test('what is kept is compressed as the client can read it, and once for all of them', async () => {
  const [brotli, zipped, plain] = [await ask('/kept', 'gzip, deflate, br'), await ask('/kept', 'gzip;q=0.5'), await ask('/kept')];
  expect(brotli.headers).toMatchObject({ 'content-encoding': 'br', 'content-length': String(brotli.rawPayload.length) });
  expect(brotliDecompressSync(brotli.rawPayload).toString()).toBe(text);
  expect(zipped.headers['content-encoding']).toBe('gzip');
  expect(gunzipSync(zipped.rawPayload).toString()).toBe(text);
  expect([plain.headers['content-encoding'], plain.body]).toEqual([undefined, text]);
  for (const { headers } of [brotli, zipped]) expect(headers.vary).toBe('Origin, accept-encoding');
  sent.length = 0;
  await ask('/kept', 'br');
  await ask('/kept', 'br');
  expect(sent).toHaveLength(2);
  expect(sent[0]).not.toBe(kept);
  expect(sent[1]).toBe(sent[0]);
});

test('other answers are compressed as they are sent, save those that are short, no text, or compressed already', async () => {
  const answer = await ask('/text', 'br');
  expect([answer.headers['content-encoding'], answer.headers.vary]).toEqual(['br', 'accept-encoding']);
  expect(brotliDecompressSync(answer.rawPayload).toString()).toBe(text);
  for (const url of ['/short', '/picture']) expect((await ask(url, 'br')).headers['content-encoding']).toBeUndefined();
  expect((await ask('/ready', 'br')).rawPayload.equals(kept)).toBe(true);
  expect((await ask('/kept', 'br;q=0, identity')).body).toBe(text);
});

test('a request does not outlast its answer with what was compressed for it', async () => {
  const requests = new AsyncLocalStorage<object>();
  const seen = await (async () => {
    const request = { url: '/another' };
    const { headers } = await requests.run(request, async () => ask('/another', 'gzip'));
    expect(headers['content-encoding']).toBe('gzip');
    return new WeakRef(request);
  })();
  // All that the files before it in this worker have left is collected, too: on a busy machine that takes seconds.
  const isGone = () => {
    collectGarbage();
    return seen.deref() === undefined;
  };
  await vi.waitUntil(isGone, { timeout: 120_000, interval: 1_000 });
});

test('an answer that could not be compressed is compressed the next time', async () => {
  const options: BrotliOptions = brotliOptions;
  options.maxOutputLength = 1;
  const failed = await ask('/another', 'br').finally(() => delete options.maxOutputLength);
  const next = await ask('/another', 'br');
  expect([failed.statusCode, next.statusCode, next.headers['content-encoding']]).toEqual([500, 200, 'br']);
});
