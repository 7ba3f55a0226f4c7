import { useEffect, useState } from 'react';

/**
 * True once something has been waited for longer than a person takes for at once.
 * @param waitingFor tells apart one wait from the next; undefined while nothing is waited for.
 * @param delay milliseconds.
 */
export function useLate(waitingFor: number | undefined, delay: number): boolean {
  const [late, setLate] = useState<number>();
  useEffect(() => {
    if (waitingFor === undefined) return;
    const timer = window.setTimeout(() => setLate(waitingFor), delay);
    return () => {
      window.clearTimeout(timer);
      setLate(undefined);
    };
  }, [waitingFor, delay]);
  return waitingFor !== undefined && late === waitingFor;
}
