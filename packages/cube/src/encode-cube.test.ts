import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayNumber, knownMinute, masksOf } from '@monitor/domain';
import { anyDraft } from '@monitor/domain/arbitraries';
import { CubeBuilder } from './build-cube.ts';
import type { Cube } from './cube.ts';
import { CubeFormatError, decodeCube, encodeCube } from './encode-cube.ts';
import { unpackIdentifier } from './identifier.ts';

const anyCube: fc.Arbitrary<Cube> = fc.tuple(fc.array(anyDraft('draft'), { maxLength: 30 }), fc.nat()).map(([drafts, version]) => {
  const builder = new CubeBuilder();
  for (const [index, draft] of drafts.entries())
    builder.add({
      ...draft,
      ...masksOf(draft),
      dataset: 'demo',
      key: index + 1,
      id: unpackIdentifier(index, index),
      day: dayNumber(draft.occurred_on),
      minute: knownMinute(draft),
    });
  return builder.finish(version);
});

test('a cube survives the way through its buffer', () => {
  fc.assert(
    fc.property(anyCube, (cube) => {
      expect(decodeCube(encodeCube(cube))).toEqual(cube);
    }),
    { numRuns: 50 },
  );
});

test('a buffer with any byte changed is refused', () => {
  fc.assert(
    fc.property(anyCube, fc.nat(), fc.integer({ min: 1, max: 255 }), (cube, position, change) => {
      const bytes = new Uint8Array(encodeCube(cube));
      bytes[position % bytes.length]! ^= change;
      expect(() => decodeCube(bytes.buffer)).toThrow(CubeFormatError);
    }),
    { numRuns: 50 },
  );
});

test('a cut buffer, an empty one and one of another format are refused with what to do', () => {
  const buffer = encodeCube(new CubeBuilder().finish(1));
  expect(() => decodeCube(buffer.slice(0, -1))).toThrow(/damaged/);
  expect(() => decodeCube(new ArrayBuffer(0))).toThrow(CubeFormatError);
  new DataView(buffer).setUint32(4, 99, true);
  expect(() => decodeCube(buffer)).toThrow(/format 99.*build it anew/);
});
