import { basename, resolve } from 'node:path';
import { loadGazetteer } from '@monitor/geography/gazetteer';
import { builtInFormat } from '@monitor/ingest';
import { builtInFormatNames } from '@monitor/ingest/format-names';
import { readSample, sketchMapping, writeSketch } from '@monitor/ingest/sketch';
import type { CommandContext } from '../command-context.ts';
import { withFilesOnDisk } from '../files-on-disk.ts';
import { refuseExisting, writeNewFile } from '../new-file.ts';
import { counted } from '../words.ts';

export interface SketchOptions {
  readonly output?: string;
  readonly encoding?: string;
}

/** `monitor sketch`: a mapping for a file, with a reason for each guess, and questions. */
export async function sketchCommand(file: string, { output, encoding }: SketchOptions, context: CommandContext): Promise<void> {
  const target = output === undefined ? undefined : resolve(context.folder, output);
  if (target !== undefined) await refuseExisting(target);
  await withFilesOnDisk([file], context, async ([path = '']) => {
    const sample = await readSample(path, encoding);
    const sketch = sketchMapping(sample, await loadGazetteer());
    const rows = `${sample.isWhole ? 'all' : 'the first'} ${counted(sample.rows.length, 'row')}`;
    const repeated = new Set(sample.names.filter((name, at) => name !== '' && sample.names.indexOf(name) !== at));
    const tryIt = `npx pnpm@12.4.2 monitor import ${inShell(file)} --format generic --mapping ${inShell(output ?? 'mine.yaml')} --dry-run`;
    const text = writeSketch(sketch, [
      `A mapping for ${basename(file)}, guessed from its column names and ${rows}. All keys are in docs/importing.md.`,
      'Check each guess. If a comment asks you something, correct the lines below it. Words under "values" come from the file.',
      ...(sample.guessed === undefined ? [] : [`Letters are read as ${sample.guessed}.`]),
      ...Array.from(repeated, (name) => `Several columns are called "${name}", so none of them is read. Rename them in the file.`),
      'Then try it:',
      `  ${tryIt}`,
    ]);
    if (target === undefined) context.print(text.trimEnd());
    else await writeNewFile(target, async (stream) => void stream.end(text));
    const formats = await Promise.all(builtInFormatNames.map(builtInFormat));
    const built = formats.find((format) => format?.required.every((name) => sample.names.includes(name)))?.name;
    if (built)
      context.notify(`${basename(file)} has the columns of the format ${built}, which needs no mapping: --format ${built}`);
    const saved = output === undefined ? 'Save this as mine.yaml' : `${output} is written`;
    context.notify(`${saved}. It asks you ${counted(sketch.questions.length, 'thing')}. Correct it, then try it:\n  ${tryIt}`);
  });
}

/** A word of a command as a shell takes it. */
function inShell(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
