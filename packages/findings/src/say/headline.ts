import type { HomeGroup, Summary } from '@monitor/contract';
import type { FigureChange } from '../judge/change.ts';
import { verdictOf } from '../judge/verdict.ts';
import { countedAmount } from './counted-words.ts';
import type { Voice } from './voice.ts';

/** A group of incidents with its change. */
export interface JudgedGroup {
  readonly kind: HomeGroup;
  readonly summary: Pick<Summary, 'totals' | 'comparison'>;
  readonly change: FigureChange;
}

/**
 * The headline: what is found in each group that has incidents, joined by a semicolon. "No clear change in armed violence; fewer weapon
 * seizures." Where the two periods cannot be compared, it says how many there were.
 */
export function headline(groups: readonly JudgedGroup[], voice: Voice): string {
  const { t } = voice;
  const told = groups.filter(isTold);
  if (told.length === 0) return t('home.finding.none');
  const found = told.map((group) => groupFinding(group, voice));
  const isNone = told.length > 1 && found.every(({ direction }) => direction === 'unclear');
  return capital(isNone ? t('home.finding.bothUnclear') : found.map(({ text }) => text).join('; '));
}

/** A text as it begins a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** Groups of which there is something to say: incidents in the period, or in the one before. */
function isTold({ summary }: JudgedGroup): boolean {
  return summary.totals.incidents > 0 || (summary.comparison?.totals.incidents ?? 0) > 0;
}

function groupFinding({ kind, summary, change }: JudgedGroup, voice: Voice) {
  const count = summary.totals.incidents;
  const direction = change.kind === 'change' ? verdictOf(change) : undefined;
  const text =
    direction === undefined
      ? voice.t('home.finding.counted', { amount: countedAmount(kind, 'incidents', count, voice) })
      : voice.t(`home.finding.${kind}.${direction}`);
  return { direction, text };
}
