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
const used = useTestApp(randomDrafts(150), { withSignals: true });
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

/**
 * Programs that run examples in each language: how to see that they are here, and what runs all files of the folder `examples` one after
 * the other, since most of the time of an example is that of starting its program. Before each it prints three equals signs and its name.
 */
const interpreters: Readonly<
  Record<string, { works: readonly string[]; runner: string; run: readonly string[]; extension: string }>
> = {
  curl: {
    works: ['curl', '--version'],
    runner: 'set -e\nfor file in examples/*; do echo "=== $(basename $file .sh)"; . $file; echo; done',
    run: ['bash'],
    extension: 'sh',
  },
  R: {
    works: ['Rscript', '-e', 'library(jsonlite)'],
    runner:
      'for (file in list.files("examples")) {\n  cat("===", sub("[.]R$", "", file), "\\n")\n  source(file.path("examples", file))\n}',
    run: ['Rscript'],
    extension: 'R',
  },
  Python: {
    works: ['python3', '--version'],
    runner:
      "import os, runpy\nfor file in os.listdir('examples'):\n    print('===', file[:-3])\n    runpy.run_path('examples/' + file)",
    run: ['python3'],
    extension: 'py',
  },
  JavaScript: {
    works: [process.execPath, '--version'],
    runner:
      "import { readdirSync } from 'node:fs';\nfor (const file of readdirSync('examples')) {\n  console.log('===', file.slice(0, -4));\n  await import(`./examples/${file}`);\n}",
    run: [process.execPath],
    extension: 'mjs',
  },
};

function isHere(label: string): boolean {
  const [command = '', ...words] = interpreters[label]?.works ?? [];
  const works = spawnSync(command, words, { stdio: 'ignore' }).status === 0;
  if (!works)
    console.warn(`\n!!! SKIPPED: the examples in ${label} are not run: "${[command, ...words].join(' ')}" does not work here.\n`);
  return works;
}

interface Expected {
  readonly body: string;
  readonly json: string;
  readonly rows: number;
  readonly line: string;
}
const answers = new Map<Example, Promise<Expected>>();

/** What the example must print, said by the API itself: the same in each language. */
async function expected(example: Example): Promise<Expected> {
  const answer = answers.get(example) ?? ask(example);
  answers.set(example, answer);
  return answer;
}

async function ask({ path, reads, shows = [] }: Example): Promise<Expected> {
  const { body } = await used.app.inject(path.replace(exampleId, id));
  const value = reads === 'json' ? shows.reduce<unknown>((inside, name) => (inside as never)[name], JSON.parse(body)) : undefined;
  return { body, json: String(value), rows: reads === 'csv' ? rowsOf(body).length : 0, line: body.split(/\r?\n/)[0]! };
}

describe.each(Object.keys(interpreters))('%s', (label) => {
  const here = isHere(label);
  const outputs = new Map<string, string>();
  let own: string;

  beforeAll(async () => {
    if (!here) return;
    const {
      extension,
      runner,
      run: [command = '', ...words],
    } = interpreters[label]!;
    own = join(folder, label);
    await mkdir(join(own, 'examples'), { recursive: true });
    for (const [name, example] of Object.entries(examples)) {
      const { source } = codeSamples(example).find((one) => one.label === label)!;
      const text = source.replaceAll(exampleOrigin, origin).replaceAll(exampleId, id);
      await writeFile(join(own, 'examples', `${name}.${extension}`), text);
    }
    const file = join(own, `run.${extension}`);
    await writeFile(file, runner);
    const { stdout } = await run(command, [...words, file], { cwd: own, encoding: 'utf8', maxBuffer: 64 * 2 ** 20 });
    for (const [, name = '', output = ''] of stdout.matchAll(/^=== (\w+) ?$([\s\S]*?)(?=^=== |$(?![\s\S]))/gm))
      outputs.set(name, output.trim());
  });

  test.skipIf(!here).each(Object.entries(examples))('%s', async (name, example) => {
    const { body, json, rows, line } = await expected(example);
    const output = outputs.get(name);
    const ofThisServer = (text: string) => text.replaceAll(/http:\/\/localhost(?::80)?(?=\/)/g, origin);
    // Live figures of the process differ from one request to the next, in lines after the first.
    if (example.reads === 'file') expect((await readFile(join(own, example.file!))).length).toBeGreaterThan(0);
    else if (label === 'curl') expect(output?.split('\n')[0]).toBe(ofThisServer(body.trim().split('\n')[0]!));
    else if (example.reads === 'json') expect(output).toBe(ofThisServer(json));
    else if (example.reads === 'csv' && label !== 'JavaScript') expect(Number(output)).toBe(rows);
    else expect(output).toBe(line.trim());
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
