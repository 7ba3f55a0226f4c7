import type {
  AreaLiteral,
  CaseInsensitive,
  ClosedRing,
  DayLiteral,
  Expression,
  IntervalLiteral,
  Literal,
  PropertyName,
} from './expression.ts';

/** The filter in CQL2 text, which reads back as the same filter. */
export function expressionText(expression: Expression): string {
  if (typeof expression === 'boolean') return String(expression).toUpperCase();
  switch (expression.op) {
    case 'and':
    case 'or':
      return expression.args.map((arg) => `(${expressionText(arg)})`).join(` ${expression.op.toUpperCase()} `);
    case 'not':
      return `NOT (${expressionText(expression.args[0])})`;
    case 'isNull':
      return `${valueText(expression.args[0])} IS NULL`;
    case 'like':
      return expression.args.map(valueText).join(' LIKE ');
    case 'between':
      return `${valueText(expression.args[0])} BETWEEN ${valueText(expression.args[1])} AND ${valueText(expression.args[2])}`;
    case 'in':
      return `${valueText(expression.args[0])} IN (${expression.args[1].map(valueText).join(', ')})`;
    case 's_intersects':
      return `S_INTERSECTS(${valueText(expression.args[0])}, ${areaText(expression.args[1])})`;
    case '=':
    case '<>':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return expression.args.map(valueText).join(` ${expression.op} `);
    default:
      return `${expression.op.toUpperCase()}(${expression.args.map(valueText).join(', ')})`;
  }
}

type Value = Literal | PropertyName | CaseInsensitive<PropertyName> | DayLiteral | IntervalLiteral;

function valueText(value: Value): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return quoted(value);
  if ('property' in value) return `"${value.property.replaceAll('"', '""')}"`;
  if ('date' in value) return `DATE(${quoted(value.date)})`;
  if ('interval' in value) return `INTERVAL(${value.interval.map(quoted).join(', ')})`;
  return `CASEI(${valueText(value.args[0])})`;
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

function areaText(area: AreaLiteral): string {
  if ('bbox' in area) return `BBOX(${area.bbox.join(', ')})`;
  if (area.type === 'Point') return `POINT(${area.coordinates.join(' ')})`;
  if (area.type === 'Polygon') return `POLYGON${ringsText(area.coordinates)}`;
  return `MULTIPOLYGON(${area.coordinates.map(ringsText).join(', ')})`;
}

function ringsText(rings: readonly ClosedRing[]): string {
  return `(${rings.map((ring) => `(${ring.map((corner) => corner.join(' ')).join(', ')})`).join(', ')})`;
}
