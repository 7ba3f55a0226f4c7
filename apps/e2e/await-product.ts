/* Before the first test of a file of journeys: the running product answers. */
import { beforeAll, expect, inject, vi } from 'vitest';
import { testKind } from '../../testing/kinds.ts';

beforeAll(async () => {
  if (testKind(expect.getState().testPath ?? '') !== 'journeys') return;
  const isReady = () =>
    fetch(`${inject('address')}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  await vi.waitUntil(isReady, { timeout: 290_000, interval: 200 });
});
