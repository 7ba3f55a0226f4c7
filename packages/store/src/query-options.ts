/** Every query takes a signal; when it aborts, the statement is cancelled on the server and the signal's reason is thrown. */
export interface QueryOptions {
  readonly signal?: AbortSignal | undefined;
}
