/** The built-in PostgreSQL cannot be used as things are. The message is one line that says what to do. */
export class BuiltInServerError extends Error {
  override readonly name = 'BuiltInServerError';
}
