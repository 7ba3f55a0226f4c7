/**
 * How a file gets from the server to the disk.
 * - `memory`: read into memory, then handed to the browser to save. Shows progress, can be cancelled, and can say what went wrong.
 * - `disk`: the same, but written to the disk as it arrives. Chromium alone can do it, after asking where.
 * - `link`: the browser downloads on its own, with its own progress and its own button to cancel.
 */
export type HowToSave = 'memory' | 'disk' | 'link';

/**
 * A million incidents are half a gigabyte or more, which a page must not hold: Safari and Firefox on a phone close it. Up to this many
 * bytes memory is safe and needs no question where to save. Beyond, what is robust is what never passes through the page's memory.
 */
const mostInMemory = 64_000_000;

/** @param bytes about how large the file is */
export function howToSave(bytes: number, canWriteToDisk: boolean): HowToSave {
  if (bytes <= mostInMemory) return 'memory';
  return canWriteToDisk ? 'disk' : 'link';
}

/** A file that is being written (File System Access API), as far as it is used here. */
interface PickedFile {
  readonly createWritable: () => Promise<WritableStream<Uint8Array>>;
}

type FilePicker = (options: { readonly suggestedName: string }) => Promise<PickedFile>;

/** The browser's dialog for a place to save; undefined if it has none. */
export function filePicker(): FilePicker | undefined {
  return (globalThis as { showSaveFilePicker?: FilePicker }).showSaveFilePicker?.bind(globalThis);
}
