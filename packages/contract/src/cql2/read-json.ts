import { isIsoDate } from '@monitor/domain';
import {
  type AreaLiteral,
  type CaseInsensitive,
  type ClosedRing,
  type Comparison,
  comparisons,
  type DayLiteral,
  type Expression,
  expressionLimits,
  FilterExpressionError,
  type IntervalLiteral,
  type Literal,
  type Operand,
  type PropertyName,
  type TemporalOperator,
  temporalOperators,
} from './expression.ts';
import { type QueryableKind, queryables } from './queryables.ts';

/**
 * Reads a filter in CQL2 JSON, already parsed. What it gives back is in one form: days without a time, areas with longitude and latitude
 * only. Throws `FilterExpressionError` on anything that is not supported, on a property that is not a queryable, and on a value that
 * the property cannot have by its type.
 */
export function readExpression(given: unknown): Expression {
  const counted = { predicates: 0, corners: 0 };

  function read(node: unknown, depth: number): Expression {
    if (depth > expressionLimits.depth)
      return refuse(`The filter is nested too deeply: at most ${expressionLimits.depth} expressions can be within each other.`);
    if (typeof node === 'boolean') return node;
    const { op, args } = readNode(node);
    if (op === 'and' || op === 'or') {
      if (args.length < 2) return refuse(`"${op}" takes two or more expressions.`);
      return { op, args: args.map((arg) => read(arg, depth + 1)) };
    }
    if (op === 'not') return { op, args: [read(only(op, args, 1)[0], depth + 1)] };
    counted.predicates += 1;
    if (counted.predicates > expressionLimits.predicates)
      return refuse(`The filter can have at most ${expressionLimits.predicates} comparisons.`);
    return readPredicate(op, args);
  }

  function readPredicate(op: string, args: readonly unknown[]): Expression {
    if (isOneOf(comparisons, op)) return readComparison(op, only(op, args, 2));
    if (isOneOf(temporalOperators, op)) {
      const [property, value] = only(op, args, 2);
      return { op, args: [readProperty(property, ['day'], op), readTime(op, value)] };
    }
    switch (op) {
      case 'isNull': {
        const name = readProperty(only(op, args, 1)[0], ['text', 'number', 'day', 'codes', 'point'], op);
        return { op, args: [name] };
      }
      case 'like': {
        const [operand, pattern] = only(op, args, 2);
        return { op, args: [readOperand(operand, ['text'], op), readPattern(pattern)] };
      }
      case 'between': {
        const [property, least, most] = only(op, args, 3);
        const name = readProperty(property, ['number', 'day'], op);
        const limit = (value: unknown) => readLiteral(name, value) as number | DayLiteral;
        return { op, args: [name, limit(least), limit(most)] };
      }
      case 'in': {
        const [operand, values] = only(op, args, 2);
        if (!Array.isArray(values) || values.length === 0) return refuse('"in" takes a list of one or more values.');
        if (values.length > expressionLimits.values) return refuse(`Give at most ${expressionLimits.values} values to "in".`);
        const of = readOperand(operand, ['text', 'number', 'day', 'codes'], op);
        return { op, args: [of, values.map((value) => readLiteral(of, value))] };
      }
      case 's_intersects': {
        // Either order means the same.
        const [one, other] = only(op, args, 2);
        const [property, area] = isRecord(other) && 'property' in other ? [other, one] : [one, other];
        return { op, args: [readProperty(property, ['point'], op), readArea(area)] };
      }
      default:
        return refuse(`"${op.slice(0, 50)}" is not supported. Use ${supported.join(', ')}.`);
    }
  }

  function readArea(json: unknown): AreaLiteral {
    if (!isRecord(json)) return refuse('"s_intersects" takes a property and an area.');
    if ('bbox' in json) return { bbox: readBox(json.bbox) };
    switch (json.type) {
      case 'Point':
        return { type: 'Point', coordinates: readPosition(json.coordinates) };
      case 'Polygon':
        return { type: 'Polygon', coordinates: readRings(json.coordinates) };
      case 'MultiPolygon':
        return { type: 'MultiPolygon', coordinates: listOf(json.coordinates).map(readRings) };
      default:
        return refuse('Areas can be a bounding box, a point, a polygon or several polygons.');
    }
  }

  function readRings(json: unknown): ClosedRing[] {
    return listOf(json).map((ring) => {
      const corners = listOf(ring).map(readPosition);
      counted.corners += corners.length;
      if (counted.corners > expressionLimits.corners)
        return refuse(`The areas of a filter can have at most ${expressionLimits.corners} corners. Draw a simpler polygon.`);
      const [first, last] = [corners[0], corners.at(-1)];
      if (corners.length < 4 || first?.[0] !== last?.[0] || first?.[1] !== last?.[1])
        return refuse('A ring of a polygon has four or more corners, and the last is the same as the first.');
      return corners;
    });
  }

  return read(given, 1);
}

const supported = ['and', 'or', 'not', ...comparisons, 'in', 'between', 'like', 'isNull', 's_intersects', ...temporalOperators];

function readNode(node: unknown): { op: string; args: readonly unknown[] } {
  if (isRecord(node) && typeof node.op === 'string' && Array.isArray(node.args)) return { op: node.op, args: node.args };
  return refuse('The filter must be made of comparisons: a property, an operator and a value.');
}

function readComparison(op: Comparison, [operand, value]: readonly unknown[]): Expression {
  const read = readOperand(operand, ['text', 'number', 'day', 'codes'], op);
  if (kindOfOperand(read) === 'codes' && op !== '=' && op !== '<>')
    return refuse(`"${nameOf(read)}" can only be compared with =, <> and IN.`);
  return { op, args: [read, readLiteral(read, value)] };
}

