import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readContext } from '../command-context.ts';
import { program } from '../program.ts';

test('docs/importing.md names every option of monitor import', () => {
  const guide = readFileSync(new URL('../../../../docs/importing.md', import.meta.url), 'utf8');
  const commands = program(readContext({}, new AbortController().signal), () => undefined);
  const options = commands.commands.find((command) => command.name() === 'import')!.options;
  expect(options.map(({ long }) => long).filter((name) => name !== '--format' && !guide.includes(`\n| \`${name}`))).toEqual([]);
  expect(guide).toContain('monitor import FILE… --format FORMAT');
});
