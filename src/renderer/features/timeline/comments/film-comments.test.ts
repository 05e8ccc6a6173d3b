import { expect, test } from 'vitest';
import type { CutComment } from '../../../../domain/sync/share-messages.ts';
import { threadsOf, withPage } from './film-comments.ts';
import { placeOfComment } from './place-of-comment.ts';

const said = (id: string, more: Partial<CutComment> = {}): CutComment => ({
  ...{ id, seq: 1, parentId: null, name: 'Willa', text: id, byMaker: false, atMs: 0, shotId: null },
  ...{ shotOffsetMs: null, createdAtMs: 0, resolvedAtMs: null, ...more },
});

test('open comments come first, by place, with their answers; what was removed is gone', () => {
  const first = withPage(
    { all: new Map(), seq: 0 },
    {
      comments: [
        said('done', { atMs: 1, resolvedAtMs: 5 }),
        said('late', { atMs: 9_000 }),
        said('early', { atMs: 2_000 }),
        said('second answer', { parentId: 'late', createdAtMs: 2 }),
        said('first answer', { parentId: 'late', createdAtMs: 1 }),
      ],
      removed: [],
      seq: 5,
    },
  );
  expect(
    threadsOf(first).map(({ comment, answers }) => [comment.id, ...answers.map(({ id }) => id)]),
  ).toEqual([['early'], ['late', 'first answer', 'second answer'], ['done']]);
  const second = withPage(first, {
    comments: [said('early', { resolvedAtMs: 7 })],
    removed: ['late'],
    seq: 7,
  });
  expect(threadsOf(second).map(({ comment }) => comment.id)).toEqual(['early', 'done']);
  expect(second.seq).toBe(7);
});

test('a comment goes with its shot, no further than its end; without the shot it stays where it was said', () => {
  const flicks = (ms: number): number => ms * 705_600;
  const comment = said('one', { atMs: 4_500, shotId: 'shot-2', shotOffsetMs: 500 });
  const standing = (startMs: number, durationMs: number) => () => ({
    startFlicks: flicks(startMs),
    durationFlicks: flicks(durationMs),
  });
  expect(placeOfComment(comment, standing(10_000, 2_000))).toBe(flicks(10_500));
  expect(placeOfComment(comment, standing(10_000, 400))).toBe(flicks(10_400));
  expect(placeOfComment(comment, () => null)).toBe(flicks(4_500));
});
