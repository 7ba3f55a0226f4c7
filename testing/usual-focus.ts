/* Set-up of each test file: every program says first what it is about. */
import { type Focus, learnFocus } from '../packages/geography/src/focus.ts';

/* Files of one worker share what the first has read. */
const shared = globalThis as { usualFocus?: Focus };

if (shared.usualFocus === undefined) {
  const { readFocus, usualFocus } = await import('../packages/geography/src/read-focus.ts');
  shared.usualFocus = readFocus(usualFocus);
}
learnFocus(shared.usualFocus);
