import { spawnSync } from 'node:child_process';
import { deep } from '../../../testing/depth.ts';

/* Programs that read OGC API – Features. Where they are missing, they are installed if that is allowed, as browsers are for journeys. */

/** A program, how to see that it works, and the package that has it. */
interface Client {
  readonly name: string;
  readonly works: readonly [command: string, ...words: string[]];
  readonly package: string;
  /** Too large to be installed on every change. */
  readonly large?: true;
}

export const gdal: Client = { name: 'GDAL', works: ['ogrinfo', '--version'], package: 'gdal-bin' };

/** That of the system: others do not see its packages. */
export const systemPython = '/usr/bin/python3';
export const qgis: Client = { name: 'QGIS', works: [systemPython, '-c', 'import qgis.core'], package: 'python3-qgis', large: true };

/** Waits for others that install something at the same time. */
const waiting = ['-o', 'DPkg::Lock::Timeout=300'];
let isUpdated = false;

/**
 * Whether a client works here, after an attempt to install it on Debian or Ubuntu as root. Says loudly that its tests are skipped, and
 * why, where it does not.
 */
export function hasClient(client: Client): boolean {
  if (works(client)) return true;
  const why = install(client);
  if (why === undefined && works(client)) return true;
  const hint = `Install ${client.package} (Debian: apt-get install ${client.package}).`;
  console.warn(
    `\n!!! SKIPPED: reading OGC API – Features with ${client.name}. ${why ?? 'It does not work after installing.'} ${hint}\n`,
  );
  return false;
}

function works({ works: [command, ...words] }: Client): boolean {
  return spawnSync(command, words, { stdio: 'ignore', env: { ...process.env, QT_QPA_PLATFORM: 'offscreen' } }).status === 0;
}

/** Why it could not be installed; undefined if it could. */
function install(client: Client): string | undefined {
  if (client.large && !deep) return 'It is not installed, and only a deep run would install it.';
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'It is not installed, and only root can install it.';
  const steps = [...(isUpdated ? [] : [['update', '-qq']]), ['install', '-y', '-qq', '--no-install-recommends', client.package]];
  for (const words of steps) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const { status, error } = spawnSync('apt-get', [...waiting, ...words], { stdio: 'ignore', env, timeout: 180_000 });
    if (status !== 0) return `It could not be installed: ${error?.message ?? `apt-get ended with ${status}`}.`;
    isUpdated = true;
  }
  return undefined;
}
