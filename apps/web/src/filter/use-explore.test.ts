import { expect, test } from 'vitest';
import { defaultView, type ExploreState } from './explore-state.ts';
import { type Act, setText } from './filter-actions.ts';
import { gestureOf } from './use-explore.ts';

/** A history of filters as the address keeps it, with a gesture that writes to it. */
function historyWithGesture() {
  const entries: ExploreState[] = [{ filter: {}, view: defaultView }];
  const go = (replace: boolean) => (act: Act) => {
    const present = entries.at(-1) ?? entries[0]!;
    const next = act(present);
    if (JSON.stringify(next) === JSON.stringify(present)) return false;
    if (replace) entries.pop();
    entries.push(next);
    return true;
  };
  const gesture = gestureOf(go(false), go(true));
  return { gesture, words: () => entries.map(({ filter }) => filter.q) };
}

test('the acts of one gesture are one step of the history', () => {
  const { gesture, words } = historyWithGesture();
  gesture.act(setText('N'));
  gesture.act(setText('Ni'));
  gesture.end();
  gesture.act(setText('Niš'));
  expect(words()).toEqual([undefined, 'Ni', 'Niš']);
});

test('an act that changes nothing does not begin a gesture, so that the next one keeps the step before', () => {
  const { gesture, words } = historyWithGesture();
  gesture.act(setText(''));
  gesture.act(setText('Niš'));
  expect(words()).toEqual([undefined, 'Niš']);
});
