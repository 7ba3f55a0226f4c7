import type { Api } from './services.ts';

/** Milliseconds that running requests are given to finish. */
const patience = 10_000;

/** Takes no more requests, lets the running ones finish within bounds, then ends what is left. */
export async function stopListening(app: Api): Promise<void> {
  const timer = setTimeout(() => app.server.closeAllConnections(), patience);
  await app.close();
  clearTimeout(timer);
}
