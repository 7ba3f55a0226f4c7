/* Set-up of each test file: every program says first what it is about. */
import { learnFocus } from '../packages/geography/src/focus.ts';
import { readFocus, usualFocus } from '../packages/geography/src/read-focus.ts';

learnFocus(readFocus(usualFocus));
