/** A file, or the mapping that reads it, cannot be used at all. The message is one line that names it and says what to do. */
export class FileError extends Error {
  override readonly name = 'FileError';
}
