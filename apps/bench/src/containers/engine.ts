import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder of the compose files. */
export const repository = fileURLToPath(new URL('../../../../', import.meta.url));

type Words = readonly string[];
type Environment = Readonly<Record<string, string>>;

/** Docker or Podman, as its command line. */
export interface Engine {
  readonly name: string;
  /** The command, and the one that reads compose files. */
  readonly command: Words;
  readonly compose: Words;
  /**
   * Runs a service once. Docker starts what the service depends on, and knows its profile; podman-compose is told the profile, and would
   * start everything again because of it.
   */
  readonly run: Words;
  /** Whether anything runs the health checks of containers: Podman leaves that to systemd. */
  readonly checksHealth: boolean;
}

const known: readonly Engine[] = [
  { name: 'Docker', command: ['docker'], compose: ['docker', 'compose'], run: ['run'], checksHealth: true },
  {
    name: 'Podman',
    command: ['podman'],
    compose: ['podman-compose'],
    run: ['--profile', 'command', 'run', '--no-deps'],
    checksHealth: existsSync('/run/systemd/system'),
  },
];

/** The engines of this machine that answer, and why others do not. */
export async function findEngines(engines: readonly Engine[] = known): Promise<{ there: Engine[]; absent: string[] }> {
  const there: Engine[] = [];
  const absent: string[] = [];
  for (const engine of engines)
    try {
      await run([...engine.command, 'info']);
      await run([...engine.compose, 'version']);
      there.push(engine);
    } catch (error) {
      absent.push(`${engine.name}: ${(error as Error).message}`);
    }
  return { there, absent };
}

interface Running {
  readonly environment?: Environment;
  readonly signal?: AbortSignal;
  readonly folder?: string;
}

/** Runs a program and gives what it prints. Throws with the end of what it complains about where it fails. */
export async function run(
  [program = '', ...words]: Words,
  { environment, signal, folder = repository }: Running = {},
): Promise<string> {
  const child = spawn(program, words, {
    cwd: folder,
    env: { ...process.env, ...environment },
    signal,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Ctrl-C must reach the bench alone, which removes what it has started.
    detached: true,
  });
  let printed = '';
  let complaint = '';
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code === 0) return printed.trim();
  const lines = (complaint.trim() || printed.trim()).split('\n').filter((line) => !line.includes('level=warning'));
  const end = lines.slice(-5).join('\n');
  throw new Error(`${[program, ...words.slice(0, 4)].join(' ')} … failed (${code}): ${end}`);
}

/** A compose file started under a name of its own, so that nothing else on the machine is touched. */
export class Stack {
  readonly engine: Engine;
  readonly name: string;
  /** What the compose file is given. */
  environment: Environment;
  /** The compose files; the usual one if there are none. */
  files: Words = [];
  readonly signal: AbortSignal;

  constructor(engine: Engine, name: string, environment: Environment, signal: AbortSignal) {
    this.engine = engine;
    this.name = name;
    this.environment = environment;
    this.signal = signal;
  }

  /** Runs a command of the engine. */
  async command(...words: Words): Promise<string> {
    return run([...this.engine.command, ...words], { environment: this.environment, signal: this.signal });
  }

  /** Runs a command of compose. */
  async compose(...words: Words): Promise<string> {
    const files = this.files.flatMap((file) => ['--file', file]);
    const all = [...this.engine.compose, '--project-name', this.name, ...files, ...words];
    return run(all, { environment: this.environment, signal: this.signal });
  }

  /** The name of the container of a service. */
  async container(service: string): Promise<string> {
    const names = await this.command('ps', '--all', '--format', '{{.Names}}', '--filter', `name=${this.name}[-_]${service}[-_]1`);
    return names.split('\n')[0] ?? '';
  }

  async health(service: string): Promise<string> {
    const container = await this.container(service);
    // A check that fails ends with an error, and its result is in the status.
    if (!this.engine.checksHealth) await this.command('healthcheck', 'run', container).catch(() => undefined);
    return this.command('inspect', '--format', '{{.State.Health.Status}}', container);
  }
}
