/** What the last act did, in words, and how to take it back. */
export interface Said {
  readonly text: string;
  readonly isFailure?: boolean;
  readonly undo?: () => void;
}
