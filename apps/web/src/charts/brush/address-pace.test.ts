import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AddressPace } from './address-pace.ts';

test('the address changes with the first move, and every 100 ms while the hand moves on', () => {
  const pace = new AddressPace();
  expect(pace.wait(false, false, 5000)).toBe(0);
  pace.changed(5000);
  expect(pace.wait(false, false, 5000)).toBe(100);
  expect(pace.wait(false, false, 5040)).toBe(60);
  expect(pace.wait(false, false, 5100)).toBe(0);
});

test('where figures go with the hand by themselves, the address lets them', () => {
  const pace = new AddressPace();
  pace.changed(5000);
  expect(pace.wait(false, true, 5100)).toBe(300);
});

test('it waits for the figures of the address, though not for ever', () => {
  const pace = new AddressPace();
  expect(pace.wait(true, false, 5000)).toBe(0);
  pace.changed(5000);
  expect(pace.wait(true, false, 5500)).toBeGreaterThan(0);
  expect(pace.wait(false, false, 5500)).toBe(0);
  expect(pace.wait(true, false, 6000)).toBe(0);
});

test('however long and often a hand moves, the address changes less than a hundred times in any 30 seconds', () => {
  const rests = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 20_000 })), { minLength: 1, maxLength: 400 });
  fc.assert(
    fc.property(rests, (pauses) => {
      const pace = new AddressPace();
      const changes: number[] = [];
      let now = 0;
      for (const pause of pauses) {
        now += pause;
        now += pace.wait(false, false, now);
        pace.changed(now);
        changes.push(now);
        expect(changes.filter((time) => time > now - 30_000).length).toBeLessThan(100);
      }
    }),
  );
});
