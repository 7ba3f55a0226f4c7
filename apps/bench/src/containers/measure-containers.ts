import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@monitor/built-in-server/free-port';
import { OptionError } from '../options.ts';
import { atMost, type Report, type Row } from '../report.ts';
import { type BenchContext, makeTemporaryFolder } from '../setting/cleanup.ts';
import { type Engine, findEngines, Stack } from './engine.ts';
import { Operation } from './operation.ts';
import { scaledStepsOf } from './scaled-steps.ts';
import { stepsOf } from './steps.ts';
import { failed, walk } from './walk.ts';

/**
 * Builds the image and starts the compose file with each engine that is there, and does with it what an operator does. Removes all of it by
 * its name. Throws if no engine answers.
 */
export async function measureContainers(context: BenchContext): Promise<Report> {
  const { there, absent } = await findEngines();
  if (there.length === 0)
    throw new OptionError(
      `No container was started: neither Docker with Compose nor Podman with podman-compose answers.\n${absent.join('\n')}`,
    );
  const targets: Row[] = [];
  const tables: Report['tables'][number][] = [];
  for (const engine of there) {
    context.tell(engine.name);
    const rows = await withStack(engine, context);
    targets.push(...atMost(`${engine.name}, steps that failed`, rows.filter(({ result }) => result === failed).length, 0));
    tables.push({ title: engine.name, rows });
  }
  for (const reason of absent) context.tell(`Not tried with ${reason}`);
  return { targets, tables };
}

async function withStack(engine: Engine, context: BenchContext) {
  const name = `monitor-bench-${process.pid}`;
  const secret = () => randomBytes(12).toString('hex');
  const port = await freePort();
  const environment = {
    MONITOR_DB_PASSWORD: secret(),
    MONITOR_API_PASSWORD: secret(),
    MONITOR_IMPORT_PASSWORD: secret(),
    MONITOR_ADDRESS: `127.0.0.1:${port}`,
    OPERATOR_ADDRESS: `127.0.0.1:${await freePort()}`,
    MONITOR_IMAGE: `${name}:now`,
    DATABASE_IMAGE: `${name}:database`,
    RATE_LIMIT: 'off',
    // podman-compose 1.3 does not use the defaults of these: https://github.com/containers/podman-compose/issues/1105.
    ...Object.fromEntries(['FOCUS', 'TRUST_PROXY', 'PUBLISHER_NAME', 'CONTACT', 'LICENCE'].map((setting) => [setting, ''])),
    // Podman would keep the stages of a build.
    BUILDAH_LAYERS: 'false',
  };
  const stack = new Stack(engine, name, environment, context.signal);
  const leftovers = new Stack(engine, name, environment, new AbortController().signal);
  const remove = context.cleanup.add(() => removeAll(leftovers));
  const folder = await makeTemporaryFolder(context.cleanup);
  const over = new AbortController();
  if (!engine.checksHealth) void checkHealth(stack, over.signal);
  try {
    const operation = new Operation(stack, `http://127.0.0.1:${port}`, folder.path);
    return await walk([...stepsOf(operation), ...scaledStepsOf(operation)], context.signal, context.tell);
  } finally {
    over.abort();
    await remove();
    await folder.remove();
  }
}

/** Does what systemd would do for Podman. */
async function checkHealth(stack: Stack, over: AbortSignal): Promise<void> {
  while (!over.aborted) {
    for (const service of ['database', 'app']) await stack.health(service).catch(() => undefined);
    await sleep(1000);
  }
}

async function removeAll(stack: Stack): Promise<void> {
  const tries = [
    () => stack.compose('down', '--volumes', '--remove-orphans', '--timeout', '10'),
    () => stack.command('volume', 'rm', '--force', `${stack.name}_replica`, `${stack.name}_etcd`),
    () => stack.command('volume', 'rm', '--force', `${stack.name}_backups`),
    () => stack.command('image', 'rm', '--force', `${stack.name}:now`, `${stack.name}:before`, `${stack.name}:database`),
  ];
  // What was never made cannot be removed.
  for (const attempt of tries) await attempt().catch(() => undefined);
}
