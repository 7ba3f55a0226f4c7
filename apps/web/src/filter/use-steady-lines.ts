import { type FocusEvent, useState } from 'react';
import { inOrder, shortLines } from './facet-values.ts';

/** Where a list stands while somebody points at it or has the focus in it: its values in order, and those of them that are shown. */
interface Held {
  readonly order: readonly string[];
  readonly shown: readonly string[];
}

/**
 * The lines of a list that are shown, which keep their places as long as the pointer or the focus is in it: new counts arrive at any
 * time, and nothing may move from under a finger.
 * @param kept values that a short list shows, wherever they stand
 * @param length lines of a short list; undefined for the whole list
 * @returns the lines, how many are not shown, and the handlers of the element around the list
 */
export function useSteadyLines<Line extends { readonly value: string }>(
  lines: readonly Line[],
  kept: readonly string[],
  length: number | undefined,
) {
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  const [held, setHeld] = useState<Held>();
  const ordered = held === undefined ? lines : inOrder(lines, held.order);
  const shown = length === undefined ? ordered : shortLines(ordered, [...kept, ...(held?.shown ?? [])], length);
  const hold = () => {
    const valuesOf = (list: readonly Line[]) => list.map(({ value }) => value);
    setHeld((already) => already ?? { order: valuesOf(lines), shown: valuesOf(shown) });
  };
  const release = (other: boolean) => {
    if (!other) setHeld(undefined);
  };
  return {
    shown,
    hidden: lines.length - shown.length,
    within: {
      onPointerEnter: () => {
        setPointed(true);
        hold();
      },
      onPointerLeave: () => {
        setPointed(false);
        release(focused);
      },
      onFocus: () => {
        setFocused(true);
        hold();
      },
      onBlur: ({ currentTarget, relatedTarget }: FocusEvent) => {
        if (currentTarget.contains(relatedTarget)) return;
        setFocused(false);
        release(pointed);
      },
    },
  };
}
