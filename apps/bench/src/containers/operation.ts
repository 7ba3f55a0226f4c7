import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readCounts } from '../setting/own-product.ts';
import { until } from '../setting/until.ts';
import type { Stack } from './engine.ts';
import { NotTried } from './walk.ts';

/** Made-up incidents that are imported, and the mapping that reads them. */
const incidents = 'id;date;town;dead\n1;05.01.2026;Novi Sad;1\n2;06.01.2026;Niš;0\n3;07.01.2026;Subotica;0\n';
export const imported = 3;
const mapping = `dataset: { slug: bench, title: Made-up incidents of the bench, synthetic: true, licence: CC0-1.0, attribution: The bench }
incident:
  source_key: id
  occurred_on: { column: date, formats: ['DD.MM.YYYY'] }
  country: { value: RS }
  place: town
  type: { value: other }
  killed: dead
`;

export const program = ['node', 'apps/cli/dist/main.js'];

/** What the steps do with the containers more than once. */
export class Operation {
  readonly stack: Stack;
  /** Where the app answers. */
  readonly address: string;
  /** A temporary one. */
  readonly folder: string;
  /** Incidents that the app must serve. */
  expected = 0;

  constructor(stack: Stack, address: string, folder: string) {
    this.stack = stack;
    this.address = address;
    this.folder = folder;
  }

  async must(complaint: string, holds: () => Promise<boolean>): Promise<void> {
    const isSo = await until(async () => {
      this.stack.signal.throwIfAborted();
      return holds();
    });
    if (!isSo) throw new Error(`${complaint}.`);
  }

  async servesAll(complaint = 'The app does not serve all incidents'): Promise<void> {
    await this.must(complaint, async () => {
      const counts = await readCounts(this.address);
      return counts?.listed === this.expected && counts.counted === this.expected;
    });
  }

  /** Starts what the compose files have, and waits for all incidents. */
  async start(): Promise<void> {
    await this.stack.compose('up', '--detach', '--no-build');
    await this.servesAll();
  }

  /** Removes everything but the images. */
  async clear(): Promise<void> {
    await this.stack.compose('down', '--volumes');
    this.expected = 0;
  }

  async importFile(): Promise<void> {
    await writeFile(join(this.folder, 'incidents.csv'), incidents);
    await writeFile(join(this.folder, 'mapping.yaml'), mapping);
    const words = ['import', '/files/incidents.csv', '--format', 'generic', '--mapping', '/files/mapping.yaml'];
    await this.runOnce(`${this.folder}:/files`, 'command', ...words);
    this.expected += imported;
    await this.servesAll('The app does not serve what was imported');
  }

  /** Runs a service once, as root of its container, with a volume or folder. */
  async runOnce(volume: string, ...words: readonly string[]): Promise<void> {
    await this.stack.compose(...this.stack.engine.run, '--rm', '-T', '--user', '0', '--volume', volume, ...words);
  }

  async verify(): Promise<void> {
    await this.stack.compose('run', '--rm', '-T', '--no-deps', 'prepare', ...program, 'verify');
  }

  /** Kills the first process of a service. Gives the identifier that it had. */
  async kill(service: string): Promise<number> {
    const id = await this.processOf(service);
    try {
      process.kill(id, 'SIGKILL');
    } catch (error) {
      throw new NotTried(`processes of containers cannot be killed from here (${(error as NodeJS.ErrnoException).code})`);
    }
    return id;
  }

  /** Identifier of the first process of a service; 0 while it does not run. */
  async processOf(service: string): Promise<number> {
    return Number(await this.stack.command('inspect', '--format', '{{.State.Pid}}', await this.stack.container(service)));
  }
}
