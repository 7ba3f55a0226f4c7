/* What runs as a process of its own in tests runs as it is built: packages and web app. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('..', import.meta.url));

/** Builds what is stale. Rejects with what the compiler says. */
export async function build(): Promise<void> {
  await run('node_modules/typescript/bin/tsc', '-b');
  await run('apps/web/build-if-stale.mjs');
}

function run(...command: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, command, { cwd: repository }, (error, stdout, stderr) => {
      if (error) reject(new Error(`${command.join(' ')} failed:\n${stdout}${stderr}`, { cause: error }));
      else resolve();
    });
  });
}
