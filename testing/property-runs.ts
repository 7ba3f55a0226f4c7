/* Set-up of each test file: how many random cases a property is tried with unless it says otherwise. */
import { configureGlobal } from 'fast-check';
import { times } from './depth.ts';

configureGlobal({ numRuns: times(40, 300) });
