import { type ComponentType, createContext, memo, type RefObject, useContext, useEffect, useMemo, useRef, useState } from 'react';
import kit from '../styles/kit.module.css';
import type { Answers } from './use-answers.ts';
import { ExploreContext, useExplore } from './use-explore.ts';

/** Lets the parts of a screen be drawn again one after the other, one in each frame, so that no frame waits for all of them. */
export class Turns {
  /** Those who wait, the first to come first. */
  readonly #waiting = new Set<() => void>();

  /** Calls back when it is its turn. Gives what withdraws it. */
  wait(draw: () => void): () => void {
    if (this.#waiting.size === 0) requestAnimationFrame(this.#next);
    this.#waiting.add(draw);
    return () => this.#waiting.delete(draw);
  }

  readonly #next = (): void => {
    const [first] = this.#waiting;
    if (first === undefined) return;
    this.#waiting.delete(first);
    if (this.#waiting.size > 0) requestAnimationFrame(this.#next);
    first();
  };
}

/** The turns of a screen while a hand moves something; undefined at rest, where all parts are drawn at once. */
export const TurnsContext = createContext<Turns | undefined>(undefined);

/**
 * A part that is drawn in its turn while a hand moves.
 * @param framed what is around it. Of such parts, those that nobody sees wait until the hand rests
 */
export function inTurn<Props extends { answers: Answers }>(Part: ComponentType<Props>, framed = false): ComponentType<Props> {
  const Same = memo(Part) as unknown as ComponentType<Props>;
  return function InTurn(props) {
    const frame = useRef<HTMLDivElement>(null);
    const explore = useExplore();
    const turns = useContext(TurnsContext);
    const isSeen = useIsSeen(frame, framed && turns !== undefined) || !framed;
    const newest = useMemo(() => ({ explore, answers: props.answers }), [explore, props.answers]);
    const [drawn, draw] = useState(newest);
    if (turns === undefined && drawn !== newest) draw(newest);
    const waits = isSeen && newest.answers.page !== drawn.answers.page && !newest.answers.summary.outdated;
    useEffect(() => (turns && waits ? turns.wait(() => draw(newest)) : undefined), [turns, waits, newest]);
    const shown = turns === undefined ? newest : drawn;
    const part = <Same {...props} answers={shown.answers} />;
    return (
      <ExploreContext value={shown.explore}>
        {framed ? (
          <div ref={frame} className={kit.least}>
            {part}
          </div>
        ) : (
          part
        )}
      </ExploreContext>
    );
  };
}

/** Whether something of an element is within the window. @param asked whether it is to be found out */
function useIsSeen(element: RefObject<Element | null>, asked: boolean): boolean {
  const [isSeen, see] = useState(false);
  useEffect(() => {
    if (!asked || element.current === null) return undefined;
    const observer = new IntersectionObserver(([entry]) => see(entry?.isIntersecting === true));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element, asked]);
  return isSeen;
}
