/** Random filters in CQL2 for tests, and their text. Not part of what the package gives others. */
import fc from 'fast-check';
import { type Dimension, dimensions, isDimension } from '@monitor/domain';
import {
  type CaseInsensitive,
  comparisons,
  type DayLiteral,
  type Expression,
  type IntervalLiteral,
  type PropertyName,
  temporalOperators,
} from '../src/cql2/expression.ts';
import { pointProperty, type QueryableKind, queryables } from '../src/cql2/queryables.ts';

export { expressionText } from '../src/cql2/write-text.ts';

const namesOfKind = (kind: QueryableKind) => [...queryables].filter(([, one]) => one.kind === kind).map(([name]) => name);
const property = (...kinds: readonly QueryableKind[]): fc.Arbitrary<PropertyName> =>
  fc.constantFrom(...kinds.flatMap(namesOfKind)).map((name) => ({ property: name }));

const dayText = fc.constantFrom('2021-03-01', '2022-01-01', '2022-06-30', '2023-02-28', '2023-12-31');
const day: fc.Arbitrary<DayLiteral> = dayText.map((date) => ({ date }));
const interval: fc.Arbitrary<IntervalLiteral> = fc
  .tuple(fc.option(dayText), fc.option(dayText))
  .map(([one, other]) => [one ?? '..', other ?? '..'] as const)
  .map(([start, end]): IntervalLiteral => ({
    interval: start !== '..' && end !== '..' && start > end ? [end, start] : [start, end],
  }));
const number = fc.oneof(fc.integer({ min: -2, max: 8 }), fc.constantFrom(0.5, 1e21, -1.5e-7));

/** Codes and names that occur, and text that a language could mistake for its own. */
const text = fc.oneof(
  fc.constantFrom('RS', 'XK', 'Ниш', 'Šabac', 'gjakovë', 'street', 'public_dispute', 'day', 'evening', '12:30', 'dispute', 'RS-20'),
  fc.constantFrom("it's", 'back\\slash', '\\', "\\'", '"', '', "' OR TRUE --", '%', '_', '$1', 'ab\nc'),
  fc.string({ unit: 'grapheme', maxLength: 8 }).filter((one) => !one.includes('\0')),
);
const pattern = fc.oneof(
  fc.constantFrom('%', 'Ш%', '%bac', '_ь%', 'N%', 'dispute', '12:%', '100\\%', 'a\\\\', ''),
  text.filter((one) => !one.includes('\\')),
);

const degrees = (from: number, to: number) => fc.integer({ min: from * 100, max: to * 100 }).map((value) => value / 100);
const position = fc.tuple(degrees(17, 24), degrees(39, 47));
const closed = (corners: readonly (readonly [number, number])[]) => [...corners, corners[0]!];
const ring = fc.oneof(
  fc.constant(
    closed([
      [18.2, 40.1],
      [22.9, 41],
      [22.5, 45.9],
      [19, 44],
    ]),
  ),
  fc.array(position, { minLength: 3, maxLength: 6 }).map(closed),
);
const polygon = fc.array(ring, { minLength: 1, maxLength: 2 });
const area = fc.oneof(
  fc.tuple(degrees(17, 24), degrees(39, 43), degrees(17, 24), degrees(43, 47)).map((bbox) => ({ bbox })),
  position.map((coordinates) => ({ type: 'Point', coordinates })),
  polygon.map((coordinates) => ({ type: 'Polygon', coordinates })),
  fc.array(polygon, { minLength: 1, maxLength: 2 }).map((coordinates) => ({ type: 'MultiPolygon', coordinates })),
);

const folded = <Of>(of: fc.Arbitrary<Of>): fc.Arbitrary<Of | CaseInsensitive<Of>> =>
  fc.oneof(
    { weight: 3, arbitrary: of },
    of.map((one): CaseInsensitive<Of> => ({ op: 'casei', args: [one] })),
  );

/** A code of the dimension, or another text. */
const codeOf = ({ property: name }: PropertyName): fc.Arbitrary<string> => {
  const values = isDimension(name) ? (dimensions[name] as Dimension).values : /x/;
  return values instanceof RegExp ? text : fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...values.codes) }, text);
};
const codes = property('codes').chain((name) =>
  fc.tuple(fc.constant(name), fc.array(codeOf(name), { minLength: 1, maxLength: 4 })),
);

const predicate = fc.oneof(
  fc.tuple(fc.constantFrom(...comparisons), folded(property('text')), folded(text)).map(([op, ...args]) => ({ op, args })),
  fc.tuple(fc.constantFrom(...comparisons), property('number'), number).map(([op, ...args]) => ({ op, args })),
  fc.tuple(fc.constantFrom(...comparisons), property('day'), day).map(([op, ...args]) => ({ op, args })),
  fc.tuple(fc.constantFrom('=', '<>'), codes).map(([op, [name, [code]]]) => ({ op, args: [name, code] })),
  codes.map((args) => ({ op: 'in', args })),
  fc.tuple(folded(property('text')), fc.array(folded(text), { minLength: 1, maxLength: 3 })).map((args) => ({ op: 'in', args })),
  fc.tuple(property('number'), fc.array(number, { minLength: 1, maxLength: 3 })).map((args) => ({ op: 'in', args })),
  fc.tuple(property('day'), fc.array(day, { minLength: 1, maxLength: 3 })).map((args) => ({ op: 'in', args })),
  fc.tuple(folded(property('text')), folded(pattern)).map((args) => ({ op: 'like', args })),
  fc.tuple(property('number'), number, number).map((args) => ({ op: 'between', args })),
  fc.tuple(property('day'), day, day).map((args) => ({ op: 'between', args })),
  property('text', 'number', 'day', 'codes', 'point').map((name) => ({ op: 'isNull', args: [name] })),
  area.map((one) => ({ op: 's_intersects', args: [{ property: pointProperty }, one] })),
  fc
    .tuple(fc.constantFrom(...temporalOperators), property('day'), day, interval)
    .map(([op, name, one, other]) => ({ op, args: [name, op === 't_during' ? other : one] })),
  fc.tuple(fc.constantFrom(...temporalOperators), property('day'), interval).map(([op, ...args]) => ({ op, args })),
) as fc.Arbitrary<Expression>;

/** Any filter that is supported, as reading gives it back. */
export const anyExpression: fc.Arbitrary<Expression> = fc.letrec<{ any: Expression }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 6, arbitrary: predicate },
    { weight: 1, arbitrary: fc.boolean() },
    {
      weight: 4,
      arbitrary: fc
        .tuple(fc.constantFrom('and', 'or'), fc.array(tie('any'), { minLength: 2, maxLength: 3 }))
        .map(([op, args]) => ({ op, args })),
    },
    { weight: 2, arbitrary: tie('any').map((inner) => ({ op: 'not' as const, args: [inner] as const })) },
  ),
})).any;
