import { expect, test } from 'vitest';
import { tellRarely } from './tell-rarely.ts';

test('the same text is told once a minute, another at once', () => {
  const told: string[] = [];
  let time = 0;
  const tell = tellRarely(
    (text) => told.push(text),
    () => time,
  );
  for (time = 0; time < 120_000; time += 500) tell('refused');
  tell('reset');
  expect(told).toEqual(['refused', 'refused', 'reset']);
});
