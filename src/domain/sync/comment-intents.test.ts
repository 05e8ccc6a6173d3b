import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CommentIntent, withIntents } from './comment-intents.ts';
import type { CutComment } from './share-messages.ts';

const comment: CutComment = {
  ...{ id: 'one', seq: 3, parentId: null, name: 'Willa', text: 'Too dark', byMaker: false, atMs: 4_500 },
  ...{ shotId: 'shot-1', shotOffsetMs: 500, createdAtMs: 7, resolvedAtMs: null, takeId: null },
};
const change = (kind: 'resolve' | 'reopen' | 'remove', atMs = 10): CommentIntent => ({
  ...{ kind: 'change', change: { change: kind }, atMs },
});
const said = { name: 'Ada', text: 'Brighter soon', parentId: 'one', atMs: null };

test('what was said here is there before the service has heard of it, and as the service has it after', () => {
  const say: CommentIntent = { kind: 'say', said, createdAtMs: 5 };
  expect(withIntents('two', null, [say])).toMatchObject({ id: 'two', seq: 0, byMaker: true, ...said });
  const told = { ...comment, id: 'two', text: 'Brighter soon' };
  expect(withIntents('two', told, [say])).toBe(told);
});

test('changes hold in their order, and none brings back what is gone', () => {
  expect(withIntents('one', comment, [change('resolve', 11)])?.resolvedAtMs).toBe(11);
  expect(withIntents('one', comment, [change('resolve'), change('reopen')])?.resolvedAtMs).toBeNull();
  expect(withIntents('one', comment, [change('remove'), change('resolve')])).toBeNull();
  const linked = { change: 'link-take', takeId: 'take-2' } as const;
  expect(withIntents('one', comment, [{ kind: 'change', change: linked, atMs: 1 }])?.takeId).toBe('take-2');
});

test('telling one intent after another is what telling them at once is', () => {
  const intents = fc.array(fc.constantFrom(change('resolve'), change('reopen'), change('remove')));
  fc.assert(
    fc.property(intents, fc.nat(8), (all, n) => {
      const first = withIntents('one', comment, all.slice(0, n));
      expect(withIntents('one', first, all.slice(n))).toEqual(withIntents('one', comment, all));
    }),
  );
});
