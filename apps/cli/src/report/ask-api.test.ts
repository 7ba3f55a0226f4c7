import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { UsageError } from '../command-context.ts';
import { askApi } from './ask-api.ts';

/** A server that gives these answers one after the other. */
async function serverOf(...answers: readonly { readonly status: number; readonly again?: string; readonly body?: string }[]) {
  let at = 0;
  const server = createServer((_, response) => {
    const { status, again, body = '' } = answers[at++]!;
    response.writeHead(status, again === undefined ? {} : { 'Retry-After': again }).end(body);
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.once('listening', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const { signal } = new AbortController();

test('a server that has too much to do is asked again when it says', async () => {
  const server = await serverOf({ status: 503, again: '0' }, { status: 503, again: '0' }, { status: 200, body: '{"places":3}' });
  expect(await askApi(server, '/places', signal)).toEqual({ places: 3 });
});

test('a server that refuses, or does not say when to come again, is not asked twice', async () => {
  for (const status of [404, 503]) {
    const asked = askApi(await serverOf({ status }), '/places', signal);
    await expect(asked).rejects.toThrow(new RegExp(`/api/v1/places answered ${status}`));
    await expect(asked).rejects.toBeInstanceOf(UsageError);
  }
});
