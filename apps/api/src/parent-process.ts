const interval = 1000;

/**
 * Calls back when the package manager that started this process has gone, for one that is killed does not pass the signal on
 * and would leave server and database behind. Started in any other way, a process may well outlive its parent.
 */
export function watchParent(onGone: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onGone();
  }, interval);
  timer.unref();
}
