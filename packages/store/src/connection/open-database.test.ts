import { expect, test } from 'vitest';
import { pauseBefore } from './open-database.ts';

test('however long a database is away, attempts to connect to it are never more than a second apart', () => {
  const pauses = Array.from({ length: 2000 }, (_, attempt) => pauseBefore(attempt));
  expect(Math.max(...pauses)).toBe(1);
  expect(pauses[0]).toBeLessThan(0.05);
  expect(pauses).toEqual(pauses.toSorted((one, other) => one - other));
});
