import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** The built command. */
export const monitor = fileURLToPath(new URL('../cli/dist/main.js', import.meta.url));

/** Runs the command on a database, and gives what it printed. Rejects with its `code` and `stderr` where it fails. */
export async function runMonitor(
  databaseUrl: string,
  parameters: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<string> {
  const env = { ...process.env, DATABASE_URL: databaseUrl, ...environment };
  const { stdout } = await promisify(execFile)(process.execPath, [monitor, ...parameters], { env });
  return stdout;
}
