import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const repository = fileURLToPath(new URL('../', import.meta.url));
const read = (name: string) => readFile(join(repository, name), 'utf8');
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found]) => String(found));

const runbook = await read('docs/operating.md');
const program = await read('apps/cli/src/program.ts');

test('every command of the command line that a document names is there', async () => {
  const commands = all(program, /\.command\('(\w+)'\)/g);
  const documents = [
    'README.md',
    ...(await readdir(join(repository, 'docs'))).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`),
  ];
  for (const document of documents) {
    const named = all(await read(document), /(?:npx pnpm@12\.4\.2(?: --silent)? monitor|apps\/cli\/dist\/main\.js) (\w+)/g);
    expect([document, named.filter((name) => !commands.includes(name))]).toEqual([document, []]);
  }
  // All that keeps the record safe.
  for (const name of ['datasets', 'undo', 'remove', 'backup', 'restore', 'verify', 'doctor'])
    expect(runbook).toContain(`npx pnpm@12.4.2 monitor ${name}`);
});

test('the runbook has each sentence by which the server says what is wrong with the database', async () => {
  const sentences = all(await read('packages/store/src/connection/database-trouble.ts'), /happened: '([^']+)'/g);
  expect(sentences.length).toBeGreaterThan(5);
  expect(sentences.filter((sentence) => !runbook.includes(`"${sentence}"`))).toEqual([]);
});

test('the runbook names only metrics, database users, settings and addresses that there are', async () => {
  const there = (await read('apps/api/src/http/metrics.ts')) + (await read('packages/store/src/schema/logins.ts'));
  const named = all(runbook, /`((?:monitor|http)_\w+)`/g);
  expect(named.length).toBeGreaterThan(3);
  expect(named.filter((name) => !there.includes(`'${name}'`))).toEqual([]);
  const settings = await read('docs/api.md');
  for (const name of new Set(all(runbook, /\b(RATE_LIMIT|DATABASE_URL|DATA_FOLDER|ANALYTICS)\b/g)))
    expect(settings).toContain(`\`${name}\``);
  expect(await read('apps/api/src/routes/health.ts')).toContain("'/health/ready'");
});

test('the guide names every alert, and Prometheus asks where the compose file answers', async () => {
  const [alerts, prometheus, compose] = await Promise.all(
    ['docs/operating/alerts.yml', 'docs/operating/prometheus.yml', 'docker-compose.yml'].map(read),
  );
  const named = all(alerts!, /alert: (\w+)/g);
  expect(named).toHaveLength(3);
  expect(all(runbook, /^ *\| `(Monitor\w+)` \|/gm)).toEqual(named);
  expect(all(compose!, /\$\{OPERATOR_ADDRESS:-([\d.:]+)\}/g)).toEqual(all(prometheus!, /job_name: monitor[^]*'([\d.:]+)'/g));
});
