import { execFile, type ExecFileOptions } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { type Binaries, clusterFolder } from './binaries.ts';
import { BuiltInServerError } from './built-in-server-error.ts';

/** How PostgreSQL's programs are started, and so as whom they run. */
export interface Launcher {
  /** Program and words that go before PostgreSQL's own; none if it is started as it is. */
  readonly prefix: readonly string[];
  /** The account that Node changes to when it starts the program; undefined for our own. */
  readonly account?: Account;
  /** Who owns the cluster, as PostgreSQL demands; undefined for us. */
  readonly owner?: Account;
}

const direct: Launcher = { prefix: [] };

/**
 * Root under another number: PostgreSQL, which refuses to run as root, sees user 65534, while files and signals are root's. Process
 * numbers stay the same. See docs/adr/0010-root-in-a-user-namespace.md.
 */
const inUserNamespace: Launcher = {
  prefix: ['unshare', '--user', '--map-user=65534', '--map-group=65534', '--'],
  owner: { uid: 0, gid: 0 },
};

/**
 * Finds the way to run PostgreSQL on a data folder, by trying.
 *
 * An ordinary user starts it directly. For root, a cluster that belongs to another account runs as that account, as it did before;
 * any other runs in a user namespace or, where namespaces are forbidden, as the system account `postgres`. Throws
 * `BuiltInServerError` where root finds no way.
 */
export async function findLauncher(folder: string, binaries: Binaries): Promise<Launcher> {
  if (process.getuid?.() !== 0) return direct;
  const cluster = await stat(clusterFolder(folder)).catch(() => undefined);
  const accountOfCluster = cluster === undefined || cluster.uid === 0 ? undefined : cluster;
  if (accountOfCluster === undefined && (await reaches(inUserNamespace, folder, binaries))) return inUserNamespace;
  for (const launcher of asAccount(accountOfCluster ?? (await systemAccount())))
    if (await reaches(launcher, folder, binaries)) return launcher;
  throw new BuiltInServerError(
    `PostgreSQL cannot run as root. This system does not allow user namespaces, and the account that PostgreSQL would use instead cannot reach ${folder} or the installed programs. Start as an ordinary user, move the project out of the private folder, or set DATABASE_URL.`,
  );
}

/** As an account, and as an account that may pass through folders which are closed to it (containers often allow that). */
function asAccount({ uid, gid }: Account): Launcher[] {
  const owner = { uid, gid };
  // The last lets access(2) take the capability into account.
  const capability = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override', '--securebits=+no_setuid_fixup'];
  return [
    { prefix: [], account: owner, owner },
    { prefix: ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', ...capability, '--'], owner },
  ];
}

/** Whether a launcher works on this system and PostgreSQL started by it gets at its programs and the data folder. */
async function reaches(launcher: Launcher, folder: string, { postgres }: Binaries): Promise<boolean> {
  const check = ['-c', '"$1" --version && cd "$2"', 'sh', postgres, folder];
  return runLaunched(launcher, '/bin/sh', check).then(
    () => true,
    () => false,
  );
}

/** The words that start a program through a launcher, for `spawn` and `execFile`. */
export function launchCommand({ prefix }: Launcher, program: string, words: readonly string[]): [string, string[]] {
  const [first = program, ...rest] = [...prefix, program, ...words];
  return [first, rest];
}

/** Runs a program through a launcher to its end. */
export async function runLaunched(
  launcher: Launcher,
  program: string,
  words: readonly string[],
  options: ExecFileOptions = {},
): Promise<void> {
  await promisify(execFile)(...launchCommand(launcher, program, words), { cwd: '/', ...launcher.account, ...options });
}

const run = promisify(execFile);

/** An account of the operating system, by its numbers. */
interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** The system account `postgres`, made where it is missing. Throws `BuiltInServerError` where it cannot be made. */
async function systemAccount(): Promise<Account> {
  const existing = await findAccount();
  if (existing !== undefined) return existing;
  try {
    await run('groupadd', ['--system', 'postgres']).catch(() => undefined);
    await run('useradd', ['--system', '--gid', 'postgres', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']);
  } catch (error) {
    throw new BuiltInServerError(
      'PostgreSQL cannot run as root here, and the account "postgres" could not be created. Start as an ordinary user, or set DATABASE_URL.',
      { cause: error },
    );
  }
  const made = await findAccount();
  if (made === undefined)
    throw new BuiltInServerError('The account "postgres" cannot be found. Start as an ordinary user, or set DATABASE_URL.');
  return made;
}

async function findAccount(): Promise<Account | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', 'postgres']), run('id', ['-g', 'postgres'])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}
