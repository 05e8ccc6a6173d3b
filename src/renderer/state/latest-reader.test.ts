import { expect, test } from 'vitest';
import { createHandClock } from '../../testing/fakes/fake-line.ts';
import { createLatestReader } from './latest-reader.ts';

test('one reading at a time, and one more for all that was asked meanwhile', async () => {
  const answers: ((value: number) => void)[] = [];
  const values: number[] = [];
  const reader = createLatestReader({
    ask: () => new Promise<number>((resolve) => answers.push(resolve)),
    onValue: (value) => values.push(value),
    onFault: () => undefined,
  });
  reader.read();
  reader.read();
  reader.read();
  expect(answers).toHaveLength(1);
  answers[0]?.(1);
  await new Promise(setImmediate);
  expect(answers).toHaveLength(2);
  answers[1]?.(2);
  await new Promise(setImmediate);
  expect([answers.length, values]).toEqual([2, [1, 2]]);
});

test('after a fault it can be asked again; after the end nothing is told', async () => {
  let asked = 0;
  const told: unknown[] = [];
  const reader = createLatestReader({
    ask: async () => {
      asked++;
      throw new Error('no line');
    },
    onValue: (value) => told.push(value),
    onFault: (error) => told.push(error),
  });
  reader.read();
  await new Promise(setImmediate);
  reader.read();
  reader.stop();
  await new Promise(setImmediate);
  reader.read();
  expect([asked, told]).toEqual([2, [new Error('no line')]]);
});

test('the first answer is told although news came meanwhile; the next reading rests first', async () => {
  const clock = createHandClock();
  const answers: ((value: number) => void)[] = [];
  const values: number[] = [];
  const reader = createLatestReader({
    ask: () => new Promise<number>((resolve) => answers.push(resolve)),
    onValue: (value) => values.push(value),
    onFault: () => undefined,
    restMs: 700,
    clock,
  });
  reader.read();
  reader.read();
  answers[0]?.(1);
  await new Promise(setImmediate);
  expect([answers.length, values]).toEqual([1, [1]]);
  await clock.advance(699);
  expect(answers).toHaveLength(1);
  await clock.advance(1);
  expect(answers).toHaveLength(2);
  reader.stop();
  answers[1]?.(2);
  await new Promise(setImmediate);
  expect(values).toEqual([1]);
});
