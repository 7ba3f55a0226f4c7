import { expect, test } from 'vitest';
import { pointWords } from './degree-words.ts';
import { voiceOf } from './voice.ts';

test.each([
  [20.4612, 44.8125, '44.8125° N, 20.4612° E'],
  [-43.2075, -22.9028, '22.9028° S, 43.2075° W'],
  [0, 0, '0.0000° N, 0.0000° E'],
])('a point is said by how far it is from the equator and the prime meridian, and on which side', (lon, lat, said) => {
  expect(pointWords(lon, lat, voiceOf('en'), 4)).toBe(said);
});
