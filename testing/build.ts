/* What runs as a process of its own in tests runs as it is built: packages and web app. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('..', import.meta.url));

/** Vitest's global setup: builds what is stale. Throws with what the compiler says. */
export default function setup(): void {
  build('node_modules/typescript/bin/tsc', '-b');
  build('apps/web/build-if-stale.mjs');
}

function build(...command: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: repository, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command.join(' ')} failed:\n${stdout}${stderr}`);
}
