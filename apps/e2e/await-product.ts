/* Before the first test of a file of journeys: the running product answers. */
import { beforeAll, inject, vi } from 'vitest';

beforeAll(async () => {
  const isReady = () =>
    fetch(`${inject('address')}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  await vi.waitUntil(isReady, { timeout: 290_000, interval: 200 });
});
