import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyDraft } from '../../domain/testing/arbitraries.ts';
import { cubeOfDrafts, draftsByKey } from '../testing/cube-of-drafts.ts';
import { bytesOf, moveToSharedMemory } from './memory.ts';
import { times } from '../../../testing/depth.ts';

/** Copies as `postMessage` does. Of the platform, which this package does without. */
declare function structuredClone<Value>(value: Value): Value;

const anyDrafts = fc.array(anyDraft('draft'), { maxLength: 20 });

/** All arrays of numbers anywhere in an object. */
function arraysIn(part: object): ArrayBufferView[] {
  return Object.values(part).flatMap((value: unknown) => {
    if (ArrayBuffer.isView(value)) return [value];
    return typeof value === 'object' && value !== null ? arraysIn(value) : [];
  });
}

test('a posted cube is the same cube, and lies in the same memory', () => {
  fc.assert(
    fc.property(anyDrafts, (drafts) => {
      const cube = cubeOfDrafts(draftsByKey(drafts));
      moveToSharedMemory(cube);
      expect(cube).toEqual(cubeOfDrafts(draftsByKey(drafts)));
      const posted = structuredClone(cube);
      expect(posted).toEqual(cube);
      const arrays = arraysIn(cube);
      for (const { buffer } of arrays) expect(buffer).toBeInstanceOf(SharedArrayBuffer);
      expect(bytesOf(cube)).toBe(arrays.reduce((sum, { byteLength }) => sum + byteLength, 0));
      // Of a copy this would change one only.
      for (const array of arrays) new Uint8Array(array.buffer).fill(9);
      expect(posted).toEqual(cube);
    }),
    { numRuns: times(5, 30) },
  );
});
