import type { LockHolder } from '@monitor/store';
import type { CommandContext } from './command-context.ts';

/** Such as `1 incident` or `12,345 incidents`. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}

/** A moment in ISO 8601, such as `2026-11-28 14:05 UTC`. */
export function momentWords(moment: string): string {
  return `${moment.slice(0, 10)} ${moment.slice(11, 16)} UTC`;
}

/** What a command says before it waits for another. */
export function waitWords(holder: LockHolder | undefined): string {
  const work = holder === undefined ? 'another import or removal' : `another command (${holder.work})`;
  const since = holder?.since ? `, which began on ${momentWords(holder.since)},` : '';
  return `Waiting for ${work}${since} to end. To stop waiting, press Ctrl-C: nothing is changed then.`;
}

/** Rows in columns as wide as their longest cell. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

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
