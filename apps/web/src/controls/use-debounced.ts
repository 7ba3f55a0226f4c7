import { useEffect, useState } from 'react';

/** A value once it has rested for some milliseconds. The first is given at once. */
export function useDebounced<Value extends string>(value: Value, pause: number): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value, pause]);
  return settled;
}
