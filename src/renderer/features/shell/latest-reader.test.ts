import { expect, test } from 'vitest';
import { createLatestReader } from './latest-reader.ts';

test('one reading at a time, and one more for all that was asked meanwhile', async () => {
  const answers: ((value: number) => void)[] = [];
  const values: number[] = [];
  const reader = createLatestReader(
    () => new Promise<number>((resolve) => answers.push(resolve)),
    (value) => values.push(value),
    () => undefined,
  );
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
  const reader = createLatestReader(
    async () => {
      asked++;
      throw new Error('no line');
    },
    (value) => told.push(value),
    (error) => told.push(error),
  );
  reader.read();
  await new Promise(setImmediate);
  reader.read();
  reader.stop();
  await new Promise(setImmediate);
  reader.read();
  expect([asked, told]).toEqual([2, [new Error('no line')]]);
});
