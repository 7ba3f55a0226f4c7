import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const interval = 1000;
/** Package managers, and the shells that they run a script with. */
const launcherCommand = /\b(?:npm|npx|pnpm|yarn|corepack)\b|^(?:\S*\/)?sh -c /;

/**
 * Calls back when one of the package managers that started this process has gone: one that is killed does not pass the signal
 * on, and would leave server and database behind. Started in any other way, a process may well outlive its parent.
 */
export function watchParent(onGone: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const links = launchLinks();
  const timer = setInterval(() => {
    if (links.every(({ child, parent }) => parentOf(child) === parent)) return;
    clearInterval(timer);
    onGone();
  }, interval);
  timer.unref();
}

interface LaunchLink {
  readonly child: number;
  readonly parent: number;
}

/** The way from this process up to the command that the person gave; a link breaks when its upper process ends. */
function launchLinks(): LaunchLink[] {
  const links: LaunchLink[] = [{ child: process.pid, parent: process.ppid }];
  for (let child = process.ppid; launcherCommand.test(commandOf(child));) {
    const parent = parentOf(child);
    if (parent === undefined || !launcherCommand.test(commandOf(parent))) break;
    links.push({ child, parent });
    child = parent;
  }
  return links;
}

/** Parent of a process; undefined where there is no such process or the system does not tell. */
function parentOf(pid: number): number | undefined {
  if (pid === process.pid) return process.ppid;
  // The name of the program stands in brackets and may hold anything.
  const status =
    read(`/proc/${pid}/stat`)
      ?.replace(/^.*\) /s, '')
      .split(' ')[1] ?? ask(pid, 'ppid=');
  return status === undefined ? undefined : Number(status);
}

function commandOf(pid: number): string {
  return read(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ') ?? ask(pid, 'command=') ?? '';
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Systems without /proc have `ps`; Windows has neither, and hands its signals to all processes of the console. */
function ask(pid: number, field: string): string | undefined {
  if (process.platform === 'linux' || process.platform === 'win32') return undefined;
  try {
    return execFileSync('ps', ['-o', field, '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}