function readOperand(json: unknown, kinds: readonly QueryableKind[], op: string): Operand {
  if (!isRecord(json) || json.op !== 'casei') return readProperty(json, kinds, op);
  const inner: unknown = Array.isArray(json.args) ? json.args[0] : undefined;
  return { op: 'casei', args: [readProperty(inner, ['text'], 'casei')] };
}

function readProperty(json: unknown, kinds: readonly QueryableKind[], op: string): PropertyName {
  if (!isRecord(json) || typeof json.property !== 'string') return refuse(`"${op}" takes a property first, then a value.`);
  const { property } = json;
  const queryable = queryables.get(property);
  if (queryable === undefined)
    return refuse(
      `"${property.slice(0, 100)}" cannot be filtered by. The queryables list what can: ${[...queryables.keys()].join(', ')}.`,
    );
  if (!kinds.includes(queryable.kind)) return refuse(`"${property}" cannot be used with "${op}".`);
  return { property };
}

/** Name of the property that is compared. */
export function nameOf(operand: Operand): string {
  return 'property' in operand ? operand.property : operand.args[0].property;
}

/** What kind of queryable is compared. */
export function kindOfOperand(operand: Operand): QueryableKind {
  return queryables.get(nameOf(operand))?.kind ?? refuse('The property is not a queryable.');
}

function readLiteral(operand: Operand, json: unknown): Literal {
  const [name, kind] = [nameOf(operand), kindOfOperand(operand)];
  if (kind === 'number')
    return typeof json === 'number' && Number.isFinite(json) ? json : refuse(`"${name}" must be compared with a number.`);
  if (kind === 'day') return readDay(json) ?? refuse(`"${name}" must be compared with a date, such as DATE('2024-05-31').`);
  const isFolded = isRecord(json) && json.op === 'casei' && Array.isArray(json.args) && kind === 'text';
  const text: unknown = isFolded ? (json.args as unknown[])[0] : json;
  if (!isText(text)) return refuse(`"${name}" must be compared with text, such as 'abc'.`);
  return isFolded ? { op: 'casei', args: [text] } : text;
}

/** A pattern must not end with a single backslash, which escapes what comes after it. */
function readPattern(json: unknown): string | CaseInsensitive<string> {
  const isFolded = isRecord(json) && json.op === 'casei' && Array.isArray(json.args);
  const pattern: unknown = isFolded ? (json.args as unknown[])[0] : json;
  if (!isText(pattern)) return refuse("LIKE takes a pattern of text, such as 'abc%'.");
  if ((/\\*$/.exec(pattern)?.[0].length ?? 0) % 2 === 1) return refuse('A pattern of LIKE must not end with a single backslash.');
  return isFolded ? { op: 'casei', args: [pattern] } : pattern;
}

/** The day of a date or a moment, as an instant of CQL2 or as bare text; `T` alone may follow it, as GDAL writes it. */
function readDay(json: unknown): DayLiteral | undefined {
  const given = isRecord(json) ? (json.date ?? json.timestamp) : json;
  const day = typeof given === 'string' ? /^(\d{4}-\d{2}-\d{2})(?:$|T(?:$|\d{2}:))/.exec(given)?.[1] : undefined;
  return day !== undefined && isIsoDate(day) && day >= '0001-01-01' ? { date: day } : undefined;
}

function readTime(op: TemporalOperator, json: unknown): DayLiteral | IntervalLiteral {
  if (isRecord(json) && Array.isArray(json.interval)) {
    const [start, end] = only('interval', json.interval, 2).map((one) =>
      one === '..' ? '..' : (readDay(one)?.date ?? refuse("An interval has two dates, or '..' where it is open.")),
    ) as [string, string];
    if (start !== '..' && end !== '..' && start > end) return refuse(`The interval ends (${end}) before it starts (${start}).`);
    return { interval: [start, end] };
  }
  if (op === 't_during') return refuse("T_DURING takes an interval, such as INTERVAL('2024-01-01','2024-12-31').");
  return readDay(json) ?? refuse(`"${op}" takes a date or an interval, such as DATE('2024-05-31').`);
}

function readBox(json: unknown): [number, number, number, number] {
  const given = listOf(json);
  const [west, south, east, north] = given.length === 6 ? [0, 1, 3, 4].map((at) => given[at]) : given;
  const [low, high] = [readPosition([west, south]), readPosition([east, north])];
  if ((given.length !== 4 && given.length !== 6) || low[1] > high[1])
    return refuse('A bounding box is west, south, east, north in degrees, south not above north.');
  return [...low, ...high];
}

/** Longitude and latitude; a height is left out. */
function readPosition(json: unknown): [number, number] {
  const [lon, lat] = listOf(json);
  const isOnEarth = typeof lon === 'number' && typeof lat === 'number' && Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
  return isOnEarth ? [lon, lat] : refuse('A position is a longitude from -180 to 180 and a latitude from -90 to 90.');
}

function listOf(json: unknown): readonly unknown[] {
  return Array.isArray(json) && json.length > 0 ? json : refuse('Coordinates must be lists of numbers.');
}

function only(op: string, args: readonly unknown[], count: number): readonly unknown[] {
  return args.length === count ? args : refuse(`"${op}" takes ${count} ${count === 1 ? 'argument' : 'arguments'}.`);
}

/** No text of the database has the character that it cannot hold. */
function isText(json: unknown): json is string {
  return typeof json === 'string' && !json.includes('\0');
}

function isRecord(json: unknown): json is Record<string, unknown> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

function isOneOf<const Name extends string>(names: readonly Name[], name: string): name is Name {
  return names.some((one) => one === name);
}

function refuse(message: string): never {
  throw new FilterExpressionError(message);
}
