import { measureContainers } from './containers/measure-containers.ts';
import { OptionError, partsOfGroup, readOptions } from './options.ts';
import { Reports, writeReport } from './report.ts';
import { runReliability } from './reliability/run-reliability.ts';
import { runBench } from './run-bench.ts';
import { runSignals } from './run-signals.ts';
import { measureSpread } from './sections/measure-spread.ts';
import { type BenchContext, Cleanup } from './setting/cleanup.ts';
import { runWeb } from './web/run-web.ts';

const interruptedCode = 130;

const interruption = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    if (!interruption.signal.aborted) process.stderr.write('\nInterrupted: stopping and removing all that was started …\n');
    interruption.abort();
  });

const begun = performance.now();
const context: BenchContext = {
  cleanup: new Cleanup(),
  signal: interruption.signal,
  tell: (text) => process.stderr.write(`${((performance.now() - begun) / 1000).toFixed(0).padStart(5)} s  ${text}\n`),
};

try {
  const options = readOptions(process.argv.slice(2), process.env);
  const { parts, write } = options;
  const reports = new Reports();
  if (partsOfGroup.performance.some((part) => parts.has(part))) await runBench(options, reports, context);
  await runReliability(options, reports, context);
  if (parts.has('signals')) reports.add('signals', await runSignals(options.runs, write, context));
  if (parts.has('spread')) reports.add('spread', await measureSpread(options.rows?.[0] ?? 1_000_000, context));
  if (parts.has('web')) reports.add('web', await runWeb(options.urls, context));
  if (parts.has('containers')) reports.add('containers', await measureContainers(context));
  const all = reports.all();
  process.stdout.write(`${JSON.stringify(all, undefined, 2)}\n`);
  if (write) for (const [name, report] of Object.entries(all)) await writeReport(name, report);
} catch (error) {
  process.exitCode = interruption.signal.aborted ? interruptedCode : 1;
  if (error instanceof OptionError) process.stderr.write(`${error.message}\n`);
  else if (!interruption.signal.aborted) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
} finally {
  await context.cleanup.run();
  // What draws the screens keeps a channel open, which would keep the process alive.
  process.stdout.write('', () => process.exit());
}
