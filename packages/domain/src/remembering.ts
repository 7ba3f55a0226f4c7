/**
 * The same function, which remembers its last answers: for very many calls of which most are alike.
 * @param keyOf by what its answers are known; what it is given if left out
 * @param most so many are remembered; with the next one all are forgotten, and those that are asked for again and again come back soon
 */
export function remembering<Given, Answer>(
  answer: (given: Given) => Answer,
  keyOf: (given: Given) => unknown = (given) => given,
  most = 5000,
): (given: Given) => Answer {
  const known = new Map<unknown, Answer>();
  return (given) => {
    const key = keyOf(given);
    let found = known.get(key);
    if (found === undefined) {
      found = answer(given);
      if (known.size === most) known.clear();
      known.set(key, found);
    }
    return found;
  };
}

/** The same of a function that is also given an object, which never changes: its answers are remembered for as long as there is the object. */
export function rememberingOf<Of extends object, Given, Answer>(
  answer: (of: Of, given: Given) => Answer,
  keyOf?: (given: Given) => unknown,
): (of: Of, given: Given) => Answer {
  const known = new WeakMap<Of, (given: Given) => Answer>();
  return (of, given) => {
    const find = known.get(of) ?? remembering((one: Given) => answer(of, one), keyOf);
    known.set(of, find);
    return find(given);
  };
}
