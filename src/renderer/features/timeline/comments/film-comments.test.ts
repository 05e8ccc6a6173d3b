import { expect, test } from 'vitest';
import type { FilmComment } from '../../../../contract/shares.ts';
import { nextComment, threadsOf, withPage } from './film-comments.ts';
import { placeOfComment } from './place-of-comment.ts';

const said = (id: string, more: Partial<FilmComment> = {}): FilmComment => ({
  ...{ id, seq: 1, parentId: null, name: 'Willa', text: id, byMaker: false, atMs: 0, shotId: null },
  ...{ shotOffsetMs: null, createdAtMs: 0, resolvedAtMs: null, takeId: null },
  ...{ waits: false, refusal: null, ...more },
});

test('open comments come first, by place, with their answers; what was removed is gone', () => {
  const first = withPage(
    { all: new Map(), revision: 0, chosenId: null },
    {
      comments: [
        said('done', { atMs: 1, resolvedAtMs: 5 }),
        said('late', { atMs: 9_000 }),
        said('early', { atMs: 2_000 }),
        said('second answer', { parentId: 'late', createdAtMs: 2 }),
        said('first answer', { parentId: 'late', createdAtMs: 1 }),
      ],
      removed: [],
      revision: 5,
    },
  );
  expect(
    threadsOf(first).map(({ comment, answers }) => [comment.id, ...answers.map(({ id }) => id)]),
  ).toEqual([['early'], ['late', 'first answer', 'second answer'], ['done']]);
  const second = withPage(first, {
    comments: [said('early', { resolvedAtMs: 7 })],
    removed: ['late'],
    revision: 7,
  });
  expect(threadsOf(second).map(({ comment }) => comment.id)).toEqual(['early', 'done']);
  expect(second.revision).toBe(7);
});

test('from comment to comment, round the end, and one after another where several stand at one place', () => {
  const placed = [
    { id: 'c', flicks: 30 },
    { id: 'a', flicks: 10 },
    { id: 'b', flicks: 10 },
  ];
  const walk = (step: 1 | -1, at: number, steps: number): string[] => {
    let [flicks, chosen]: [number, string | null] = [at, null];
    return Array.from({ length: steps }, () => {
      const next = nextComment(placed, flicks, chosen, step);
      [flicks, chosen] = [next?.flicks ?? 0, next?.id ?? null];
      return chosen ?? 'none';
    });
  };
  expect(walk(1, 0, 4)).toEqual(['a', 'b', 'c', 'a']);
  expect(walk(-1, 20, 4)).toEqual(['b', 'a', 'c', 'b']);
  expect(nextComment([], 0, null, 1)).toBeNull();
});

test('a comment goes with its shot, no further than its end; without a shot there it stays where it was said', () => {
  const flicks = (ms: number): number => ms * 705_600;
  const comment = said('one', { atMs: 4_500, shotId: 'shot-2', shotOffsetMs: 500 });
  const standing = (startMs: number, durationMs: number) => () => ({
    startFlicks: flicks(startMs),
    durationFlicks: flicks(durationMs),
  });
  expect(placeOfComment(comment, standing(10_000, 2_000))).toBe(flicks(10_500));
  expect(placeOfComment(comment, standing(10_000, 400))).toBe(flicks(10_400));
  expect(placeOfComment(comment, () => null)).toBeNull();
  expect(placeOfComment(said('title', { atMs: 4_500 }), () => null)).toBe(flicks(4_500));
});
