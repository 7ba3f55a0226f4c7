import { jurisdictions } from '@monitor/geography';
import { jurisdictionCode } from '@monitor/geography/world';
import { expect, test } from 'vitest';
import { runInEnvironment } from '../../database-tests/run-command.ts';

const countries = async (...words: readonly string[]) => (await runInEnvironment(['countries', ...words], {})).output;

test('monitor countries lists every location that files can name', async () => {
  const [header, ...lines] = (await countries()).trimEnd().split('\n');
  expect(header).toMatch(/^Code {2}Name +Regions {2}Population$/);
  expect(lines.map((line) => line.slice(0, 2))).toEqual(jurisdictions.map(({ code }) => code));
  expect(lines.find((line) => line.startsWith('RS'))).toMatch(/^RS +Serbia +25 +\d,\d{3},\d{3}$/);
});

test.each([
  ['ser', ['RS']],
  ['rs', ['RS']],
  ['Srbija', ['RS']],
  ['Kosovo', ['XK']],
  ['TÜRKİYE', ['TR']],
])('%s finds its locations', async (word, codes) => {
  const found = JSON.parse(await countries(word, '--json')) as { code: string }[];
  expect(found.map(({ code }) => code)).toEqual(expect.arrayContaining(codes));
  expect(found.length).toBeLessThan(jurisdictions.length / 2);
});

test('as JSON, a population that is not known is null', async () => {
  const found = JSON.parse(await countries('--json')) as { code: string; population: number | null }[];
  for (const { code, population } of found) {
    expect(jurisdictionCode(code)).toBe(code);
    if (population !== null) expect(population).toBeGreaterThan(0);
  }
});

test('a word that nothing is called is answered with how to list all', async () => {
  expect(await runInEnvironment(['countries', 'Narnia'], {})).toEqual({
    code: 1,
    output: '',
    errors: 'No location is called "Narnia". To list all of them: npx pnpm@12.4.2 monitor countries\n',
  });
});
