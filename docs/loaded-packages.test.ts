import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** The packages that a source file loads, by itself or by others of this package. Types load nothing. */
function packagesOf(file: URL, seen = new Set<string>()): Set<string> {
  const found = new Set<string>();
  if (seen.has(file.href)) return found;
  seen.add(file.href);
  const source = readFileSync(file, 'utf8').replaceAll(/^(?:import|export) type [^;]*;/gm, '');
  for (const [, path = ''] of source.matchAll(/from '([^']+)'/g))
    for (const name of path.startsWith('.') ? packagesOf(new URL(path, file), seen) : [path]) found.add(name);
  return found;
}

test('TypeBox is loaded for the schemas only', () => {
  expect(packagesOf(new URL('../packages/contract/src/index.ts', import.meta.url))).toContain('typebox');
  expect([...packagesOf(new URL('../packages/contract/src/without-schemas.ts', import.meta.url))]).toEqual(['@monitor/domain']);
});
