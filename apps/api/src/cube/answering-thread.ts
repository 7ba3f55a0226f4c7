/* Answers questions to cubes, which lie in memory that all threads share. */
import { LRUCache } from 'lru-cache';
import type { Cube } from '@monitor/cube';
// Loaded at the start, so that the first who asks for hexagons does not wait for the grid.
import '@monitor/cube/hexagons';
import { collectAtRest } from '../collect-at-rest.ts';
import { learnTheWorld } from '@monitor/geography/world';
import { lowerPriority } from '../lower-priority.ts';
import { answerCalls } from '../remote-calls.ts';
import { CubeReader, cubesKnown, type Question, type QuestionName, type Told } from '@monitor/engine';

lowerPriority('answers');
learnTheWorld();
collectAtRest();
const reader = new CubeReader();
const cubes = new LRUCache<number, Cube>({ max: cubesKnown });

const functions = {
  /** @param number of the cube. @param cube where it is new */
  async answer(question: Question, number: number, cube = cubes.get(number)): Promise<Told[QuestionName]> {
    cubes.set(number, cube);
    return reader.answer(cube!, question);
  },
};
export type Answering = typeof functions;

answerCalls(functions);
