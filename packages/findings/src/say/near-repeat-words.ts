import type { ExactPoints } from '@monitor/domain';
import type { NearRepeatCell, NearRepeats } from '../judge/near-repeat.ts';
import type { NumberFormat } from './number-format.ts';
import type { Voice } from './voice.ts';

/** The title, which says what was found. */
export function nearRepeatTitle(found: NearRepeats | undefined, { t }: Voice): string {
  return found?.kind === 'tested' && found.finding.kind !== 'few'
    ? t(`placeTime.nearRepeat.title.${found.finding.kind}`)
    : t('placeTime.nearRepeat.title.plain');
}

/** What was found in one sentence, or why nothing is said. */
export function nearRepeatReading(found: NearRepeats, { t, number }: Voice): string {
  if (found.kind === 'few_points')
    return t('placeTime.nearRepeat.few_points', { count: found.points, points: number.count(found.points), least: found.least });
  if (found.kind === 'nothing_near') return t('placeTime.nearRepeat.nothing_near', { points: number.count(found.points) });
  if (found.kind !== 'tested') return t(`placeTime.nearRepeat.${found.kind}`);
  const { kind, cell } = found.finding;
  return t(`placeTime.nearRepeat.reading.${kind}`, {
    ratio: number.decimal(cell.observed / cell.expected),
    count: cell.observed,
    observed: number.count(cell.observed),
    expected: pairsByChance(cell.expected, number),
    low: number.count(cell.low),
    high: number.count(cell.high),
    p: cell.p < leastP ? `p < ${number.decimal(leastP, 3)}` : `p = ${pText(cell.p, number)}`,
  });
}

/** Which incidents the numbers are of, and how they were compared; one sentence each. */
export function nearRepeatNotes(
  { incidents, leftOut }: Pick<ExactPoints, 'incidents' | 'leftOut'>,
  found: NearRepeats | undefined,
  { t, number }: Voice,
): string[] {
  const { settlement, withoutPoint, withoutDay } = leftOut;
  const used = incidents - settlement - withoutPoint - withoutDay;
  const notes = [
    t('placeTime.nearRepeat.used', { used: number.count(used), incidents: number.count(incidents) }),
    ...(used === incidents
      ? []
      : [
          t('placeTime.nearRepeat.leftOut', {
            settlement: number.count(settlement),
            withoutPoint: number.count(withoutPoint),
            withoutDay: number.count(withoutDay),
          }),
        ]),
  ];
  if (found?.kind !== 'tested') return notes;
  return [...notes, t(`placeTime.nearRepeat.method.${found.method}`, { permutations: number.count(found.permutations) })];
}

/** `2.1×`, or a dash where chance gives too few pairs for a ratio. */
export function pairRatio({ ratio }: NearRepeatCell, number: NumberFormat): string {
  return ratio === null ? '–' : `${number.decimal(ratio)}×`;
}

/** An expected number of pairs: whole where it is large. */
export function pairsByChance(expected: number, number: NumberFormat): string {
  return expected < 10 ? number.decimal(expected) : number.count(Math.round(expected));
}

/** Below this, p-values are treated as equal. */
const leastP = 0.001;

export function pText(p: number, number: NumberFormat): string {
  return p < leastP ? `<${number.decimal(leastP, 3)}` : number.decimal(p, 3);
}
