import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const repository = fileURLToPath(new URL('../', import.meta.url));

/**
 * Phrases that nobody says, each with what to write instead. Not a whole style guide: the turns of phrase that this product once had
 * everywhere. A phrase that comes up in a review belongs here.
 */
const relapses: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [/\banew\b/i, '"again", "reload", "update"'],
  [/\blet(s|ting)? go of\b/i, '"remove"'],
  [/\btried again (by itself|every)\b/i, '"retrying every 10 seconds"'],
  [/\bas the system\b(?! account)/i, '"use device setting"'],
  [/\b(can|could|cannot) (not )?be drawn\b/i, '"displayed"'],
  [/(?<!\b[Tt]here )\bis no (day|date|word|text|number|vote|rate|row|value|code|folder|file|name|wish)\b/, '"is not a …"'],
  [/\bpossible are\b|\bpossible:/i, '"allowed values: …"'],
  [/\bdead by suicide\b/i, '"died by suicide"'],
  [/\b(counted|kept|suicides) apart\b/i, '"counted separately"'],
  [/\b(rows?|bytes?|requests?|lines?|columns?|files?|tests?|answers?) an? (incident|second|field|row|endpoint|hour)\b/i, '"per …"'],
  [/\bby no more than chance\b|\btold apart\b/i, '"no clear difference", "in line with …"'],
  [/\bcovered in part only\b/i, '"incomplete"'],
  [/\bper cent\b/i, '"%"'],
  [
    /\bdata (are|were|have|do|end|begin|start|stop|cover|come|go|reach|hold|keep|belong|show|change|exist)\b|\b(are|were) no data\b|\bdata, and (how|where) they\b/i,
    'data is singular: "the data ends on …"',
  ],
  [/\b(can|could) name nobody\b/i, '"cannot name anyone"'],
  [/\bnot to be had\b/i, '"not available"'],
  [/\bdoes not fit (these|this|together)\b|\bfits? these filters\b|\bunder these filters\b/i, '"no matching incidents"'],
  [/\b(\d+|\}\}) chosen\b/, '"selected"'],
  [/\bone's turn\b|\bwhoever (asks|reads|calls)\b/i, 'the person or program itself'],
];

/** Only what is shown to people who use the product: here a request is not called a question either. */
const inMessages: typeof relapses = [...relapses, [/\bquestion\b/i, '"request"'], [/\bwas asked\b/i, '"requested"']];

/** Only in comments: a condition begins with "if", a place with "where". */
const inComments: typeof relapses = [
  ...relapses,
  [/\b(undefined|null|absent|true|false|empty|nothing|none) where\b/i, '"undefined if …"'],
  [/\bwhere ((there (is|are) (none|no))|((it is |they are )?left out))\b/i, '"if there is none", "if left out"'],
  [/\bwhere nothing (is|was|are|has)\b/, '"if nothing is …"'],
  [/\bits? name in itself\b|\bof late\b|\bholds? up (him|her|it|them)sel/i, 'what happens, in the usual order of words'],
];

async function namesUnder(folder: string, ending: RegExp): Promise<string[]> {
  const names = await readdir(join(repository, folder), { recursive: true });
  return names
    .filter((name) => ending.test(name) && !/(^|\/)(node_modules|dist)\/|\.test\./.test(name))
    .map((name) => `${folder}/${name}`);
}

const read = (name: string) => readFile(join(repository, name), 'utf8');

/** Every text of a JSON value. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

/** Texts of several words in a program, without its comments. */
function messagesOf(program: string): string[] {
  const code = program.replaceAll(/\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/.*$/gm, '');
  return [...code.matchAll(/'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/g)]
    .map(([text]) => text)
    .filter((text) => /\w \w+ \w/.test(text));
}

/** The comments of a program, each whole. */
function commentsOf(program: string): string[] {
  return [...program.matchAll(/\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/.*$/gm)].map(([text]) => text);
}

/** What of it has relapsed, each with what to write instead. */
function relapsesIn(texts: readonly string[], of: typeof relapses): string[] {
  return texts.flatMap((text) =>
    of.flatMap(([pattern, instead]) => {
      const found = pattern.exec(text);
      return found === null
        ? []
        : `“…${text.slice(Math.max(0, found.index - 40), found.index + 60).replaceAll('\n', ' ')}…”: ${instead}`;
    }),
  );
}

test.each(await namesUnder('apps/web/src', /(^|\/)locales\/en\.json$/))(
  'the interface says it in plain English: %s',
  async (name) => {
    expect(relapsesIn(textsOf(JSON.parse(await read(name))), inMessages)).toEqual([]);
  },
);

test.each(['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', ...(await namesUnder('docs', /\.md$/))])(
  'the document says it in plain English: %s',
  async (name) => {
    expect(relapsesIn((await read(name)).split(/\n{2,}|\n(?=[-|#\d])/), relapses)).toEqual([]);
  },
);

test('the description of the API is in plain English', async () => {
  expect(relapsesIn(textsOf(JSON.parse(await read('docs/openapi.json'))), inMessages)).toEqual([]);
});

test.each(['apps/api', 'apps/cli', 'packages/contract', 'packages/domain', 'packages/ingest', 'packages/demo'])(
  'the messages are in plain English: %s',
  async (folder) => {
    const texts = (await Promise.all((await namesUnder(`${folder}/src`, /\.ts$/)).map(read))).flatMap(messagesOf);
    expect(texts.length).toBeGreaterThan(0);
    expect(relapsesIn(texts, inMessages)).toEqual([]);
  },
);

test.each(['apps', 'packages', 'testing', 'docs'])('the comments are in plain English: %s', async (folder) => {
  const names = await readdir(join(repository, folder), { recursive: true });
  const sources = names.filter((name) => /\.(tsx?|css|mjs)$/.test(name) && !/(^|\/)(node_modules|dist|dist-server)\//.test(name));
  const found = await Promise.all(
    sources.map(async (name) =>
      relapsesIn(commentsOf(await read(`${folder}/${name}`)), inComments).map((one) => `${name}: ${one}`),
    ),
  );
  expect(sources.length).toBeGreaterThan(0);
  expect(found.flat()).toEqual([]);
});
