/** So many answers are remembered; with the next one, all are forgotten, and those that are asked for again and again come back soon. */
const most = 5000;

/**
 * The same function, which remembers its last answers: for very many calls of which most are alike.
 * @param keyOf by what its answers are known; what it is given if left out
 */
export function remembering<Given, Answer>(
  answer: (given: Given) => Answer,
  keyOf: (given: Given) => unknown = (given) => given,
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
