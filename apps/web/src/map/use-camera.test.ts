import { learnFocus, siteFocus } from '@monitor/geography';
import { expect, onTestFinished, test } from 'vitest';
import { footnoteHeight } from './region-view.ts';
import { homeOf, roomAround } from './use-camera.ts';

test('the map shows the whole region where a selection fills most of it, or has no incidents', () => {
  expect(homeOf(undefined)).toEqual(siteFocus().view);
  expect(homeOf([16, 40, 30, 48])).toEqual(siteFocus().view);
});

test('it shows one location, and data elsewhere, where they are', () => {
  expect(homeOf([20, 41.9, 21.8, 43.2])).toEqual([20, 41.9, 21.8, 43.2]);
  expect(homeOf([-122, 25, -67, 49])).toEqual([-122, 25, -67, 49]);
  expect(homeOf([-122, 25, 30, 49])).toEqual([-122, 25, 30, 49]);
});

test('a focus across the 180th meridian is shown whole where a selection fills most of it, and any part of it by itself', () => {
  const usual = siteFocus();
  onTestFinished(() => learnFocus(usual));
  learnFocus({ ...usual, locations: ['FJ'], view: [174, -22, -177, -12] });
  const whole = siteFocus().view;
  expect(homeOf([174.5, -21, -178, -13])).toBe(whole);
  expect(homeOf([-179.9, -17, -179.5, -16])).toEqual([-179.9, -17, -179.5, -16]);
  expect(homeOf([-150, -20, 150, -13])).toEqual([-150, -20, 150, -13]);
});

test('around the circles of points there is room, too', () => {
  const [plain, wide] = [roomAround(718, 500), roomAround(718, 500, 30)];
  expect([wide.top - plain.top, wide.right - plain.right, wide.bottom - plain.bottom, wide.left - plain.left]).toEqual([
    30, 30, 30, 30,
  ]);
});

test('land that the map is fitted to is above its footnotes, also where those take three lines', () => {
  for (const width of [390, 640, 745]) expect(roomAround(width, 420).bottom).toBeGreaterThan(footnoteHeight(width));
  expect(footnoteHeight(640)).toBeGreaterThan(footnoteHeight(745));
  expect(footnoteHeight(0)).toBeGreaterThan(0);
});
