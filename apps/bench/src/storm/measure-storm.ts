import { type BenchContext, makeTemporaryFolder } from '../setting/cleanup.ts';
import { atMost, count, type Report, type Row, seconds } from '../report.ts';
import { medianOf } from '../timing.ts';
import { drawSteps, type Step, stepNames, troubles } from './draw-steps.ts';
import { Difference } from './judge.ts';
import { Night, type Outcome } from './night.ts';

/** Steps of a night, after which the next seed begins with nothing. */
const stepsOfNight = 60;

interface Taken extends Pick<Step, 'name' | 'trouble'> {
  readonly outcome: Outcome;
  /** Milliseconds, with all comparisons. */
  readonly duration: number;
}

/**
 * One night after the other, each from a seed of its own, until the minutes are over. A night in which something differs ends there; the
 * seed repeats it, as far as the processor lets the same moment come again.
 */
export async function measureStorm(
  { seed, minutes }: { readonly seed: number; readonly minutes: number },
  context: BenchContext,
): Promise<Report> {
  const end = performance.now() + minutes * 60_000;
  const taken: Taken[] = [];
  const found: Row[] = [];
  let next = seed;
  for (; performance.now() < end; next += 1) {
    const difference = await spendNight(next, end, taken, context);
    if (difference !== undefined) found.push({ 'what differed': difference });
  }
  const struck = taken.filter(({ trouble }) => trouble !== 'calm');
  return {
    targets: atMost('steps after which something differed from the model', found.length, 0),
    tables: [
      {
        rows: stepNames.map((name) => {
          const of = taken.filter((one) => one.name === name);
          return {
            step: name,
            taken: count(of.length),
            'median, with all comparisons': seconds(medianOf(of.map(({ duration }) => duration))),
          };
        }),
      },
      {
        rows: troubles
          .filter((trouble) => trouble !== 'calm')
          .map((trouble) => {
            const of = struck.filter((one) => one.trouble === trouble);
            const all = of.filter(({ outcome }) => outcome === 'all').length;
            return {
              trouble,
              struck: count(of.length),
              'done at once': count(all),
              'done when repeated': count(of.length - all),
            };
          }),
      },
      { rows: found },
      {
        rows: [
          { beside: 'seeds', number: `${seed} to ${next - 1}` },
          { beside: 'minutes', number: count(minutes) },
        ],
      },
    ],
  };
}

/** Gives what differed, with all that is needed to repeat it; undefined if nothing did. */
async function spendNight(seed: number, end: number, taken: Taken[], context: BenchContext): Promise<string | undefined> {
  const { signal, tell } = context;
  const folder = await makeTemporaryFolder(context.cleanup);
  const night = await Night.begin(folder.path, context);
  try {
    for (const step of drawSteps(seed)) {
      if (step.number > stepsOfNight || performance.now() > end) return undefined;
      signal.throwIfAborted();
      const { name, trouble, moment } = step;
      const said = `seed ${seed}, step ${step.number}: ${name}, ${trouble} at ${moment.toFixed(2)}`;
      const begun = performance.now();
      try {
        const outcome = await night.take(step);
        taken.push({ name, trouble, outcome, duration: performance.now() - begun });
        tell(`  ${said}: ${outcome}`);
      } catch (error) {
        signal.throwIfAborted();
        const what = error instanceof Difference ? error.message : (error as Error).stack;
        tell(`  ${said}: ${what}`);
        return `${said}: ${what}`.replaceAll(/\s*\n\s*/g, ' · ').replaceAll('|', '\\|');
      }
    }
    return undefined;
  } finally {
    await night.end();
    await folder.remove();
  }
}
