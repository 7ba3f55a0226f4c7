import { Tokenizer, TokenParser, TokenType } from '@streamparser/json';
import iconv from 'iconv-lite';
import { FileError } from '../findings.ts';
import { validUtf8 } from '../detect-encoding.ts';
import type { ReadRowsOptions } from '../read-rows.ts';
import type { SurveyedFile } from '../survey-file.ts';
import { readChunks } from '../unpack.ts';

/** Names of keys, and numbers of items of lists, from the top of a file or a record. */
export type JsonPath = readonly (string | number)[];

/** What happens while a file of JSON is read. */
export interface JsonHandler {
  /** A text, a number as it is written, true or false; null for null and for an empty list or object. */
  readonly onValue: (path: JsonPath, text: string | null) => void;
  /** An object ends, and all that is in it has been seen. */
  readonly onObject: (path: JsonPath) => void;
}

/** Bytes of the longest text that is read. */
export const longestText = 1024 * 1024;
/** How many lists and objects may be in each other. */
const deepest = 100;

/**
 * Reads the values of a file one after the other, in memory that does not grow with it: one value, or several after each other (JSON lines).
 * Gives a turn after each portion, in which what was found can be taken away.
 * @throws FileError where it is not JSON. It never repeats what is there.
 */
export async function* readJson(file: SurveyedFile, handler: JsonHandler, options: ReadRowsOptions): AsyncGenerator<void> {
  const walker = new Walker(handler);
  const broken = () => {
    const reason = walker.refusal ?? 'this is not valid JSON';
    const place = walker.records === 0 ? 'near the beginning' : `after record ${walker.records}`;
    return new FileError(`${file.name}: ${reason} ${place}. If the file was cut off, get it again. If not, correct it there.`);
  };
  // The parser only takes what is valid throughout.
  const decoder = file.encoding.because === validUtf8 ? undefined : iconv.getDecoder(file.encoding.name);
  const take = (chunk: Buffer | string | undefined) => {
    try {
      if (chunk === undefined) walker.end();
      else walker.write(chunk);
    } catch (error) {
      throw error instanceof FileError ? error : broken();
    }
  };
  for await (const chunk of readChunks(file.source, options)) {
    take(decoder ? decoder.write(chunk) : chunk);
    yield;
  }
  take(decoder?.end() ?? '');
  take(undefined);
  yield;
}

/** How many steps of a path lead to a record: to an item of the first list, or none. */
export function recordDepth(path: JsonPath): number {
  return path.findIndex((step) => typeof step === 'number') + 1;
}

interface Level {
  readonly isList: boolean;
  isEmpty: boolean;
}

/** Leaves numbers as they are written. */
class TextTokenizer extends Tokenizer {
  protected override parseNumber(text: string): number {
    return text as unknown as number;
  }
}

/** Follows the tokens of a file, and knows the path to each value. */
class Walker {
  /** Objects that have ended and are in nothing, and those in a single list. */
  #alone = 0;
  #listed = 0;
  /** Why the file is not read, if it is not for what the parser says. */
  refusal: string | undefined;
  #sinceToken = 0;
  readonly #handler: JsonHandler;
  readonly #tokenizer = new TextTokenizer();
  readonly #path: (string | number)[] = [];
  readonly #levels: Level[] = [];
  #isKeyNext = false;

  /** Records that have ended. Once an object in nothing has, those are the records, and lists are parts of them. */
  get records(): number {
    return this.#alone || this.#listed;
  }

  constructor(handler: JsonHandler) {
    this.#handler = handler;
    // Checks that the tokens are in the right order. It must keep no value: nothing has this path.
    const grammar = new TokenParser({ paths: ['$.\0'], keepStack: false, separator: '' });
    this.#tokenizer.onToken = (info) => {
      grammar.write(info);
      this.#take(info.token, info.value);
    };
  }

  write(chunk: Buffer | string): void {
    this.#sinceToken += chunk.length;
    this.#tokenizer.write(chunk);
    if (this.#sinceToken > longestText) this.#refuse('there is a text of more than 1 MB');
  }

  end(): void {
    this.#tokenizer.end();
    if (this.#levels.length > 0) throw new SyntaxError();
  }

  #refuse(reason: string): never {
    this.refusal = reason;
    throw new SyntaxError();
  }

  #take(token: TokenType, value: unknown): void {
    this.#sinceToken = 0;
    switch (token) {
      case TokenType.LEFT_BRACE:
      case TokenType.LEFT_BRACKET:
        return this.#enter(token === TokenType.LEFT_BRACKET);
      case TokenType.RIGHT_BRACE:
      case TokenType.RIGHT_BRACKET:
        return this.#leave();
      case TokenType.COMMA:
        return this.#next();
      case TokenType.STRING:
        if (this.#isKeyNext) {
          this.#isKeyNext = false;
          this.#path[this.#path.length - 1] = value as string;
          return;
        }
        return this.#value(value as string);
      case TokenType.NUMBER:
        return this.#value(value as string);
      case TokenType.TRUE:
        return this.#value('true');
      case TokenType.FALSE:
        return this.#value('false');
      case TokenType.NULL:
        return this.#value(null);
      case TokenType.COLON:
      case TokenType.SEPARATOR:
    }
  }

  #value(text: string | null): void {
    const level = this.#levels.at(-1);
    if (level) level.isEmpty = false;
    this.#handler.onValue(this.#path, text);
  }

  #enter(isList: boolean): void {
    const above = this.#levels.at(-1);
    if (above) above.isEmpty = false;
    if (this.#levels.length >= deepest) this.#refuse(`there are more than ${deepest} lists and objects in each other`);
    this.#levels.push({ isList, isEmpty: true });
    this.#path.push(isList ? 0 : '');
    this.#isKeyNext = !isList;
  }

  #leave(): void {
    const level = this.#levels.pop();
    this.#path.pop();
    this.#isKeyNext = false;
    if (level?.isEmpty) this.#handler.onValue(this.#path, null);
    if (level?.isList !== false) return;
    if (this.#levels.length === 0) this.#alone += 1;
    else if (recordDepth(this.#path) === this.#path.length) this.#listed += 1;
    this.#handler.onObject(this.#path);
  }

  #next(): void {
    const last = this.#path.length - 1;
    const item = this.#path[last];
    if (typeof item === 'number') this.#path[last] = item + 1;
    else this.#isKeyNext = true;
  }
}
