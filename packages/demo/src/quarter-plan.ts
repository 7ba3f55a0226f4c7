import { incidentTypes, type IncidentType } from '@monitor/domain';
import { otherTypeShares } from './assumed-levels.ts';
import { type CalendarDay, daysOf, neighbour, type Quarter } from './calendar.ts';
import { celebrationWeight, dayWeight } from './day-weights.ts';
import { expectedInQuarter } from './expected-level.ts';
import { levelledOutcomes, type LevelledOutcome, outcomeRates, unscaledTypes } from './outcome-rates.ts';
import { type Weighted, weighted } from './weighted.ts';

/** Mean number of people by outcome for each incident of a type. */
export type QuarterRates = Readonly<Record<LevelledOutcome, Readonly<Record<IncidentType, number>>>>;

export interface DayPlan extends CalendarDay {
  /** Expected number of incidents on the day. */
  readonly expected: number;
  readonly types: Weighted<IncidentType>;
}

export interface QuarterPlan {
  readonly days: readonly DayPlan[];
  readonly rates: QuarterRates;
}

type TypeLevels = ReadonlyMap<IncidentType, number>;

/** Expected incidents of each type in a quarter: the types that the quarterly reports count, then the others by their shares. */
export function typeLevels(quarter: Quarter): TypeLevels {
  const counted = (['weapon_seizure', 'celebratory_shooting', 'criminal_context', 'undetermined_shooting'] as const).map(
    (type) => [type, expectedInQuarter(type, quarter)] as const,
  );
  const left = expectedInQuarter('incidents', quarter) - counted.reduce((sum, [, level]) => sum + level, 0);
  const others = Object.entries(otherTypeShares) as [IncidentType, number][];
  return new Map<IncidentType, number>([...counted, ...others.map(([type, share]) => [type, share * left] as const)]);
}

/** Scales the means of each outcome so that the quarter's people come to the expected number. */
function scaledRates(quarter: Quarter, levels: TypeLevels): QuarterRates {
  const scaled = (outcome: LevelledOutcome): Record<IncidentType, number> => {
    let fixed = 0;
    let variable = 0;
    for (const [type, level] of levels) {
      if (unscaledTypes.has(type)) fixed += level * outcomeRates[type][outcome];
      else variable += level * outcomeRates[type][outcome];
    }
    const factor = Math.max(expectedInQuarter(outcome, quarter) - fixed, 0) / variable;
    return Object.fromEntries(
      incidentTypes.codes.map((type) => [type, outcomeRates[type][outcome] * (unscaledTypes.has(type) ? 1 : factor)]),
    ) as Record<IncidentType, number>;
  };
  return Object.fromEntries(levelledOutcomes.map((outcome) => [outcome, scaled(outcome)])) as QuarterRates;
}

/** Relative rise of the daily level across the quarter, towards the neighbouring quarters and at most a quarter. */
function slopeOf(quarter: Quarter): number {
  const [before, here, after] = [neighbour(quarter, -1), quarter, neighbour(quarter, 1)].map((one) =>
    expectedInQuarter('incidents', one),
  ) as [number, number, number];
  return Math.max(-0.25, Math.min(0.25, (after - before) / (2 * here)));
}

const plans = new Map<string, QuarterPlan>();

/** What is expected on each day of a quarter. The days' levels add up to the quarter's. Always the same, so it is kept. */
export function planQuarter(quarter: Quarter): QuarterPlan {
  const key = `${quarter.year}-Q${quarter.number}`;
  let plan = plans.get(key);
  if (plan === undefined) plans.set(key, (plan = drawUpPlan(quarter)));
  return plan;
}

function drawUpPlan(quarter: Quarter): QuarterPlan {
  const days = daysOf(quarter);
  const levels = typeLevels(quarter);
  const slope = slopeOf(quarter);
  const types = [...levels.keys()];
  const weights = types.map((type) =>
    days.map((day, index) =>
      type === 'celebratory_shooting'
        ? celebrationWeight(day)
        : dayWeight(type, day) * (1 + slope * ((index + 0.5) / days.length - 0.5)),
    ),
  );
  const sums = weights.map((ofDays) => ofDays.reduce((sum, weight) => sum + weight, 0));
  return {
    rates: scaledRates(quarter, levels),
    days: days.map((day, index) => {
      const expected = types.map((type, position) => {
        const share = (weights[position]?.[index] ?? 0) / (sums[position] ?? 1);
        return [type, (levels.get(type) ?? 0) * share] as const;
      });
      return { ...day, expected: expected.reduce((sum, [, level]) => sum + level, 0), types: weighted(expected) };
    }),
  };
}
