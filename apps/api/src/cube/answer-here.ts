// Loaded at the start, so that the first who asks for hexagons does not wait for the grid.
import '@monitor/cube/hexagons';
import { type AskCube, CubeReader } from '@monitor/engine';
import { servedRequest } from '../served-request.ts';

/** Answers on this thread. */
export function answerHere(): AskCube {
  const reader = new CubeReader();
  return async (cube, question, signal) => {
    signal.throwIfAborted();
    const since = performance.now();
    try {
      return await reader.answer(cube, question);
    } finally {
      servedRequest.getStore()?.spend(performance.now() - since);
    }
  };
}
