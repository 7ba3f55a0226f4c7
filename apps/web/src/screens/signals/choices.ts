import { signalKinds } from '@monitor/contract';

/** What Signals lists. */
export const signalChoices = { signals: signalKinds } as const;
