import type { CommandContext } from './command-context.ts';

/** What a command has looked at, and whether it is in order. */
export interface Finding {
  readonly name: string;
  readonly good: boolean;
  readonly text: string;
}

/** Prints a line for each; returns whether all is in order. */
export function printFindings(findings: readonly Finding[], { print }: CommandContext): boolean {
  for (const { name, good, text } of findings) print(`${good ? 'ok     ' : 'PROBLEM'} ${name}: ${text}`);
  return findings.every(({ good }) => good);
}
