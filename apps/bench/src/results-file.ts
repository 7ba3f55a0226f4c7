import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { BenchContext } from './setting/cleanup.ts';

/** Documents that show results, which are kept in a file of the same name in `apps/bench/results`. */
type DocumentName = 'performance' | 'reliability';

const pathOf = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const resultsPath = (name: DocumentName) => pathOf(`apps/bench/results/${name}.json`);

/** What was measured last; undefined if nothing is kept. JSON has no infinite times, such as those of failed checks, only null. */
export async function keptResults<Results>(name: DocumentName): Promise<Results | undefined> {
  const text = await readFile(resultsPath(name), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text, (_, value: unknown) => value ?? Infinity) as Results);
}

/** Keeps results and writes the document that shows them, or returns the document to print it. */
export async function publish(
  name: DocumentName,
  results: object,
  document: string,
  write: boolean,
  { tell }: BenchContext,
): Promise<string> {
  if (!write) return document;
  await writeFile(resultsPath(name), `${JSON.stringify(results)}\n`);
  await writeFile(pathOf(`docs/${name}.md`), document);
  tell(`Written to docs/${name}.md and ${resultsPath(name)}`);
  return '';
}
