import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { lineUpForDatabase } from './database-line.ts';

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
