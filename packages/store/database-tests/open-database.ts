/** For tests of other rooms, which do not import the sources of this one. */
export { type Database, openDatabase } from '../src/index.ts';
