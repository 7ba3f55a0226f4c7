import {
  type AreaLiteral,
  type ClosedRing,
  type Expression,
  kindOfOperand,
  type Literal,
  nameOf,
  type Operand,
} from '@monitor/contract';
import { type Dimension, type DimensionName, dimensions, subjects } from '@monitor/domain';
import type { RecordedIncident } from './referee.ts';

/* What a filter in CQL2 means, one incident at a time: true, false, or null if something is not reported. */

type Truth = boolean | null;

export function refereeExpression(incident: RecordedIncident, expression: Expression): Truth {
  if (typeof expression === 'boolean') return expression;
  const meets = (inner: Expression) => refereeExpression(incident, inner);
  switch (expression.op) {
    case 'and': {
      const parts = expression.args.map(meets);
      return parts.includes(false) ? false : parts.includes(null) ? null : true;
    }
    case 'or': {
      const parts = expression.args.map(meets);
      return parts.includes(true) ? true : parts.includes(null) ? null : false;
    }
    case 'not':
      return negated(meets(expression.args[0]));
    case 'isNull':
      return isNull(incident, expression.args[0]);
    case 's_intersects':
      return incident.lon === null || incident.lat === null ? null : isInArea([incident.lon, incident.lat], expression.args[1]);
    case 'in': {
      const [operand, values] = expression.args;
      return anyOf(values.map((value) => compare(incident, operand, value, (order) => order === 0)));
    }
    case 'between': {
      const [operand, least, most] = expression.args;
      const above = compare(incident, operand, least, (order) => order >= 0);
      const below = compare(incident, operand, most, (order) => order <= 0);
      return above === null || below === null ? null : above && below;
    }
    case 'like': {
      const [operand, pattern] = expression.args;
      const text = plainOf(incident, operand);
      return text === null ? null : likeness(plain(pattern)).test(String(text));
    }
    case '=':
    case '<>':
    case '<':
    case '<=':
    case '>':
    case '>=': {
      const { op, args } = expression;
      const tests = {
        '=': (order: number) => order === 0,
        '<>': (order: number) => order !== 0,
        '<': (order: number) => order < 0,
        '<=': (order: number) => order <= 0,
        '>': (order: number) => order > 0,
        '>=': (order: number) => order >= 0,
      };
      if (kindOfOperand(args[0]) === 'codes' && op === '<>') return negated(compare(incident, args[0], args[1], tests['=']));
      return compare(incident, args[0], args[1], tests[op]);
    }
    default: {
      const { op, args } = expression;
      const day = plainOf(incident, args[0]);
      if (typeof day !== 'string') return null;
      const [start, end] = 'date' in args[1] ? [args[1].date, args[1].date] : args[1].interval;
      const intersects = (start === '..' || day >= start) && (end === '..' || day <= end);
      if (op === 't_after') return end !== '..' && day > end;
      if (op === 't_before') return start !== '..' && day < start;
      if (op === 't_during') return (start === '..' || day > start) && (end === '..' || day < end);
      if (op === 't_intersects') return intersects;
      return op === 't_disjoint' ? !intersects : day === start && day === end;
    }
  }
}

function negated(truth: Truth): Truth {
  return truth === null ? null : !truth;
}

function anyOf(truths: readonly Truth[]): Truth {
  return truths.includes(true) ? true : truths.includes(null) ? null : false;
}

function codesOf(incident: RecordedIncident, name: DimensionName): (string | null)[] {
  const { subject, codeOf }: Dimension = dimensions[name];
  return subject === 'incident' ? [] : subjects[subject].of(incident).map((one) => codeOf(one));
}

function isNull(incident: RecordedIncident, operand: Operand): boolean {
  const kind = kindOfOperand(operand);
  if (kind === 'point') return incident.lon === null;
  if (kind === 'codes') return codesOf(incident, nameOf(operand) as DimensionName).every((code) => code === null);
  return plainOf(incident, operand) === null;
}

function plainOf(incident: RecordedIncident, operand: Operand): string | number | null {
  const value = (incident as unknown as Readonly<Record<string, string | number | null>>)[nameOf(operand)] ?? null;
  return 'property' in operand || value === null ? value : String(value).toLowerCase();
}

function plain(literal: Literal): string | number {
  if (typeof literal !== 'object') return literal;
  return 'date' in literal ? literal.date : literal.args[0].toLowerCase();
}

function compare(incident: RecordedIncident, operand: Operand, literal: Literal, test: (order: number) => boolean): Truth {
  if (kindOfOperand(operand) === 'codes') return codesOf(incident, nameOf(operand) as DimensionName).includes(literal as string);
  const [value, other] = [plainOf(incident, operand), plain(literal)];
  if (value === null) return null;
  if (typeof value === 'number') return test(value - Number(other));
  // The order of UTF-8, which is that of code points.
  return test(Buffer.compare(Buffer.from(value), Buffer.from(String(other))));
}

function likeness(pattern: string | number): RegExp {
  const parts = String(pattern).matchAll(/\\([\s\S])|([%_])|([\s\S])/gu);
  const source = [...parts].map(([, escaped, wild, other]) =>
    wild === undefined ? (escaped ?? other ?? '').replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`) : wild === '%' ? '.*' : '.',
  );
  return new RegExp(`^${source.join('')}$`, 'su');
}

type Position = readonly [number, number];

function isInArea([lon, lat]: Position, area: AreaLiteral): boolean {
  if ('bbox' in area) {
    const [west, south, east, north] = area.bbox;
    const between = west <= east ? lon >= west && lon <= east : lon >= west || lon <= east;
    return between && lat >= south && lat <= north;
  }
  if (area.type === 'Point') return lon === area.coordinates[0] && lat === area.coordinates[1];
  const polygons = area.type === 'Polygon' ? [area.coordinates] : area.coordinates;
  return polygons.some(
    ([outside, ...holes]) => isInRing([lon, lat], outside!) && !holes.some((hole) => isInRing([lon, lat], hole)),
  );
}

/** By the even-odd rule. */
function isInRing([lon, lat]: Position, ring: ClosedRing): boolean {
  const sides = ring.slice(1).map((corner, index): [Position, Position] => [ring[index]!, corner]);
  const crossed = sides.filter(([[x1, y1], [x2, y2]]) => y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1);
  return crossed.length % 2 === 1;
}
