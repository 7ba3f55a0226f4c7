import { comparisons, type Expression, expressionLimits, FilterExpressionError, temporalOperators } from './expression.ts';
import { readExpression } from './read-json.ts';
import { type Token, tokensOf } from './tokens.ts';

/**
 * Reads a filter in CQL2 text: its grammar makes CQL2 JSON of it, and what that means is checked there. Also reads `ILIKE`, which some
 * clients write for `CASEI(…) LIKE CASEI(…)`. Throws `FilterExpressionError`.
 */
export function readExpressionText(text: string): Expression {
  if (text.length > expressionLimits.length)
    throw new FilterExpressionError(`The filter must be ${expressionLimits.length} characters or fewer.`);
  return readExpression(new Grammar(text).all());
}

const mostDepth = expressionLimits.depth * 2;

/** One rule of the grammar a method; each leaves the position behind what it has read. */
class Grammar {
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#tokens = tokensOf(text);
  }

  all(): unknown {
    const expression = this.#either();
    if (this.#next.kind !== 'end') return this.#expected('AND, OR or the end');
    return expression;
  }

  get #next(): Token {
    return this.#tokens[this.#at]!;
  }

  #either(): unknown {
    return this.#joined('or', () => this.#joined('and', () => this.#factor()));
  }

  #joined(word: 'and' | 'or', part: () => unknown): unknown {
    const parts = [part()];
    while (this.#takes(word)) parts.push(part());
    return parts.length === 1 ? parts[0] : { op: word, args: parts };
  }

  #factor(): unknown {
    this.#depth += 1;
    if (this.#depth > mostDepth) throw new FilterExpressionError('The filter has too many parentheses within each other.');
    const factor = this.#takes('not') ? { op: 'not', args: [this.#factor()] } : this.#primary();
    this.#depth -= 1;
    return factor;
  }

  #primary(): unknown {
    if (this.#takes('(')) {
      const inner = this.#either();
      this.#need(')');
      return inner;
    }
    if (this.#takes('true')) return true;
    if (this.#takes('false')) return false;
    const functionName = this.#functionName;
    if (functionName !== undefined && functionName !== 'casei') {
      const op = [...temporalOperators, 's_intersects'].find((one) => one === functionName);
      if (op === undefined) throw new FilterExpressionError(`The function "${functionName.slice(0, 50)}" is not supported.`);
      this.#at += 1;
      return { op, args: this.#list(() => this.#value()) };
    }
    return this.#comparison(this.#value());
  }

  /** The word before a parenthesis, in lower case. */
  get #functionName(): string | undefined {
    const { kind, text } = this.#next;
    return kind === 'word' && this.#tokens[this.#at + 1]?.text === '(' ? text.toLowerCase() : undefined;
  }

  #comparison(operand: unknown): unknown {
    const op = comparisons.find((one) => this.#takes(one));
    if (op !== undefined) return { op, args: [operand, this.#value()] };
    if (this.#takes('is')) {
      const negated = this.#takes('not');
      this.#need('null');
      return negate(negated, { op: 'isNull', args: [operand] });
    }
    const negated = this.#takes('not');
    if (this.#takes('like')) return negate(negated, { op: 'like', args: [operand, this.#value()] });
    if (this.#takes('ilike'))
      return negate(negated, {
        op: 'like',
        args: [
          { op: 'casei', args: [operand] },
          { op: 'casei', args: [this.#value()] },
        ],
      });
    if (this.#takes('in')) return negate(negated, { op: 'in', args: [operand, this.#list(() => this.#value())] });
    if (this.#takes('between')) {
      const least = this.#value();
      this.#need('and');
      return negate(negated, { op: 'between', args: [operand, least, this.#value()] });
    }
    return this.#expected('a comparison such as =, <, IN, LIKE or IS NULL');
  }

  #value(): unknown {
    const { kind, text } = this.#next;
    const functionName = this.#functionName;
    if (kind === 'end' || kind === 'sign') return this.#expected('a property or a value');
    this.#at += 1;
    if (kind === 'string') return text;
    if (kind === 'number') return Number(text);
    if (kind === 'name' || functionName === undefined) return { property: text };
    return this.#literal(functionName);
  }

  /** A value that is written as a function: the parenthesis comes next. */
  #literal(name: string): unknown {
    switch (name) {
      case 'casei':
        return { op: 'casei', args: this.#list(() => this.#value()) };
      case 'date':
      case 'timestamp':
        return { [name]: this.#list(() => this.#value())[0] };
      case 'interval':
        return { interval: this.#list(() => this.#value()) };
      case 'bbox':
        return { bbox: this.#list(() => this.#number()) };
      case 'point':
        return { type: 'Point', coordinates: this.#list(() => this.#position())[0] };
      case 'polygon':
        return { type: 'Polygon', coordinates: this.#rings() };
      case 'multipolygon':
        return { type: 'MultiPolygon', coordinates: this.#list(() => this.#rings()) };
      default:
        throw new FilterExpressionError(`The function "${name.slice(0, 50)}" is not supported.`);
    }
  }

  #rings(): unknown[] {
    return this.#list(() => this.#list(() => this.#position()));
  }

  #position(): number[] {
    const position = [this.#number()];
    while (this.#next.kind === 'number') position.push(this.#number());
    return position;
  }

  #number(): number {
    const { kind, text } = this.#next;
    if (kind !== 'number') return this.#expected('a number');
    this.#at += 1;
    return Number(text);
  }

  /** One or more in parentheses, with commas between. */
  #list<Item>(item: () => Item): Item[] {
    this.#need('(');
    const items = [item()];
    while (this.#takes(',')) items.push(item());
    this.#need(')');
    return items;
  }

  /** Goes past a sign or a word of the language, if it comes next. */
  #takes(wanted: string): boolean {
    const { kind, text } = this.#next;
    const found = (kind === 'sign' && text === wanted) || (kind === 'word' && text.toLowerCase() === wanted);
    if (found) this.#at += 1;
    return found;
  }

  #need(wanted: string): void {
    if (!this.#takes(wanted)) this.#expected(/[a-z]/.test(wanted) ? wanted.toUpperCase() : `"${wanted}"`);
  }

  #expected(wanted: string): never {
    const { kind, text, at } = this.#next;
    const found = kind === 'end' ? 'the filter ends' : `there is "${text.slice(0, 50)}"`;
    throw new FilterExpressionError(`Expected ${wanted} at character ${at + 1} of the filter, where ${found}.`);
  }
}

function negate(negated: boolean, expression: unknown): unknown {
  return negated ? { op: 'not', args: [expression] } : expression;
}
