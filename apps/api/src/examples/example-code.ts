import { type Example } from './examples.ts';

/** The address in examples, where the program listens unless it is told otherwise. */
export const exampleOrigin = 'http://127.0.0.1:8080';

/** A document with examples, as JSON, in which they name the server that it is read from. */
export function atOrigin(json: string, origin: string): string {
  return json.replaceAll(exampleOrigin, () => JSON.stringify(origin).slice(1, -1));
}

/** An example in one language. */
export interface CodeSample {
  /** Name of the language as highlighters know it. */
  readonly lang: string;
  /** Name for people. */
  readonly label: string;
  readonly source: string;
}

/** Languages and what writes an example in each. They need nothing that does not come with them, R apart, which needs jsonlite. */
const languages: readonly { readonly lang: string; readonly label: string; readonly write: (example: Example) => string }[] = [
  { lang: 'bash', label: 'curl', write: inCurl },
  { lang: 'r', label: 'R', write: inR },
  { lang: 'python', label: 'Python', write: inPython },
  { lang: 'javascript', label: 'JavaScript', write: inJavaScript },
];

/** The example in every language. What it prints or saves is the same in all of them, but in curl, which shows the whole answer. */
export function codeSamples(example: Example): CodeSample[] {
  return languages.map(({ lang, label, write }) => ({ lang, label, source: write(example) }));
}

/** The address in quotes. None of the table has a quote or a backslash. */
function addressOf({ path }: Example): string {
  return `'${exampleOrigin}${path}'`;
}

function inCurl(example: Example): string {
  const output = example.reads === 'file' ? ` --output ${example.file}` : '';
  return `curl --fail --silent --show-error ${addressOf(example)}${output}`;
}

function inR(example: Example): string {
  const address = `address <- ${addressOf(example)}`;
  switch (example.reads) {
    case 'json': {
      const shown = (example.shows ?? []).map((name) => `[[${typeof name === 'number' ? name + 1 : `"${name}"`}]]`).join('');
      return [
        'library(jsonlite)',
        address,
        'answer <- fromJSON(address, simplifyVector = FALSE)',
        `cat(format(answer${shown}), "\\n")`,
      ].join('\n');
    }
    case 'csv':
      return [address, 'rows <- read.csv(address, encoding = "UTF-8")', 'cat(nrow(rows), "\\n")'].join('\n');
    case 'text':
      return [address, 'text <- readLines(address, encoding = "UTF-8")', 'cat(text[1], "\\n")'].join('\n');
    case 'file':
      return [address, `download.file(address, "${example.file}", mode = "wb")`].join('\n');
  }
}

function inPython(example: Example): string {
  const address = `address = ${addressOf(example)}`;
  switch (example.reads) {
    case 'json': {
      const shown = (example.shows ?? []).map((name) => `[${typeof name === 'number' ? name : `'${name}'`}]`).join('');
      return [
        'import json',
        'from urllib.request import urlopen',
        '',
        address,
        'with urlopen(address) as response:',
        '    answer = json.load(response)',
        `print(answer${shown})`,
      ].join('\n');
    }
    case 'csv':
      return [
        'import csv',
        'import io',
        'from urllib.request import urlopen',
        '',
        address,
        'with urlopen(address) as response:',
        "    rows = list(csv.DictReader(io.TextIOWrapper(response, 'utf-8', newline='')))",
        'print(len(rows))',
      ].join('\n');
    case 'text':
      return [
        'from urllib.request import urlopen',
        '',
        address,
        'with urlopen(address) as response:',
        "    text = response.read().decode('utf-8')",
        'print(text.splitlines()[0])',
      ].join('\n');
    case 'file':
      return ['from urllib.request import urlretrieve', '', address, `urlretrieve(address, '${example.file}')`].join('\n');
  }
}

function inJavaScript(example: Example): string {
  const request = [
    `const address = ${addressOf(example)};`,
    'const response = await fetch(address);',
    'if (!response.ok) throw new Error(await response.text());',
  ];
  switch (example.reads) {
    case 'json': {
      const shown = (example.shows ?? []).map((name) => `[${typeof name === 'number' ? name : `'${name}'`}]`).join('');
      return [...request, 'const answer = await response.json();', `console.log(answer${shown});`].join('\n');
    }
    case 'csv':
    case 'text':
      return [...request, 'const text = await response.text();', "console.log(text.split('\\n')[0]);"].join('\n');
    case 'file':
      return [
        "import { writeFile } from 'node:fs/promises';",
        '',
        ...request,
        `await writeFile('${example.file}', Buffer.from(await response.arrayBuffer()));`,
      ].join('\n');
  }
}
