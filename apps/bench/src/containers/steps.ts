import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { count, megabytes, seconds } from '../report.ts';
import { readCounts } from '../setting/own-product.ts';
import { until } from '../setting/until.ts';
import { repository, run, type Stack } from './engine.ts';
import { NotTried, type Step } from './walk.ts';

/** Made-up incidents that are imported, and the mapping that reads them. */
const incidents = 'id;date;town;dead\n1;05.01.2026;Novi Sad;1\n2;06.01.2026;Niš;0\n3;07.01.2026;Subotica;0\n';
const imported = 3;
const mapping = `dataset: { slug: bench, title: Made-up incidents of the bench, synthetic: true, licence: CC0-1.0, attribution: The bench }
incident:
  source_key: id
  occurred_on: { column: date, formats: ['DD.MM.YYYY'] }
  country: { value: RS }
  place: town
  type: { value: other }
  killed: dead
`;

const command = ['node', 'apps/cli/dist/main.js'];

/**
 * What an operator does with the compose file, in the order of a first year.
 * @param address of the app
 * @param folder a temporary one
 */
export function stepsOf(stack: Stack, address: string, folder: string): readonly Step[] {
  const backups = `${stack.name}_backups`;
  let expected = 0;
  let before: string | undefined;

  async function must(complaint: string, holds: () => Promise<boolean>): Promise<void> {
    const isSo = await until(async () => {
      stack.signal.throwIfAborted();
      return holds();
    });
    if (!isSo) throw new Error(`${complaint}.`);
  }

  async function hasAll(): Promise<boolean> {
    const counts = await readCounts(address);
    return counts?.listed === expected && counts.counted === expected;
  }

  /** Starts what the compose file has, and waits for all incidents. */
  async function start(): Promise<void> {
    await stack.compose('up', '--detach', '--no-build');
    await must('The app does not serve all incidents', hasAll);
  }

  async function importFile(): Promise<void> {
    await writeFile(join(folder, 'incidents.csv'), incidents);
    await writeFile(join(folder, 'mapping.yaml'), mapping);
    const words = ['import', '/files/incidents.csv', '--format', 'generic', '--mapping', '/files/mapping.yaml'];
    await stack.compose('run', '--rm', '-T', '--volume', `${folder}:/files`, '--user', '0', 'command', ...words);
    expected += imported;
    await must('The app does not serve what was imported', hasAll);
  }

  async function verify(): Promise<void> {
    await stack.compose('run', '--rm', '-T', 'prepare', ...command, 'verify');
  }

  async function kill(service: string): Promise<string> {
    const processOf = async () =>
      Number(await stack.command('inspect', '--format', '{{.State.Pid}}', await stack.container(service)));
    const old = await processOf();
    try {
      process.kill(old, 'SIGKILL');
    } catch (error) {
      throw new NotTried(`processes of containers cannot be killed from here (${(error as NodeJS.ErrnoException).code})`);
    }
    await must('It is not started again', async () => ![0, old].includes(await processOf()));
    await must('Incidents are missing afterwards', hasAll);
    return 'started again with all incidents';
  }

  async function becomes(status: string): Promise<void> {
    await must(`The app does not become ${status}`, async () => (await stack.health('app')) === status);
  }

  return [
    {
      name: 'Build the image',
      async run() {
        await stack.compose('build', 'prepare');
        const image = `${stack.name}:now`;
        const all = Number(await stack.command('image', 'inspect', '--format', '{{.Size}}', image));
        return `${megabytes(all)}, of which ${await ownPart(stack, image)} on top of Node.js`;
      },
    },
    {
      name: 'Start with the demonstration',
      async run() {
        await stack.compose('up', '--detach', '--no-build');
        await must('The app has no incidents', async () => ((await readCounts(address))?.counted ?? 0) > 0);
        expected = (await readCounts(address))?.listed ?? 0;
        return `${count(expected)} incidents`;
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
        await importFile();
        return `${imported} incidents more`;
      },
    },
    { name: 'Kill the app', run: () => kill('app') },
    { name: 'Kill the database', run: () => kill('database') },
    {
      name: 'Back up to a volume',
      async run() {
        const words = ['backup', '/backups/monitor.sql.gz'];
        await stack.compose('run', '--rm', '-T', '--user', '0', '--volume', `${backups}:/backups`, 'command', ...words);
        return 'written and read back';
      },
    },
    {
      name: 'Restore into an empty database',
      async run() {
        await stack.compose('down');
        await stack.command('volume', 'rm', `${stack.name}_database`);
        const words = [...command, 'restore', '/backups/monitor.sql.gz'];
        await stack.compose('run', '--rm', '-T', '--user', '0', '--volume', `${backups}:/backups`, 'prepare', ...words);
        await start();
        await verify();
        return `${count(expected)} incidents, verified`;
      },
    },
    {
      name: 'Build the image before',
      async run() {
        before = await buildBefore(stack, folder);
        return `commit ${before}, the last with other tables`;
      },
    },
    {
      name: 'Upgrade from the image before',
      async run() {
        if (before === undefined) throw new NotTried('there is no image before');
        const now = stack.environment;
        await stack.compose('down', '--volumes');
        expected = 0;
        stack.environment = { ...now, MONITOR_IMAGE: `${stack.name}:before`, DEMO: 'off' };
        await start();
        await importFile();
        stack.environment = { ...now, DEMO: 'off' };
        await start();
        await verify();
        return `${count(expected)} incidents, verified`;
      },
    },
  ];
}

/** What the Dockerfile adds to the image that it begins with. Podman counts blocks, Docker bytes. */
async function ownPart(stack: Stack, image: string): Promise<string> {
  const layers = (await stack.command('history', '--human=false', '--format', '{{.Size}} {{.CreatedBy}}', image)).split('\n');
  const size = layers.find((layer) => layer.includes('COPY ') && !layer.startsWith('0'))?.split(' ')[0] ?? '';
  return /^\d+$/.test(size) ? megabytes(Number(size)) : size.replace(/(?=[A-Za-z])/, ' ');
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
