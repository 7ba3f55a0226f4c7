import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtInFormat } from './built-in.ts';
import { builtInFormatNames, mappedFormatNames, mappedFormatsFolder } from './format-names.ts';

describe.each(builtInFormatNames)('the built-in format %s', (name) => {
  it('is known by this name, and knows what its dataset is called and to whom it is due', async () => {
    expect(await builtInFormat(name)).toMatchObject({
      name,
      dataset: { title: expect.any(String), licence: expect.any(String), attribution: expect.any(String) },
    });
  });

  it('has a test', () => {
    expect(existsSync(new URL(`${name}.test.ts`, import.meta.url))).toBe(true);
  });

  it.skipIf(!mappedFormatNames.includes(name))('says what it reads, where the file is, and what is not read', () => {
    expect(readFileSync(new URL(`${name}.yaml`, mappedFormatsFolder), 'utf8')).toMatch(
      /^# .+: one row per \w+.*\n#\n(?:#.*\n)*#.*https:\/\/(?:.*\n)*# Not read: /,
    );
  });
});

it('is none of another name', async () => {
  expect(await builtInFormat('generic')).toBeUndefined();
});
