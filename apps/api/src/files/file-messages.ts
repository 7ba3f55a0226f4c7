import type { FileHead, FileOrder, Piece } from './make-file.ts';

/** What a thread is told. Each `more` is leave to send one piece. */
export type ToThread = { readonly order: FileOrder } | 'more' | 'stop';

/** What it answers: the head of a file, its pieces, and last of all that it is done, or has failed. */
export type FromThread = { readonly head: FileHead } | { readonly piece: Piece } | 'done' | { readonly failure: Failure };

/** What is left of an error between threads. */
export interface Failure {
  readonly name: string;
  readonly message: string;
  readonly code: string | undefined;
}
