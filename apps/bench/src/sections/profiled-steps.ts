import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The parts of a V8 profile that are read: https://chromedevtools.github.io/devtools-protocol/tot/Profiler/#type-Profile */
interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string };
    readonly children?: readonly number[];
  }[];
  readonly samples: readonly number[];
  /** Microseconds. */
  readonly timeDeltas: readonly number[];
}

/** What an import does, by the files in which it does it; the first that fits. */
const steps: readonly (readonly [step: string, files: RegExp])[] = [
  ['reading rows', /csv-parse|iconv|ingest\/dist\/(kinds|unpack|survey-file|detect|read-rows|row|group)/],
  ['report', /ingest\/dist\/(import|publication|report)|cli\/dist\/(import-files|reading-position|progress)/],
  ['placing', /ingest\/dist\/place|geography\/|kdbush|flatbush|country-coder|point-in-polygon|tinyqueue|domain\/dist\/withhold/],
  ['checking', /ingest\/dist\/|domain\/dist\/(source-link|media|vocabular|date)/],
  ['storing', /store\/dist\/connection|store\/dist\/import\/(draft-store|sort-out|staging|merge)|node_modules\/postgres|drizzle/],
  ['preparing', /store\/dist\/|domain\/dist\//],
  ['Node.js itself', /^node:/],
];

/** Milliseconds of the only profile in a folder by step, the longest first. What has no file of its own counts to what calls it. */
export async function profiledSteps(folder: string): Promise<[step: string, milliseconds: number][]> {
  const [name = ''] = await readdir(folder);
  return stepsOf(JSON.parse(await readFile(join(folder, name), 'utf8')) as Profile);
}

export function stepsOf({ nodes, samples, timeDeltas }: Profile): [step: string, milliseconds: number][] {
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const known = new Map<number, string>();
  const stepOf = (id: number): string => {
    const { functionName = '', url = '' } = byId.get(id)?.callFrame ?? {};
    if (functionName === '(idle)') return 'waiting';
    if (functionName === '(garbage collector)') return 'collecting garbage';
    const own = steps.find(([, files]) => files.test(url))?.[0];
    const parent = parents.get(id);
    return own ?? (parent === undefined ? 'starting and other' : (known.get(parent) ?? stepOf(parent)));
  };
  for (const { id } of nodes) known.set(id, stepOf(id));
  const sums = new Map<string, number>();
  for (const [at, id] of samples.entries()) {
    const step = known.get(id) ?? '';
    sums.set(step, (sums.get(step) ?? 0) + (timeDeltas[at] ?? 0) / 1000);
  }
  return [...sums].toSorted(([, one], [, other]) => other - one);
}
