export { CubeBuilder } from './build-cube.ts';
export { changeCube, type CubeChange } from './change-cube.ts';
export { type Cube } from './cube.ts';
export { bytesOf, moveToSharedMemory } from './memory.ts';
export { type CubeRow } from './row.ts';
export { type Population, populationOf } from './population.ts';
export { bitmapOfKeys, type RowBitmap } from './row-bitmap.ts';
export { summarise } from './summarise.ts';
export { tileOf } from './tile.ts';
