import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { BuiltInServerError } from './built-in-server-error.ts';

const run = promisify(execFile);

/** An account of the operating system, by its numbers. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** The system account `postgres`, made where it is missing. Throws `BuiltInServerError` where it cannot be made. */
export async function systemAccount(): Promise<Account> {
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
