import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describeMachine, type Machine } from '../document/machine.ts';
import type { Chapter } from '../document/table.ts';
import type { ReliabilityOptions, ReliabilityPart } from '../options.ts';
import type { BenchContext } from '../setting/cleanup.ts';
import { faultsChapter } from './faults-chapter.ts';
import { crowdChapter } from './crowd-chapter.ts';
import { importsChapter } from './imports-chapter.ts';
import { clients, type CrowdMeasurement, measureCrowd } from './measure-crowd.ts';
import { measureFaults } from './measure-faults.ts';
import { type ImportGrowth, measureImports } from './measure-imports.ts';
import { measureSoak } from './measure-soak.ts';
import { withChapters } from './reliability-document.ts';
import { soakChapter } from './soak-chapter.ts';

const documentPath = fileURLToPath(new URL('../../../../docs/reliability.md', import.meta.url));

interface Part {
  readonly title: string;
  readonly measure: (options: ReliabilityOptions, machine: Machine, context: BenchContext) => Promise<Chapter>;
}

/** In the order of the document. */
const parts: Readonly<Record<ReliabilityPart, Part>> = {
  load: {
    title: `${clients} clients at once`,
    async measure({ sizes }, machine, context) {
      const measured: CrowdMeasurement[] = [];
      for (const incidents of sizes) measured.push(await measureCrowd(incidents, context));
      return crowdChapter(measured, machine);
    },
  },
  soak: {
    title: 'Soak',
    measure: async ({ minutes }, machine, context) => soakChapter(await measureSoak(minutes, context), machine),
  },
  imports: {
    title: 'Imports',
    async measure({ imports }, machine, context) {
      const measured: ImportGrowth[] = [];
      for (const incidents of imports) measured.push(await measureImports(incidents, context));
      return importsChapter(measured, machine);
    },
  },
  faults: {
    title: 'Kills and faults',
    measure: async ({ times }, machine, context) => faultsChapter(await measureFaults(times, context), machine),
  },
};

/** Measures the chosen parts, one after the other, and returns the document with their chapters, or nothing where it was written. */
export async function runReliability(options: ReliabilityOptions, context: BenchContext): Promise<string> {
  const machine = describeMachine();
  const chapters: Chapter[] = [];
  for (const [name, { title, measure }] of Object.entries(parts)) {
    if (!options.parts.has(name as ReliabilityPart)) continue;
    context.tell(title);
    chapters.push({ ...(await measure(options, machine, context)), title });
  }
  const before = await readFile(documentPath, 'utf8').catch(() => '');
  const titles = Object.values(parts).map(({ title }) => title);
  const text = withChapters(before, titles, chapters);
  if (!options.write) return text;
  await writeFile(documentPath, text);
  context.tell(`Written to ${documentPath}`);
  return '';
}
