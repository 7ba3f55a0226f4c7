import type { Connections } from './database.ts';

/**
 * What is read once for each version of the data of a database: by whoever wants it first, while all others wait for that. After a start
 * and after an import hundreds can want it at the same moment.
 */
export class KeptByVersion<Value> {
  readonly #kept = new WeakMap<Connections, Kept<Value>>();

  /** What is kept of this version; undefined if it was not read yet. */
  known(pool: Connections, version: number): Value | undefined {
    const kept = this.#kept.get(pool);
    return kept?.version === version ? kept.value : undefined;
  }

  /** The value of this version. Rejects where one's own reading does, but not where that of another does, who may just have left. */
  async find(pool: Connections, version: number, read: () => Promise<Value>): Promise<Value> {
    for (;;) {
      const kept = this.#kept.get(pool);
      if (kept !== undefined && kept.version > version) return read();
      if (kept?.version !== version) break;
      const value = await kept.reading.catch(() => undefined);
      if (value !== undefined) return value;
      if (this.#kept.get(pool) === kept) this.#kept.delete(pool);
    }
    const kept: Kept<Value> = { version, reading: read() };
    this.#kept.set(pool, kept);
    return (kept.value = await kept.reading);
  }

  /** Keeps what is known from elsewhere. */
  keep(pool: Connections, version: number, value: Value): void {
    this.#kept.set(pool, { version, reading: Promise.resolve(value), value });
  }
}

interface Kept<Value> {
  readonly version: number;
  readonly reading: Promise<Value>;
  value?: Value;
}
