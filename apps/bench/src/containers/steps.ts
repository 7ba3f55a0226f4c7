import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { count, megabytes, seconds } from '../report.ts';
import { readCounts } from '../setting/own-product.ts';
import { repository, run, type Stack } from './engine.ts';
import { imported, type Operation, program } from './operation.ts';
import { NotTried, type Step } from './walk.ts';

/** What an operator does with `docker-compose.yml`, in the order of a first year. */
export function stepsOf(operation: Operation): readonly Step[] {
  const { stack } = operation;
  const backups = `${stack.name}_backups`;
  let before: string | undefined;

  async function kill(service: string): Promise<string> {
    const old = await operation.kill(service);
    await operation.must('It is not started again', async () => ![0, old].includes(await operation.processOf(service)));
    await operation.servesAll('Incidents are missing afterwards');
    return 'started again with all incidents';
  }

  async function becomes(status: string): Promise<void> {
    await operation.must(`The app does not become ${status}`, async () => (await stack.health('app')) === status);
  }

  return [
    {
      name: 'Build the image',
      async run() {
        await stack.compose('build', 'prepare');
        const image = `${stack.name}:now`;
        const all = Number(await stack.command('image', 'inspect', '--format', '{{.Size}}', image));
        return `${megabytes(all)}, of which ${megabytes(await ownBytes(stack, image))} on top of Node.js`;
      },
    },
    {
      name: 'Start with the demonstration',
      async run() {
        await stack.compose('up', '--detach', '--no-build');
        await operation.must('The app has no incidents', async () => ((await readCounts(operation.address))?.counted ?? 0) > 0);
        operation.expected = (await readCounts(operation.address))?.listed ?? 0;
        return `${count(operation.expected)} incidents`;
      },
    },
    {
      name: 'Health, without the database and with it',
      async run() {
        await becomes('healthy');
        await stack.compose('stop', 'database');
        const begun = performance.now();
        await becomes('unhealthy');
        const late = seconds(performance.now() - begun);
        await stack.compose('start', 'database');
        await becomes('healthy');
        const by = stack.engine.checksHealth ? '' : ' (the bench ran the checks, since systemd does not run here)';
        return `unhealthy after ${late}, then healthy${by}`;
      },
    },
    {
      name: "Import with the command's container",
      async run() {
        await operation.importFile();
        return `${imported} incidents more`;
      },
    },
    { name: 'Kill the app', run: () => kill('app') },
    { name: 'Kill the database', run: () => kill('database') },
    {
      name: 'Back up to a volume',
      async run() {
        await operation.runOnce(`${backups}:/backups`, 'command', 'backup', '/backups/monitor.sql.gz');
        return 'written and read back';
      },
    },
    {
      name: 'Restore into an empty database',
      async run() {
        await stack.compose('down');
        await stack.command('volume', 'rm', `${stack.name}_database`);
        await stack.compose('up', '--detach', '--no-build', 'database');
        await operation.must('The database does not start', async () => (await stack.health('database')) === 'healthy');
        await operation.runOnce(`${backups}:/backups`, 'prepare', ...program, 'restore', '/backups/monitor.sql.gz');
        await operation.start();
        await operation.verify();
        return `${count(operation.expected)} incidents, verified`;
      },
    },
    {
      name: 'Build the image before',
      async run() {
        before = await buildBefore(stack, operation.folder);
        return `commit ${before}, the last with other tables`;
      },
    },
    {
      name: 'Upgrade from the image before',
      async run() {
        if (before === undefined) throw new NotTried('there is no image before');
        const now = stack.environment;
        await operation.clear();
        stack.environment = { ...now, MONITOR_IMAGE: `${stack.name}:before`, DEMO: 'off' };
        await operation.start();
        await operation.importFile();
        stack.environment = { ...now, DEMO: 'off' };
        await operation.start();
        await operation.verify();
        return `${count(operation.expected)} incidents, verified`;
      },
    },
  ];
}

/** Bytes that the Dockerfile adds to the image that it begins with. */
async function ownBytes(stack: Stack, image: string): Promise<number> {
  const layers = (await stack.command('history', '--human=false', '--format', '{{.Size}} {{.CreatedBy}}', image)).split('\n');
  const first = layers.findIndex((layer) => layer.includes('WORKDIR /monitor'));
  return layers.slice(0, first + 1).reduce((sum, layer) => sum + bytesOf(layer), 0);
}

/** Reads "75976085" and, as Podman writes it, "96.8MB". */
function bytesOf(layer: string): number {
  const [, figure, unit = ''] = /^([\d.]+)([kMG]?)/.exec(layer) ?? [];
  return Number(figure) * 1000 ** ['', 'k', 'M', 'G'].indexOf(unit);
}

/** Builds the image of the last version whose tables were others, with the Dockerfile of today. Gives the name of its commit. */
async function buildBefore(stack: Stack, folder: string): Promise<string> {
  const sources = join(folder, 'before');
  let commit: string;
  try {
    commit = await run(['git', 'log', '-1', '--format=%H', '--', 'migrations']);
    commit = await run(['git', 'rev-parse', '--short', `${commit}~1`]);
    await mkdir(sources);
    await run(['git', 'archive', '--output', join(folder, 'before.tar'), commit]);
    await run(['tar', '--extract', '--file', join(folder, 'before.tar'), '--directory', sources]);
  } catch {
    throw new NotTried('the sources of the version before are not here: this is not a checkout of the repository');
  }
  for (const name of ['Dockerfile', '.dockerignore']) await copyFile(join(repository, name), join(sources, name));
  const base = process.env.NODE_IMAGE ? ['--build-arg', 'NODE_IMAGE'] : [];
  await stack.command('build', ...base, '--tag', `${stack.name}:before`, sources);
  return commit;
}
