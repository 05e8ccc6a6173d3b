import { expect, test } from 'vitest';
import { fail, ok } from '../../domain/kernel/result.ts';
import { createAsker, type Served, serveQuestion } from './questions.ts';
import type { Question } from './studio-messages.ts';

interface Questions {
  readonly double: { ask: number; answer: number };
  readonly refuse: { ask: null; answer: never };
  readonly break: { ask: null; answer: never };
}

const served: Served<Questions> = {
  double: async (n) => ok(n * 2),
  refuse: async () => fail('test.refused', 'No.'),
  break: async () => {
    throw new Error('broken');
  },
};

function line() {
  const asker = createAsker<Questions>((question: Question) => {
    void serveQuestion(served, question).then(asker.receive);
  });
  return asker;
}

test('answers come back to their questions', async () => {
  const asker = line();
  expect(await Promise.all([asker.ask('double', 2), asker.ask('double', 3)])).toEqual([ok(4), ok(6)]);
});

test('refusals and throws are answers too', async () => {
  const asker = line();
  expect(await asker.ask('refuse', null)).toMatchObject({ fault: { code: 'test.refused' } });
  expect(await asker.ask('break', null)).toMatchObject({ fault: { message: 'broken' } });
});

test.each(['toString', 'nobody'])('a question that nobody serves, such as %s, is a fault', async (name) => {
  const answer = await serveQuestion(served, { kind: 'question', id: 1, name, given: null });
  expect(answer.result.ok).toBe(false);
});

test('open questions fail when the other side is gone', async () => {
  const asker = createAsker<Questions>(() => undefined);
  const asked = asker.ask('double', 1);
  asker.end();
  expect(await asked).toMatchObject({ fault: { code: 'studio.gone' } });
});
