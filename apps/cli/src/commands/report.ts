import { mkdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { calendarPeriodText } from '@monitor/domain';
import { untilAborted } from '@monitor/store';
import { type CommandContext, UsageError } from '../command-context.ts';
import { replaceFile } from '../new-file.ts';
import { askApi } from '../report/ask-api.ts';
import { openPrinter } from '../report/brief-printer.ts';
import { chooseBriefs, readPeriod, readPlaces } from '../report/chosen-briefs.ts';
import { originOf, withServer } from '../report/served-monitor.ts';

export interface ReportOptions {
  readonly place: string;
  readonly period: string;
  readonly output: string;
  readonly picture?: string;
  readonly server?: string;
  readonly address?: string;
}

/** `monitor report`: briefs of two pages as PDF, or one figure of each as a picture. */
export async function reportCommand(options: ReportOptions, context: CommandContext): Promise<void> {
  const period = readPeriod(options.period);
  const places = readPlaces(options.place);
  const address = originOf(
    '--address',
    options.address ?? options.server ?? `http://127.0.0.1:${process.env.PORT?.trim() || '8080'}`,
  );
  const folder = await folderAt(resolve(context.folder, options.output));
  await withServer(context, options.server, async (server) => {
    const ask = async <Answer>(path: string) => askApi<Answer>(server, path, context.signal);
    const briefs = await chooseBriefs(places, period, ask);
    const printer = await openPrinter(server, address);
    try {
      for (const [index, brief] of briefs.entries()) {
        context.signal.throwIfAborted();
        context.notify(`${index + 1} of ${briefs.length}: ${brief.place}, ${calendarPeriodText(period)}`);
        const name = ['armed-violence-brief', brief.place, calendarPeriodText(period)];
        const file =
          options.picture === undefined
            ? { name: `${name.join('_')}.pdf`, making: printer.pdf(brief) }
            : { name: `${[...name, options.picture].join('_')}.png`, making: printer.picture(brief, options.picture) };
        // A browser that is closed while it opens a page never answers.
        const content = await untilAborted(file.making, context.signal);
        await replaceFile(join(folder, file.name), (written) => pipeline([content], written));
        context.print(join(folder, file.name));
      }
    } finally {
      await printer.close();
    }
  });
}

/** A folder to write to, which is made if there is none. @throws UsageError where it cannot be */
async function folderAt(path: string): Promise<string> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile() === true) throw new UsageError(`${path} is a file. Give a folder with --output.`);
  await mkdir(path, { recursive: true }).catch((error: unknown) => {
    throw new UsageError(`Cannot make the folder ${path}: ${error instanceof Error ? error.message : String(error)}`);
  });
  return path;
}
