import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ReadingPosition } from './reading-position.ts';

const step = fc.oneof(
  fc.record({ bytes: fc.integer({ min: 1, max: 99 }) }),
  fc.constant({ draft: true as const }),
  fc.constant({ store: true as const }),
);

test('never goes back, never beyond what was read, and is complete when the last draft is stored', () => {
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const position = new ReadingPosition();
      const total = steps.reduce((sum, one) => sum + ('bytes' in one ? one.bytes : 0), 0);
      let [read, drafts, stored, before] = [0, 0, 0, 0];
      for (const one of steps) {
        if ('bytes' in one) position.onBytes({ read: (read += one.bytes), total });
        else if ('draft' in one) {
          position.onDraft();
          drafts += 1;
        } else {
          stored = drafts === 0 ? 0 : Math.min(drafts, stored + 1);
          const now = position.bytesOf(stored);
          expect(now).toBeGreaterThanOrEqual(before);
          expect(now).toBeLessThanOrEqual(read);
          before = now;
        }
      }
      position.onEnd();
      expect(position.bytesOf(drafts)).toBe(total);
    }),
  );
});

test('what was read of a draft that is not stored does not count', () => {
  const position = new ReadingPosition();
  for (const read of [10, 20, 30]) {
    position.onBytes({ read, total: 30 });
    position.onDraft();
  }
  expect([0, 1, 2, 3].map((stored) => position.bytesOf(stored))).toEqual([0, 10, 20, 20]);
  position.onEnd();
  expect(position.bytesOf(3)).toBe(30);
});
