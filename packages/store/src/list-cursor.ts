/** The cursor is not one that the list gave out, or it belongs to another sort. */
export class BadCursorError extends Error {
  override readonly name = 'BadCursorError';
}
