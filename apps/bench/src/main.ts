import { performanceDocument } from './document/performance-document.ts';
import { runClusters } from './clusters/run-clusters.ts';
import { OptionError, readOptions, readReliabilityOptions, readSignalOptions, readWebAddresses } from './options.ts';
import { reliabilityDocument } from './reliability/reliability-document.ts';
import { runReliability } from './reliability/run-reliability.ts';
import { publish } from './results-file.ts';
import { runBench } from './run-bench.ts';
import { type BenchContext, Cleanup } from './setting/cleanup.ts';
import { runSignals } from './signals/run-signals.ts';
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

async function benchServer(): Promise<string> {
  const options = readOptions(process.argv.slice(2), process.env);
  const results = await runBench(options, context);
  return publish('performance', results, performanceDocument(results), options.write, context);
}

async function benchReliability(): Promise<string> {
  const options = readReliabilityOptions(process.argv.slice(3));
  const results = await runReliability(options, context);
  return publish('reliability', results, reliabilityDocument(results), options.write, context);
}

try {
  if (process.argv[2] === 'web') process.stdout.write(await runWeb(readWebAddresses(process.argv.slice(3)), context));
  else if (process.argv[2] === 'signals') process.stdout.write(await runSignals(readSignalOptions(process.argv.slice(3)), context));
  else if (process.argv[2] === 'clusters') process.stdout.write(runClusters(context));
  else process.stdout.write(await (process.argv[2] === 'reliability' ? benchReliability() : benchServer()));
} catch (error) {
  process.exitCode = interruption.signal.aborted ? interruptedCode : 1;
  if (error instanceof OptionError) process.stderr.write(`${error.message}\n`);
  else if (!interruption.signal.aborted) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
} finally {
  await context.cleanup.run();
  // What draws the screens keeps a channel open, which would keep the process alive.
  process.stdout.write('', () => process.exit());
}
