import type { Cube } from './cube.ts';

/* A cube is plain objects, lists of values and arrays of numbers. `postMessage` takes it as it is; numbers in shared memory are then
 * not copied. */

/** Moves all numbers of a new cube to shared memory, one array after the other, so that there are never two copies of the whole. */
export function moveToSharedMemory(cube: Cube): void {
  forEachArray(cube, (array, owner, name) => {
    if (array.buffer instanceof SharedArrayBuffer) return;
    const shared = new (array.constructor as NumbersConstructor)(new SharedArrayBuffer(array.byteLength));
    shared.set(array);
    Object.assign(owner, { [name]: shared });
  });
}

/** Bytes of all numbers of a cube. */
export function bytesOf(cube: Cube): number {
  let bytes = 0;
  forEachArray(cube, ({ byteLength }) => (bytes += byteLength));
  return bytes;
}

type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;
type NumbersConstructor = new (buffer: SharedArrayBuffer) => Numbers;

/** Hands over each array of numbers, with the object that holds it and the name by which it does. */
function forEachArray(part: object, take: (array: Numbers, owner: object, name: string) => void): void {
  // The names alone, since a list of the values would keep every array in memory until the end.
  for (const name of Object.keys(part)) {
    const value: unknown = part[name as keyof typeof part];
    if (ArrayBuffer.isView(value)) take(value as Numbers, part, name);
    // Lists hold values of fields, which are text or single numbers.
    else if (typeof value === 'object' && value !== null && !Array.isArray(value)) forEachArray(value, take);
  }
}
