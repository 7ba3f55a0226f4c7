import { type SQL, sql } from 'drizzle-orm';
import type {
  AreaLiteral,
  ClosedRing,
  DayLiteral,
  Expression,
  IntervalLiteral,
  Literal,
  Operand,
  QueryableField,
  TemporalOperator,
} from '@monitor/contract';
import { kindOfOperand, nameOf, openRing, polygonsOf } from '@monitor/contract/without-schemas';
import { type DimensionName, dimensions, type Filter, fieldOf, isTraitField, type TraitField } from '@monitor/domain';
import type { Statements } from '../connection/statements.ts';
import { incidents } from '../schema/tables.ts';
import { inBox, inRing, type InRing } from './in-area.ts';
import { hasTrait, readSets } from './incident-where.ts';

/**
 * Translates a filter in CQL2 into SQL, for use in WHERE beside `incidentWhere`, which sees to it that the incidents are published. Every
 * value is a parameter. What is compared with something that is not reported is neither true nor false, as in SQL, so that neither a
 * comparison nor its negation selects it.
 * @param ofRing decides polygons
 */
export async function meetsExpression(statements: Statements, expression: Expression, ofRing: InRing = inRing): Promise<SQL> {
  const sets = hasTraits(expression) ? await readSets(statements) : undefined;
  const hasTraitOf: HasTrait = (filter, field) => hasTrait(filter, field, sets?.get(field)) ?? sql`true`;
  return translate(expression, { hasTraitOf, ofRing });
}

/** Whether sets of traits decide parts of a filter. */
function hasTraits(expression: Expression): boolean {
  if (typeof expression === 'boolean') return false;
  if (expression.op === 'and' || expression.op === 'or' || expression.op === 'not') return expression.args.some(hasTraits);
  return kindOfOperand(expression.args[0]) === 'codes';
}

function traitFieldOf(operand: Operand): TraitField {
  const field = fieldOf(nameOf(operand) as DimensionName);
  if (!isTraitField(field)) throw new Error(`"${field}" has no traits.`);
  return field;
}

type HasTrait = (filter: Filter, field: TraitField) => SQL;

interface Known {
  readonly hasTraitOf: HasTrait;
  readonly ofRing: InRing;
}

function translate(expression: Expression, known: Known): SQL {
  if (typeof expression === 'boolean') return expression ? sql`true` : sql`false`;
  const { hasTraitOf } = known;
  switch (expression.op) {
    case 'and':
    case 'or': {
      const parts = expression.args.map((arg) => translate(arg, known));
      return sql`(${sql.join(parts, expression.op === 'and' ? sql` and ` : sql` or `)})`;
    }
    case 'not':
      return sql`(not ${translate(expression.args[0], known)})`;
    case 's_intersects':
      // Neither true nor false of an incident without a point.
      return sql`(case when ${incidents.lon} is not null then ${inArea(expression.args[1], known.ofRing)} end)`;
    case 'isNull':
      return isNull(expression.args[0], hasTraitOf);
    case 'in': {
      const [operand, values] = expression.args;
      if (kindOfOperand(operand) === 'codes') return hasCodes(operand, values as readonly string[], hasTraitOf);
      const ofOperand = values.map((value) => valueOf(operand, value));
      return sql`(${sideOf(operand)} in (${sql.join(ofOperand, sql`, `)}))`;
    }
    case 'between': {
      const [operand, least, most] = expression.args;
      return sql`(${sideOf(operand)} between ${valueOf(operand, least)} and ${valueOf(operand, most)})`;
    }
    case 'like':
      return sql`(${sideOf(expression.args[0])} like ${valueOf(expression.args[0], expression.args[1])})`;
    case '=':
    case '<>':
    case '<':
    case '<=':
    case '>':
    case '>=': {
      const { op, args } = expression;
      if (kindOfOperand(args[0]) !== 'codes') return sql`(${sideOf(args[0])} ${sql.raw(op)} ${valueOf(args[0], args[1])})`;
      const equal = hasCodes(args[0], [args[1] as string], hasTraitOf);
      return op === '=' ? equal : sql`(not ${equal})`;
    }
    default:
      return atTime(sideOf(expression.args[0]), expression.op, expression.args[1]);
  }
}

