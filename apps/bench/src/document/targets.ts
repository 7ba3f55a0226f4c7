import type { Table } from './table.ts';

export interface Target {
  readonly what: string;
  readonly wanted: string;
  readonly found: string;
  readonly met: boolean;
}

export function atMost(what: string, value: number, most: number, written: (value: number) => string): Target {
  return { what, wanted: `≤ ${written(most)}`, found: written(value), met: value <= most };
}

export function atLeast(what: string, value: number, least: number, written: (value: number) => string): Target {
  return { what, wanted: `≥ ${written(least)}`, found: written(value), met: value >= least };
}

/** What must not happen at all. */
export function never(what: string, value: number): Target {
  return { what, wanted: '0', found: value.toLocaleString('en'), met: value === 0 };
}

export function targetTable(targets: readonly Target[]): Table {
  return {
    head: ['target', 'goal', 'measured', ''],
    rows: targets.map(({ what, wanted, found, met }) => [what, wanted, found, met ? 'met' : '**missed**']),
  };
}
