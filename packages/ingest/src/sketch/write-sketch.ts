import { Document, isMap, isScalar, isSeq, type Node, type Scalar } from 'yaml';
import { inQuotes, oneLine } from '../findings.ts';
import { type Path, percent } from './draft.ts';
import type { MappingSketch } from './sketch-mapping.ts';

/** Characters of a line of comments. */
const width = 118;

/**
 * A mapping file with a comment for each guess, and what only a person can say as questions.
 * @param about the first lines: the file, and what to do next
 */
export function writeSketch({ mapping, guesses, questions, notRead }: MappingSketch, about: readonly string[]): string {
  const document = new Document(mapping, { aliasDuplicateObjects: false });
  const comments = new Map<Scalar, string[]>();
  const add = (path: Path, text: string) => {
    const key = keyOf(document, path);
    if (key) comments.set(key, [...(comments.get(key) ?? []), ...wrapped(text)]);
  };
  for (const { path, columns, reason, share } of guesses) {
    const from = columns.length === 0 ? '' : `${columns.map(inQuotes).join(', ')}: `;
    add(path, `${from}${reason}${share === undefined ? '' : ` (${percent(share)} of its cells)`}.`);
  }
  for (const { path, text, line } of questions) {
    add(path, `QUESTION: ${text}`);
    if (line !== undefined) add(path, line);
  }
  // A comment before the first key of a map is otherwise lost before the map itself.
  for (const [key, lines] of comments) key.commentBefore = lines.map((line) => ` ${line}`).join('\n');
  document.commentBefore = [
    ...about,
    ...(notRead.length > 0 ? [`Columns that are not read: ${notRead.map(inQuotes).join(', ')}.`] : []),
  ]
    .flatMap((line) => (line.startsWith(' ') ? [oneLine(line)] : wrapped(line)))
    .map((line) => ` ${line}`)
    .join('\n');
  fold(document.contents);
  return document.toString({ lineWidth: 0 });
}

/** The key at a path, before which a comment about it is. */
function keyOf(document: Document, path: Path): Scalar | undefined {
  const parent = document.getIn(path.slice(0, -1), true);
  const last = path.at(-1);
  if (isSeq(parent)) {
    const entry = parent.items[Number(last)];
    return isMap(entry) && isScalar(entry.items[0]?.key) ? entry.items[0].key : undefined;
  }
  const pair = isMap(parent) ? parent.items.find(({ key }) => isScalar(key) && key.value === last) : undefined;
  return isScalar(pair?.key) ? pair.key : undefined;
}

/** Writes short fields on one line. */
function fold(node: unknown, depth = 0): void {
  if (isSeq(node)) {
    if (node.items.every(isScalar)) node.flow = true;
    else for (const item of node.items) fold(item, depth + 1);
  } else if (isMap(node)) {
    for (const { value } of node.items) fold(value, depth + 1);
    const isPlain = (value: unknown) => isScalar(value) || (isSeq(value) && value.items.every(isScalar));
    if (
      depth > 1 &&
      node.items.every(({ value }) => isPlain(value)) &&
      node.items.every(({ key }) => isScalar(key) && !key.commentBefore) &&
      node.items.length <= 2
    )
      (node as Node & { flow: boolean }).flow = true;
  }
}

function wrapped(text: string): string[] {
  const lines = [''];
  for (const word of oneLine(text).split(/ +/)) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && line.length + word.length + 1 > width) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines;
}
