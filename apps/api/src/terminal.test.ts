import { expect, test } from 'vitest';
import { onceAMinute } from './terminal.ts';

test('the same message is written once a minute, another at once', () => {
  const written: string[] = [];
  let time = 0;
  const write = onceAMinute(
    (message) => written.push(message),
    () => time,
  );
  for (time = 0; time < 120_000; time += 500) write('refused');
  write('reset');
  expect(written).toEqual(['refused', 'refused', 'reset']);
});
