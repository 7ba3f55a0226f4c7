/* What `pnpm start` runs: builds what is stale, then becomes the server, in one process so that signals reach it. */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = join(dirname(fileURLToPath(import.meta.url)), '../..');
process.stdout.write('Building what has changed …\n');
const typescript = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');

for (const step of [[typescript, '-b', repository], [join(repository, 'apps/web/build-if-stale.mjs')]]) {
  const { status } = spawnSync(process.execPath, step, { cwd: repository, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
await import('./dist/main.js');
