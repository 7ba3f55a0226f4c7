import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** This checkout. */
export const repository = fileURLToPath(new URL('../../../', import.meta.url));

export const isRoot = process.getuid?.() === 0;

/** Words that go before a command and change where or as whom it runs; all of them replace themselves by the command. */
export type Before = readonly string[];

const shell = (script: string, ...words: string[]): Before => ['/bin/sh', '-ec', `${script}; exec "$@"`, 'sh', ...words];

/** The checkout, read-only, lies at another path too. Seen by the command alone, so that nothing is left behind. */
export function withCheckoutAt(path: string): Before {
  return ['unshare', '--mount', '--', ...shell('mount -o bind,ro "$1" "$2"; shift 2', repository, path)];
}

/** A folder is on a disk of its own of so many megabytes. Seen by the command alone, and gone with it; see `besideProcess`. */
export function withSmallDisk(folder: string, megabytes: number): Before {
  return ['unshare', '--mount', '--', ...shell('mount -t tmpfs -o size="$2"m tmpfs "$1"; shift 2', folder, String(megabytes))];
}

/** Files are where a running process sees them. */
export function besideProcess(pid: number): Before {
  return ['nsenter', `--target=${pid}`, '--mount', '--'];
}

/** The system allows no user namespaces: all numbers mean what they meant, and one more namespace is one too many. */
export const withoutNamespaces: Before = [
  'unshare',
  '--user',
  '--map-users=0:0:65536',
  '--map-groups=0:0:65536',
  '--',
  ...shell('echo 0 > /proc/sys/user/max_user_namespaces'),
];

/** Root is not let through folders that are closed to others, as in a container without capabilities. */
export const withoutCapabilities: Before = ['setpriv', '--bounding-set=-dac_override,-dac_read_search', '--'];

export function asUser(number: number): Before {
  return ['setpriv', `--reuid=${number}`, `--regid=${number}`, '--clear-groups', '--'];
}

/** Whether a command can run at all behind these words; where it cannot, says so for the tests that are left out. */
export function isPossible(name: string, before: Before, command: readonly string[] = [process.execPath, '--version']): boolean {
  const [program = '', ...words] = [...before, ...command];
  const { status, stderr, error } = spawnSync(program, words, { encoding: 'utf8' });
  if (status === 0) return true;
  console.warn(`NOT TESTED here: ${name} (${error?.message ?? stderr.trim()})`);
  return false;
}
