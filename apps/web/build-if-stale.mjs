/* Builds the web app where its sources have changed since the last build. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = dirname(fileURLToPath(import.meta.url));
const repository = join(folder, '../..');
const stamp = join(folder, 'dist/.sources');

/** Everything that goes into the build. */
const inputs = [
  'apps/web/build-if-stale.mjs',
  'apps/web/src',
  'apps/web/public',
  'apps/web/index.html',
  'apps/web/vite.config.ts',
  'apps/web/package-sources.ts',
  'apps/web/documents.ts',
  'docs/methods.md',
  'docs/signals.md',
  'packages/domain/src',
  'packages/contract/src',
  'packages/geography/src',
  'packages/geography/data',
  'packages/statistics/src',
  'packages/findings/src',
  'packages/formats/src',
  'packages/cube/src',
  'packages/engine/src',
  'pnpm-lock.yaml',
];

function* files(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return;
  if (found.isFile()) yield path;
  else for (const name of readdirSync(path).sort()) yield* files(join(path, name));
}

const hash = createHash('sha256');
for (const input of inputs)
  for (const file of files(join(repository, input))) hash.update(file).update('\0').update(readFileSync(file)).update('\0');
const wanted = hash.digest('hex');

let built = '';
try {
  built = readFileSync(stamp, 'utf8');
} catch {
  // No build yet.
}
if (built !== wanted) {
  process.stdout.write('Building the web app …\n');
  const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js');
  // Test runners set NODE_ENV to "test", which would put the slower half of React into the build.
  const env = { ...process.env, NODE_ENV: 'production' };
  // Then what the server runs of it: see src/app/first-page.tsx.
  for (const part of [[], ['--ssr', 'src/app/first-page.tsx', '--outDir', 'dist-server']]) {
    const { status } = spawnSync(process.execPath, [vite, 'build', ...part, '--logLevel', 'warn'], {
      cwd: folder,
      stdio: 'inherit',
      env,
    });
    if (status !== 0) process.exit(status ?? 1);
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}
