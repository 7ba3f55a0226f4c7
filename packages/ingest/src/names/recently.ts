/** Answers that are kept of a question. */
const most = 20_000;

/** Remembers the latest answers to a question about a text: the columns of a file repeat a few. */
export function recently(answer: (text: string) => boolean): (text: string) => boolean {
  const known = new Map<string, boolean>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const found = answer(text);
    if (known.size >= most) known.clear();
    known.set(text, found);
    return found;
  };
}
