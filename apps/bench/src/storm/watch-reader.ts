import { setTimeout as sleep } from 'node:timers/promises';
import type { Summary } from '@monitor/contract';
import type { Step } from './draw-steps.ts';
import { figuresOf } from './model.ts';

type Totals = Pick<Summary['totals'], 'incidents' | 'killed' | 'injured' | 'suicides'>;

const textOf = ({ incidents, killed, injured, suicides }: Totals) => JSON.stringify({ incidents, killed, injured, suicides });

/**
 * Reads the totals of a server during a step: they are always those before or those after, and never those before again. A server that
 * is down does not answer.
 */
export function watchReader(
  address: () => string,
  { before, after }: Pick<Step, 'before' | 'after'>,
): { readonly end: () => void; readonly found: () => string | undefined } {
  const over = new AbortController();
  const [old, fresh] = [before, after].map(({ record }) => textOf(figuresOf(record, {})));
  let hasChanged = false;
  let found: string | undefined;
  const read = async () => {
    const answer = await fetch(`${address()}/api/v1/summary?facets=none`);
    const { totals } = (await answer.json()) as Summary;
    if (answer.status !== 200) return;
    const text = textOf(totals);
    if (text === fresh) hasChanged = true;
    else if (text !== old || hasChanged) found ??= `during the step, a reader got ${text}, neither ${old} as before nor ${fresh}`;
  };
  const watch = async () => {
    while (!over.signal.aborted) {
      await read().catch(() => undefined);
      await sleep(50);
    }
  };
  void watch();
  return { end: () => over.abort(), found: () => found };
}
