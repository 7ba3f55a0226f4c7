import { setTimeout as wait } from 'node:timers/promises';
import { inject } from 'vitest';

/** An answer of the API. A server that has too much to do says when to ask again, as it does on a machine that others keep busy. */
export async function ask<Answer>(path: string, address = inject('address')): Promise<Answer> {
  for (;;) {
    const answer = await fetch(`${address}/api/v1/${path}`);
    const seconds = answer.headers.get('retry-after');
    if (answer.ok) return (await answer.json()) as Answer;
    if (answer.status !== 503 || seconds === null) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    await wait(1000 * Number(seconds));
  }
}

/** The API's count of the incidents of a query. */
export async function countOf(query: string, address?: string): Promise<number> {
  const { totals } = await ask<{ readonly totals: { readonly incidents: number } }>(`summary?${query}&facets=none`, address);
  return totals.incidents;
}
