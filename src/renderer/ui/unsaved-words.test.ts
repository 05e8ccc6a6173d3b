import { expect, test, vi } from 'vitest';
import type { Fault } from '../../domain/kernel/result.ts';
import { mayBeStoredLater } from '../../domain/kernel/storing-faults.ts';
import { createUnsavedWords, type SaveOutcome } from './unsaved-words.ts';

const full: Fault = { code: 'store.disk-full', message: 'The drive is full.' };
const misfit: Fault = { code: 'shot.not-found', message: 'The shot is gone.' };

function openBench() {
  let refused: Fault | null = full;
  let saved: string[] = [];
  const words = createUnsavedWords({
    refusal: () => refused,
    mayBeSavedLater: mayBeStoredLater,
    retryMs: 100,
  });
  const outcomes: Record<string, SaveOutcome['is'][]> = {};
  return {
    words,
    outcomes,
    saved: () => saved,
    refuseWith: (fault: Fault | null) => {
      refused = fault;
    },
    save(typed: string, wanted = () => true): void {
      const told: SaveOutcome['is'][] = [];
      outcomes[typed] = told;
      words.save(
        async () => {
          if (refused !== null) return null;
          saved = [...saved, typed];
          return {};
        },
        wanted,
        ({ is }) => told.push(is),
      );
    },
  };
}

test('what a full drive refuses is tried again in the order in which it was typed, until it is saved', async () => {
  vi.useFakeTimers();
  try {
    const bench = openBench();
    bench.save('first');
    bench.save('second');
    await vi.advanceTimersByTimeAsync(350);
    expect(bench.saved()).toEqual([]);
    expect(bench.outcomes['second']?.at(-1)).toBe('later');
    expect(bench.outcomes['first']).toEqual(['later', 'later', 'later', 'later']);
    bench.refuseWith(null);
    await vi.advanceTimersByTimeAsync(100);
    expect(bench.saved()).toEqual(['first', 'second']);
    expect(bench.words.waiting()).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});

test('what was taken back is not tried any more, and what cannot be mended by waiting is refused once', async () => {
  vi.useFakeTimers();
  try {
    const bench = openBench();
    let wanted = true;
    bench.save('taken back', () => wanted);
    await vi.advanceTimersByTimeAsync(0);
    wanted = false;
    bench.refuseWith(misfit);
    bench.save('misfit');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(bench.outcomes).toEqual({ 'taken back': ['later'], misfit: ['refused'] });
    expect(bench.saved()).toEqual([]);
    expect(bench.words.waiting()).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});
