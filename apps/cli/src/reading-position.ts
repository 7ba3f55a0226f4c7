/** How far the files of an import have been dealt with, though drafts are stored later than they are read. */
export class ReadingPosition {
  /** Bytes in all. */
  total = 0;
  #read = 0;
  #drafts = 0;
  /** Bytes behind which no draft after those lies, ascending; only the latest that may still be needed. */
  readonly #marks = [{ drafts: 0, bytes: 0 }];

  /** More bytes have been read. */
  onBytes({ read, total }: { readonly read: number; readonly total: number }): void {
    this.onEnd();
    this.#read = read;
    this.total = total;
  }

  /** A draft has been read. */
  onDraft(): void {
    this.#drafts += 1;
  }

  /** Everything that was read has been looked at. */
  onEnd(): void {
    this.#marks.push({ drafts: this.#drafts, bytes: this.#read });
  }

  /** Bytes of which all drafts are among those. @param drafts drafts that have been dealt with, never fewer than before */
  bytesOf(drafts: number): number {
    const later = this.#marks.findIndex((mark) => mark.drafts > drafts);
    this.#marks.splice(0, (later === -1 ? this.#marks.length : later) - 1);
    return this.#marks[0]?.bytes ?? 0;
  }
}
