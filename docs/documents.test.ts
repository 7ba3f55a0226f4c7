import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const repository = fileURLToPath(new URL('../', import.meta.url));
const documents = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  ...(await readdir(join(repository, 'docs'), { recursive: true }))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

/** Paths between backquotes that begin with a folder of the repository, and targets of links within it. */
function namedFiles(text: string, document: string): string[] {
  const quoted = [...text.matchAll(/`((?:apps|packages|migrations|docs)\/[\w./-]*)`/g)].map(([, path]) => String(path));
  const linked = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, path]) => join(dirname(document), String(path)));
  return [...quoted, ...linked];
}

test.each(documents)('every file that %s names is there', async (document) => {
  const text = await readFile(join(repository, document), 'utf8');
  expect(namedFiles(text, document).filter((path) => !existsSync(join(repository, path)))).toEqual([]);
});

test('every decision has a number that no other has, in its name and in its title', async () => {
  const names = (await readdir(join(repository, 'docs/adr'))).toSorted();
  const numbers = names.map((name) => Number(name.slice(0, 4)));
  expect(numbers).toEqual([...new Set(numbers)]);
  for (const [index, name] of names.entries())
    expect(await readFile(join(repository, 'docs/adr', name), 'utf8')).toMatch(new RegExp(`^# ${numbers[index]}\\. `));
});

test('every command of the documents is one of the package', async () => {
  const { scripts } = JSON.parse(await readFile(join(repository, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
  const own = ['exec', 'install', '--filter', '--silent'];
  for (const document of documents) {
    const text = await readFile(join(repository, document), 'utf8');
    const used = [...text.matchAll(/npx pnpm@12\.4\.2 (\S+)/g)].map(([, word]) => String(word).replace(/[`,.]+$/, ''));
    expect(
      used.filter((word) => !own.includes(word) && scripts[word] === undefined && word !== '…'),
      document,
    ).toEqual([]);
  }
});

test('what runs in containers is pinned and has limits, and no secret or file of data gets into an image', async () => {
  const [compose, image, ignored] = await Promise.all(
    ['docker-compose.yml', 'Dockerfile', '.dockerignore'].map((name) => readFile(join(repository, name), 'utf8')),
  );
  expect(compose).toMatch(/&limits\n {2}pids_limit: \d+\n {2}logging:\n {4}driver: json-file\n {4}options:\n {6}max-size: /);
  const services = compose!.slice(compose!.indexOf('\nservices:'), compose!.indexOf('\nvolumes:')).split(/\n {2}(?=\w+:\n)/);
  expect(services.length).toBeGreaterThan(4);
  expect(compose).toMatch(/&program\n {2}build:\n(?: {2}.*\n)*? {2}mem_limit: \S+\n {2}cap_drop:\n {4}- ALL\n/);
  for (const service of services.slice(1)) {
    if (service.includes('\n    <<: [*limits, *program]\n')) continue;
    expect(service).toMatch(/^ {4}image: \$\{\w+:-\S+@sha256:[\da-f]{64}\}$/m);
    expect(service).toMatch(/^ {4}<<: \*limits\n {4}mem_limit: \S+$/m);
  }
  expect(image).toMatch(/^ARG NODE_IMAGE=\S+@sha256:[\da-f]{64}$/m);
  for (const [, from] of image!.matchAll(/^FROM (\S+)/gm)) expect(from).toBe('${NODE_IMAGE}');
  expect(ignored!.split('\n')).toEqual(expect.arrayContaining(['**/.env*', '**/*.csv', '**/*.sql.gz', '.data', '.git']));
});

test('the image gives the server the variables that the start command gives it', async () => {
  const { scripts } = JSON.parse(await readFile(join(repository, 'package.json'), 'utf8')) as { scripts: { start: string } };
  const variables = scripts.start.split(' node ')[0]!;
  expect(variables).toMatch(/^(?:[A-Z_]+=\d+ ?){3}$/);
  expect(await readFile(join(repository, 'Dockerfile'), 'utf8')).toContain(`\nENV ${variables}\n`);
});

test('the image is built from all that the build names, and the README gives the compose file what it asks for', async () => {
  const [ignored, build, compose, readme] = await Promise.all(
    ['.dockerignore', 'tsconfig.json', 'docker-compose.yml', 'README.md'].map((name) => readFile(join(repository, name), 'utf8')),
  );
  const { references } = JSON.parse(build!) as { references: { path: string }[] };
  const left = ignored!.split('\n').map((line) => line.trim());
  expect(references.map(({ path }) => path).filter((path) => left.includes(path))).toEqual([]);
  const asked = [...compose!.matchAll(/\$\{(\w+):\?/g)].map(([, name]) => String(name));
  const [, command] = /`([^`]*docker compose up[^`]*)`/.exec(readme!)!;
  expect(asked.length).toBeGreaterThan(0);
  for (const name of asked) expect(command).toContain(`${name}=`);
});
