import type { SettlementRanking } from '@monitor/contract';
import { expect, test } from 'vitest';
import { settlementRows } from './settlement-rows.ts';
import { allReported } from '../../../domain/testing/all-reported.ts';

function ranking(counts: Readonly<Record<string, number>>, elsewhere: number): SettlementRanking {
  const settlements = Object.entries(counts)
    .map(([name, incidents]) => ({
      name,
      region: 'RS-00',
      country: 'RS',
      bbox: null,
      incidents,
      amount: incidents,
      killed: 1,
      injured: 2,
      ...allReported,
    }))
    .toSorted((one, other) => other.incidents - one.incidents);
  const amount = settlements.reduce((sum, { incidents }) => sum + incidents, 0);
  const people = { killed: settlements.length, injured: 2 * settlements.length, ...allReported };
  return {
    datasetVersion: 1,
    settlements,
    inSettlements: { settlements: settlements.length, incidents: amount, amount, ...people },
    elsewhere: { incidents: elsewhere, amount: elsewhere, killed: 3, injured: 4, ...allReported },
  };
}

const twelve = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`S${index}`, 40 - index]));

/** People of some incidents, all of which give the numbers. */
function harm(incidents: number, killed: number, injured: number) {
  const reported = (count: number) => ({ count, incidents, notReported: 0 });
  return { killed: reported(killed), injured: reported(injured) };
}

test('ten are named, and every column adds up with the others and with what names none', () => {
  const now = ranking(twelve, 7);
  const before = ranking({ S0: 30, S11: 5, S99: 2 }, 4);
  const rows = settlementRows(now, before);
  expect(rows).toHaveLength(12);
  expect(rows.slice(-2)).toEqual([
    { kind: 'others', settlements: 2, incidents: 30 + 29, before: 5 + 2, ...harm(59, 2, 4) },
    { kind: 'elsewhere', settlements: 0, incidents: 7, before: 4, ...harm(7, 3, 4) },
  ]);
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0);
  expect(sum(({ incidents }) => incidents)).toBe(now.inSettlements.amount + now.elsewhere.amount);
  expect(sum(({ before: earlier }) => earlier ?? NaN)).toBe(before.inSettlements.amount + before.elsewhere.amount);
  expect(sum(({ killed }) => killed.count)).toBe(15);
});

test('without a year before, or where the API gives only a part of it, nothing is made up', () => {
  const one = ranking({ S0: 3 }, 0);
  expect(settlementRows(one, undefined)).toEqual([
    { kind: 'settlement', settlement: one.settlements[0], settlements: 1, incidents: 3, before: undefined, ...harm(3, 1, 2) },
  ]);
  const cut = {
    ...ranking({ S99: 3 }, 0),
    inSettlements: { settlements: 600, incidents: 900, amount: 900, killed: 0, injured: 0, ...allReported },
  };
  const rows = settlementRows(ranking(twelve, 1), cut);
  expect(rows.slice(0, -1).map((row) => row.before)).toEqual(Array(11).fill(undefined));
});
