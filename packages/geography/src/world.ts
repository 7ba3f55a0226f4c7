/** Node only: regions and people of all locations outside the region. */
import { readFileSync } from 'node:fs';
import { learnLocations, type LocationKnowledge } from './learn.ts';

const lines = (name: string) =>
  readFileSync(new URL(`../data/${name}`, import.meta.url), 'utf8')
    .trim()
    .split('\n');

let known: ReadonlyMap<string, LocationKnowledge> | undefined;

function world(): ReadonlyMap<string, LocationKnowledge> {
  if (known) return known;
  const found = new Map<string, LocationKnowledge & { regions: { code: string; name: string }[] }>();
  const at = (code: string) => found.get(code) ?? found.set(code, { code, regions: [] }).get(code)!;
  for (const line of lines('world-regions.tsv')) {
    const [code = '', name = ''] = line.split('\t');
    at(code.slice(0, 2)).regions.push({ code, name });
  }
  for (const line of lines('world-population.txt')) {
    const [code = '', first, ...people] = line.split(' ');
    found.set(code, { ...at(code), population: { first_year: Number(first), people: people.map(Number) } });
  }
  return (known = found);
}

/** Makes all of them known in this thread. */
export function learnTheWorld(): void {
  learnLocations([...world().values()]);
}

/** What a browser learns of some locations. Those in the region it knows already. */
export function knowledgeOf(codes: readonly string[]): LocationKnowledge[] {
  return codes.flatMap((code) => world().get(code) ?? []);
}
