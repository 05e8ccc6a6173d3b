import { expect, test } from 'vitest';
import { planRows, type Segment, segmentAt, stripPath } from './strip-path.ts';

const segments: Segment[] = [
  { how: 'direct', why: null, startFlicks: 0, durationFlicks: 50 },
  { how: 'composite', why: 'title', startFlicks: 50, durationFlicks: 10 },
  { how: 'direct', why: null, startFlicks: 60, durationFlicks: 39 },
  { how: 'black', why: null, startFlicks: 99, durationFlicks: 1 },
];

test('all stretches of a kind are one path, and none is too thin to be seen', () => {
  expect(stripPath(segments, 'direct', 100, 1000, 2)).toBe('M0 0h500v1h-500zM600 0h390v1h-390z');
  expect(stripPath(segments, 'black', 100, 100, 2)).toBe('M99 0h2v1h-2z');
  expect(stripPath([], 'direct', 0, 100, 2)).toBe('');
});

test.each([
  [0, 0],
  [49, 0],
  [50, 1],
  [98, 2],
  [99, 3],
  [500, 3],
])('at %i the stretch %i is on screen', (at, found) => {
  expect(segmentAt(segments, at)).toBe(found);
});

test('reasons are summed, the most first', () => {
  expect(planRows(segments)).toEqual([
    { how: 'direct', why: null, stretches: 2, durationFlicks: 89 },
    { how: 'composite', why: 'title', stretches: 1, durationFlicks: 10 },
    { how: 'black', why: null, stretches: 1, durationFlicks: 1 },
  ]);
});
