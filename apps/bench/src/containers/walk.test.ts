import { expect, test } from 'vitest';
import { NotTried, walk } from './walk.ts';

const signal = new AbortController().signal;

test('each step is reported, one that cannot be tried stops no other, and one that fails stops those after it', async () => {
  const taken: string[] = [];
  const step = (name: string, end: () => string) => ({
    name,
    run: async () => {
      taken.push(name);
      return end();
    },
  });
  const fail = (error: Error) => () => {
    throw error;
  };
  const rows = await walk(
    [
      step('start', () => '3 incidents'),
      step('kill', fail(new NotTried('no rights'))),
      step('backup', fail(new Error('first line\nno | space'))),
      step('restore', () => 'all'),
    ],
    signal,
    () => undefined,
  );
  expect(taken).toEqual(['start', 'kill', 'backup']);
  expect(rows.map(({ step: name, result, found }) => [name, result, found])).toEqual([
    ['start', 'done', '3 incidents'],
    ['kill', 'not tried', 'no rights'],
    ['backup', '**failed**', 'first line · no \\| space'],
    ['restore', 'not tried', '"backup" failed'],
  ]);
  expect(rows.map(({ time }) => time)).toEqual([expect.stringMatching(/ s$/), '–', expect.stringMatching(/ s$/), '–']);
});

test('Ctrl-C ends the walk', async () => {
  const interruption = new AbortController();
  const steps = [
    {
      name: 'start',
      run: async () => {
        interruption.abort();
        throw new Error('killed');
      },
    },
  ];
  await expect(walk(steps, interruption.signal, () => undefined)).rejects.toThrow(/abort/i);
});
