import { execFile, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { IncidentList } from '@monitor/contract';
import { randomDrafts } from '../../../packages/store/database-tests/random-drafts.ts';
import { codeSamples, exampleOrigin } from '../src/examples/example-code.ts';
import { type Example, exampleId, examples } from '../src/examples/examples.ts';
import { rowsOf } from './csv-rows.ts';
import { listen } from './listening.ts';
import { useTestApp } from './test-app.ts';

/* The examples of the description, run as they are, but for the address of the server and the identifier of an incident. */

const run = promisify(execFile);
const used = useTestApp(randomDrafts(400));
let origin: string;
let folder: string;
let id: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'examples-'));
  origin = (await listen(used.app)).origin;
  id = (await used.app.inject('/api/v1/incidents?limit=1')).json<IncidentList>().items[0]!.id;
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** Programs that run the examples in each language, and how to see that they are here. */
const interpreters: Readonly<Record<string, { works: readonly string[]; run: readonly string[]; extension: string }>> = {
  curl: { works: ['curl', '--version'], run: ['bash'], extension: 'sh' },
  R: { works: ['Rscript', '-e', 'library(jsonlite)'], run: ['Rscript'], extension: 'R' },
  Python: { works: ['python3', '--version'], run: ['python3'], extension: 'py' },
  JavaScript: { works: [process.execPath, '--version'], run: [process.execPath], extension: 'mjs' },
};

function isHere(label: string): boolean {
  const [command = '', ...words] = interpreters[label]?.works ?? [];
  const works = spawnSync(command, words, { stdio: 'ignore' }).status === 0;
  if (!works)
    console.warn(`\n!!! SKIPPED: the examples in ${label} are not run: "${[command, ...words].join(' ')}" does not work here.\n`);
  return works;
}

/** What the example must print, said by the API itself. */
async function expected({ path, reads, shows = [] }: Example): Promise<{ body: string; json: string; rows: number; line: string }> {
  const { body } = await used.app.inject(path.replace(exampleId, id));
  const value = reads === 'json' ? shows.reduce<unknown>((inside, name) => (inside as never)[name], JSON.parse(body)) : undefined;
  return { body, json: String(value), rows: reads === 'csv' ? rowsOf(body).length : 0, line: body.split(/\r?\n/)[0]! };
}

describe.each(Object.keys(interpreters))('%s', (label) => {
  const here = isHere(label);
  test.skipIf(!here).each(Object.entries(examples))('%s', async (name, example) => {
    const {
      extension,
      run: [command = '', ...words],
    } = interpreters[label]!;
    const { source } = codeSamples(example).find((one) => one.label === label)!;
    const own = join(folder, `${label}-${name}`);
    await mkdir(own);
    const file = join(own, `example.${extension}`);
    await writeFile(file, source.replaceAll(exampleOrigin, origin).replaceAll(exampleId, id));
    const { stdout } = await run(command, [...words, file], { cwd: own, encoding: 'utf8', maxBuffer: 64 * 2 ** 20 });
    const { body, json, rows, line } = await expected(example);
    if (example.reads === 'file') expect((await readFile(join(own, example.file!))).length).toBeGreaterThan(0);
    // Live figures of the process differ from one request to the next.
    else if (label === 'curl')
      expect(stdout.trim().split('\n')[0]).toBe(
        body
          .trim()
          .split('\n')[0]!
          .replaceAll(/http:\/\/localhost(?::80)?(?=\/)/g, origin),
      );
    else if (example.reads === 'json') expect(stdout.trim()).toBe(json.replaceAll(/http:\/\/localhost(?::80)?(?=\/)/g, origin));
    else if (example.reads === 'csv' && label !== 'JavaScript') expect(Number(stdout)).toBe(rows);
    else expect(stdout.trim()).toBe(line.trim());
  });
});

test('every operation has an example', () => {
  const operations = Object.values(used.app.swagger().paths ?? {}).flatMap((methods) => Object.values(methods ?? {}));
  for (const operation of operations as { operationId: string; 'x-codeSamples'?: { label: string }[] }[])
    expect([operation.operationId, operation['x-codeSamples']?.map(({ label }) => label)]).toEqual([
      operation.operationId,
      Object.keys(interpreters),
    ]);
  expect(operations.length).toBeGreaterThan(15);
});