function hasCodes(operand: Operand, codes: readonly string[], hasTraitOf: HasTrait): SQL {
  return sql`(${hasTraitOf({ [nameOf(operand)]: codes }, traitFieldOf(operand))})`;
}

function isNull(operand: Operand, hasTraitOf: HasTrait): SQL {
  const kind = kindOfOperand(operand);
  if (kind === 'point') return sql`(${incidents.lon} is null)`;
  if (kind !== 'codes') return sql`(${sideOf(operand)} is null)`;
  const { values } = dimensions[nameOf(operand) as DimensionName];
  return values instanceof RegExp ? sql`false` : sql`(not ${hasCodes(operand, values.codes, hasTraitOf)})`;
}

/** What of the row is compared. Texts go by code point, or by the rules of their scripts where case does not matter. */
function sideOf(operand: Operand): SQL {
  const name = nameOf(operand);
  const column = name === 'id' ? incidents.public_id : incidents[name as QueryableField];
  if (kindOfOperand(operand) !== 'text') return sql`${column}`;
  return 'property' in operand ? sql`${column} collate "C"` : folded(sql`${column}`);
}

/** A value as a parameter of the type of what it is compared with. */
function valueOf(operand: Operand, value: Literal): SQL {
  if (typeof value === 'number') return sql`${value}::double precision`;
  if (typeof value === 'string') return sql`${value}::text`;
  if ('date' in value) return sql`${value.date}::date`;
  return folded(sql`${value.args[0]}::text`);
}

function folded(text: SQL): SQL {
  return sql`(lower(${text} collate place_names) collate "C")`;
}

/** A day among days. The first and last day of an interval are not during it, but intersect it. */
function atTime(day: SQL, op: TemporalOperator, time: DayLiteral | IntervalLiteral): SQL {
  const [start, end] = 'date' in time ? [time.date, time.date] : time.interval;
  const compare = (sign: string, edge: string, whereOpen: boolean) =>
    edge === '..' ? (whereOpen ? sql`true` : sql`false`) : sql`${day} ${sql.raw(sign)} ${edge}::date`;
  // Not reported is neither true nor false, also where no edge is compared.
  const known = (condition: SQL) => sql`(case when ${day} is not null then ${condition} end)`;
  const within = (...signs: readonly [string, string]) =>
    sql`${compare(signs[0], start, true)} and ${compare(signs[1], end, true)}`;
  switch (op) {
    case 't_after':
      return known(compare('>', end, false));
    case 't_before':
      return known(compare('<', start, false));
    case 't_during':
      return known(within('>', '<'));
    case 't_intersects':
      return known(within('>=', '<='));
    case 't_disjoint':
      return known(sql`not (${within('>=', '<=')})`);
    case 't_equals':
      return known(sql`${compare('=', start, false)} and ${compare('=', end, false)}`);
  }
}

function inArea(area: AreaLiteral, ofRing: InRing): SQL {
  if ('bbox' in area) return inBox(area.bbox);
  const { lon, lat } = incidents;
  if (area.type === 'Point') return sql`(${lon} = ${area.coordinates[0]} and ${lat} = ${area.coordinates[1]})`;
  return sql`(${sql.join(
    polygonsOf(area).map((polygon) => inPolygon(polygon, ofRing)),
    sql` or `,
  )})`;
}

/** Inside the first ring and in none of the others, which are holes. */
function inPolygon([outside, ...holes]: readonly ClosedRing[], ofRing: InRing): SQL {
  const parts = [ofRing(openRing(outside!)), ...holes.map((hole) => sql`not ${ofRing(openRing(hole))}`)];
  return sql`(${sql.join(parts, sql` and `)})`;
}
