import type { Act } from './filter-actions.ts';

/** Acts that follow each other within one gesture, such as a drag or typing, and are one step for Back. */
export interface Gesture {
  readonly act: (act: Act) => void;
  readonly end: () => void;
}

/**
 * A gesture whose first change makes a history entry that the others replace, until it ends.
 * @param act does an act as an entry of its own; true where something changed
 * @param actInPlace does an act in place of the present entry
 */
export function gestureOf(act: (act: Act) => boolean, actInPlace: (act: Act) => boolean): Gesture {
  let begun = false;
  return {
    act(one) {
      if (begun) actInPlace(one);
      // Where nothing changed there is no entry of the gesture's own yet that could be replaced.
      else begun = act(one);
    },
    end() {
      begun = false;
    },
  };
}
