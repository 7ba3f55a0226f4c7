import { FilterExpressionError } from './expression.ts';

/** A part of a text in CQL2. */
export interface Token {
  /** `name` is a property in double quotes, `word` one without, or a word of the language. */
  readonly kind: 'word' | 'name' | 'string' | 'number' | 'sign' | 'end';
  /** What it says, without quotes and escapes. */
  readonly text: string;
  /** Position of its first character, counted from 0. */
  readonly at: number;
}

const patterns = [
  ['number', /[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y],
  ['word', /[\p{L}_][\p{L}\p{M}\p{N}_.:]*/uy],
  ['name', /"((?:[^"]|"")*)"/y],
  ['string', /'((?:[^'\\]|''|\\[\s\S])*)'/y],
  ['sign', /<>|<=|>=|[=<>(),]/y],
] as const;

/** The parts of a text, and one for its end. Throws `FilterExpressionError` at a character that begins none. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = skipSpace(text, 0);
  while (at < text.length) {
    const [found, length] = tokenAt(text, at);
    tokens.push(found);
    at = skipSpace(text, at + length);
  }
  return [...tokens, { kind: 'end', text: '', at: text.length }];
}

function tokenAt(text: string, at: number): [Token, number] {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) return [{ kind, text: plain(kind, found[1] ?? found[0]), at }, found[0].length];
  }
  const character = text[at] ?? '';
  const hint = character === "'" || character === '"' ? ' The closing quote is missing.' : '';
  throw new FilterExpressionError(`The character ${character} at position ${at + 1} of the filter is not expected.${hint}`);
}

/** In text, two quotes and an escaped quote are one, and two backslashes are one; others are meant for patterns. */
function plain(kind: Token['kind'], text: string): string {
  if (kind === 'name') return text.replaceAll('""', '"');
  return kind === 'string' ? text.replace(/''|\\(['\\])/g, (_, escaped?: string) => escaped ?? "'") : text;
}

function skipSpace(text: string, at: number): number {
  const space = /\s*/y;
  space.lastIndex = at;
  return at + (space.exec(text)?.[0].length ?? 0);
}
