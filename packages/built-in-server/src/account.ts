import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { BuiltInServerError } from './built-in-server-error.ts';

const run = promisify(execFile);

/** The operating system account that the server runs as; empty for our own. */
export interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

/**
 * PostgreSQL refuses to run as root. For root this is the owner of the cluster, where there is one, or else the system account
 * `postgres`, which is made if missing.
 */
export async function serverAccount(cluster: string): Promise<Account> {
  if (process.getuid?.() !== 0) return {};
  const owner = await stat(cluster).catch(() => undefined);
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const existing = await systemAccount();
  if (existing !== undefined) return existing;
  try {
    await run('groupadd', ['--system', 'postgres']).catch(() => undefined);
    await run('useradd', ['--system', '--gid', 'postgres', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']);
  } catch (error) {
    throw new BuiltInServerError(
      'PostgreSQL cannot run as root, and the account "postgres" could not be made: start as an ordinary user, or set DATABASE_URL.',
      { cause: error },
    );
  }
  const made = await systemAccount();
  if (made === undefined) throw new BuiltInServerError('The account "postgres" cannot be found: start as an ordinary user.');
  return made;
}

async function systemAccount(): Promise<{ uid: number; gid: number } | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', 'postgres']), run('id', ['-g', 'postgres'])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}
