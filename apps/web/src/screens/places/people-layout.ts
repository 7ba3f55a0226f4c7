import { type AgeBand, ageBands, type Sex, sexes } from '@monitor/domain';
import { type PeopleCell, peoplePerSquare } from '@monitor/findings';

/** Sizes in pixels. */
export const peopleSizes = { font: 12, headFont: 11, square: 8, step: 10.5, label: 84, head: 32, padding: 7 } as const;

const { step, label, head, padding } = peopleSizes;
const columnGap = 12;
const leastColumn = 58;

/** Where everything is, in pixels from the top left of the picture. */
export interface PeopleLayout {
  readonly width: number;
  readonly height: number;
  /** How many people a square stands for. */
  readonly unit: 1 | 10;
  readonly columns: readonly { readonly sex: Sex; readonly left: number; readonly people: number }[];
  readonly rows: readonly { readonly age: AgeBand; readonly top: number; readonly height: number }[];
  readonly squares: readonly { readonly x: number; readonly y: number; readonly outcome: 'killed' | 'injured' }[];
}

/** Squares of people: sex across, age down, those killed first. */
export function peopleLayout(cells: readonly PeopleCell[], width: number): PeopleLayout {
  const all = cells.reduce((sum, { killed, injured }) => sum + killed + injured, 0);
  const unit = peoplePerSquare(all);
  const squaresOf = (people: number) => (people === 0 ? 0 : Math.max(1, Math.round(people / unit)));
  const cellOf = (sex: Sex, age: AgeBand) => {
    const found = cells.find((cell) => cell.sex === sex && cell.age === age);
    return { killed: squaresOf(found?.killed ?? 0), injured: squaresOf(found?.injured ?? 0) };
  };
  const sizeOf = (sex: Sex, age: AgeBand) => {
    const { killed, injured } = cellOf(sex, age);
    return killed + injured;
  };
  // Wider where more have to find room, so that rows stay low.
  const weights = sexes.codes.map((sex) => Math.sqrt(4 + Math.max(...ageBands.codes.map((age) => sizeOf(sex, age)))));
  const room = width - label - columnGap * (sexes.codes.length - 1);
  // Wide enough for what is written above, the rest by weight.
  const unitWidth = (room - leastColumn * sexes.codes.length) / weights.reduce((sum, one) => sum + one, 0);
  let left = label;
  const columns = sexes.codes.map((sex, index) => {
    const own = leastColumn + (weights[index] ?? 0) * unitWidth;
    const column = { sex, left, perLine: Math.max(1, Math.floor((own + step - peopleSizes.square) / step)) };
    left += own + columnGap;
    const people = cells.reduce((sum, cell) => (cell.sex === sex ? sum + cell.killed + cell.injured : sum), 0);
    return { ...column, people };
  });
  let bottom: number = head;
  const squares: PeopleLayout['squares'][number][] = [];
  const rows = ageBands.codes.map((age) => {
    const lines = Math.max(1, ...columns.map(({ sex, perLine }) => Math.ceil(sizeOf(sex, age) / perLine)));
    const row = { age, top: bottom, height: lines * step + 2 * padding };
    for (const column of columns) {
      const { killed, injured } = cellOf(column.sex, age);
      for (let index = 0; index < killed + injured; index++) {
        squares.push({
          x: column.left + (index % column.perLine) * step,
          y: row.top + padding + Math.floor(index / column.perLine) * step,
          outcome: index < killed ? 'killed' : 'injured',
        });
      }
    }
    bottom += row.height;
    return row;
  });
  return { width, height: bottom, unit, columns, rows, squares };
}
