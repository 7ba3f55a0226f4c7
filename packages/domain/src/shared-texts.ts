import { fewestSharing } from './text-rules.ts';

/** Different texts that are counted: a file of nothing but sentences must not fill the memory. */
const mostCounted = 200_000;

/** Counts in how many incidents texts are, to tell which are shared by enough of them. */
export class SharedTexts {
  readonly #counts = new Map<string, number>();

  /**
   * Counts the texts of one incident, each once. Those beyond the first 200,000 different ones are not counted.
   * @param by -1 for an incident that was counted and should not be
   */
  add(texts: Iterable<string>, by: 1 | -1 = 1): void {
    for (const text of new Set(texts)) {
      const count = this.#counts.get(text);
      if (count !== undefined || this.#counts.size < mostCounted) this.#counts.set(text, (count ?? 0) + by);
    }
  }

  /** Texts with the number of their incidents, the most frequent first: those that are shared, or others that are wanted. */
  counted(isWanted = (text: string) => this.has(text)): [text: string, incidents: number][] {
    return [...this.#counts].filter(([text]) => isWanted(text)).toSorted(([, one], [, other]) => other - one);
  }

  /** True for a text of at least 20 of the incidents so far. */
  has(text: string): boolean {
    return (this.#counts.get(text) ?? 0) >= fewestSharing;
  }
}
