import { useState } from 'react';

/** A value as it was before it began to move; the value itself once it rests. */
export function useRested<Value>(value: Value, moving: boolean): Value {
  const [rested, setRested] = useState(value);
  if (!moving && rested !== value) setRested(value);
  return moving ? rested : value;
}
