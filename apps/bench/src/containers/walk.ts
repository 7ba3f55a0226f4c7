import { seconds, type Row } from '../report.ts';

/** Something that is done with the containers. What it gives is what it found, in a few words. */
export interface Step {
  readonly name: string;
  readonly run: () => Promise<string>;
}

/** Something that this machine cannot do; the message says why. */
export class NotTried extends Error {
  override readonly name = 'NotTried';
}

/** How the result of a step that failed is written. */
export const failed = '**failed**';

/** Takes the steps one after the other, and says of each what came of it. After a failure, those that are left are not tried. */
export async function walk(steps: readonly Step[], signal: AbortSignal, tell: (text: string) => void): Promise<Row[]> {
  const rows: Row[] = [];
  let broken: string | undefined;
  for (const { name, run } of steps) {
    signal.throwIfAborted();
    const begun = performance.now();
    let result = 'done';
    let found: string;
    try {
      if (broken !== undefined) throw new NotTried(`"${broken}" failed`);
      tell(`  ${name}`);
      found = await run();
    } catch (error) {
      signal.throwIfAborted();
      result = error instanceof NotTried ? 'not tried' : failed;
      found = (error as Error).message.replaceAll(/\s*\n\s*/g, ' · ').replaceAll('|', '\\|');
      if (result === failed) broken = name;
      tell(`    ${result}: ${found}`);
    }
    rows.push({ step: name, result, time: result === 'not tried' ? '–' : seconds(performance.now() - begun), found });
  }
  return rows;
}
