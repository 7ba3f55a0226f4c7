import { type Database, type HeldSnapshot, holdSnapshot } from '@monitor/store';

/** Milliseconds after which a held state is renewed, so that the server can clear away replaced rows. */
const renewAfter = 60_000;

/**
 * Holds the database's state of the version that the snapshot in memory is of, so that words are looked up in that
 * very state however much the database has changed since.
 */
export class HeldState {
  readonly #database: Database;
  readonly #onChange: (held: HeldSnapshot | undefined) => void;
  #current: { readonly version: number; readonly since: number; readonly release: AbortController } | undefined;

  /** @param onChange called with each state that is held from now on, and with undefined when there is none */
  constructor(database: Database, onChange: (held: HeldSnapshot | undefined) => void) {
    this.#database = database;
    this.#onChange = onChange;
  }

  /** Holds the state of this version, if the database is still at it. Rejects if the database cannot be reached. */
  async keep(version: number): Promise<void> {
    const before = this.#current;
    if (before?.version === version && performance.now() - before.since < renewAfter) return;
    const release = new AbortController();
    const held = await this.#hold(release);
    if (held.version === version) {
      this.#current = { version, since: performance.now(), release };
      this.#onChange(held);
      before?.release.abort();
    } else release.abort();
  }

  release(): void {
    this.#current?.release.abort();
    this.#current = undefined;
    this.#onChange(undefined);
  }

  async #hold(release: AbortController): Promise<HeldSnapshot> {
    return new Promise((resolve, reject) => {
      holdSnapshot(this.#database, resolve, release.signal).catch((error: unknown) => {
        reject(error);
        if (this.#current?.release === release) this.release();
      });
    });
  }
}
