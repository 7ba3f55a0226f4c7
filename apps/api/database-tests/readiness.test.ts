import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Analytics } from '@monitor/engine';
import { watchReadiness } from '../src/readiness.ts';
import { useRandomApp } from './test-app.ts';

const used = useRandomApp();

test('however many ask whether the server is ready, the database is asked once a second, and nobody waits for it again', async () => {
  let looks = 0;
  let held = Promise.resolve();
  const version: Analytics['version'] = async (signal) => {
    looks += 1;
    await held;
    return used.analytics.version(signal);
  };
  const readiness = watchReadiness(used.app, { ...used, analytics: { ...used.analytics, version } });
  const answers = await Promise.all(Array.from({ length: 50 }, readiness));
  expect([looks, new Set(answers.map(({ status }) => status))]).toEqual([1, new Set(['ready'])]);
  await pause(1100);
  let letGo = () => {};
  held = new Promise((resolve) => (letGo = resolve));
  // The database is asked again, and nobody waits for it.
  expect([await readiness(), await readiness(), looks]).toEqual([answers[0], answers[0], 2]);
  letGo();
});

test('what was found too long ago is not said any more', async () => {
  let isAway = false;
  const version: Analytics['version'] = async (signal) => {
    if (isAway) throw Object.assign(new Error('gone'), { code: 'CONNECTION_CLOSED' });
    return used.analytics.version(signal);
  };
  const readiness = watchReadiness(used.app, { ...used, analytics: { ...used.analytics, version } });
  await readiness();
  isAway = true;
  await pause(3100);
  await expect(readiness()).rejects.toThrow('gone');
});
