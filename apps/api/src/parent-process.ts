import { runningProcess, type RunningProcess } from '@monitor/built-in-server';

/** Milliseconds between two looks. */
const interval = 1000;
/** Package managers, and the shells that they run a script with. */
const launcherCommand = /\b(?:npm|npx|pnpm|yarn|corepack)\b|^(?:\S*\/)?sh -c /;

/**
 * Calls back when one of the package managers that started this process has gone: when one is stopped it does not pass the signal on, and
 * would leave server and database behind (docs/adr/0013-package-managers-are-watched.md). Started in any other way, a process may
 * well outlive its parent.
 */
export async function watchParent(onGone: () => void): Promise<void> {
  if (process.env.npm_lifecycle_event === undefined) return;
  const launchers = await findLaunchers();
  const timer = setInterval(async () => {
    const now = await Promise.all(launchers.map(({ pid }) => runningProcess(pid)));
    if (launchers.every(({ started }, index) => now[index] !== undefined && now[index].started === started)) return;
    clearInterval(timer);
    onGone();
  }, interval);
  timer.unref();
}

/** Our parent, whatever it is, and the package managers and shells above it, up to the command that the person gave. */
async function findLaunchers(): Promise<RunningProcess[]> {
  const launchers: RunningProcess[] = [];
  for (let pid: number | undefined = process.ppid; pid !== undefined; pid = launchers.at(-1)?.parent) {
    const launcher = await runningProcess(pid);
    const isLauncher = launcherCommand.test(launcher?.command ?? '');
    if (launcher === undefined || (launchers.length > 0 && !isLauncher)) break;
    launchers.push(launcher);
    if (!isLauncher) break;
  }
  return launchers;
}
