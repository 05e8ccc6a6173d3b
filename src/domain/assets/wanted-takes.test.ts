import { describe, expect, test } from 'vitest';
import { makeTake } from '../../testing/builders/story-rows.ts';
import { type ChosenTake, wantedTakes } from './wanted-takes.ts';

const paid = { provider: 'fal', free: false };
const drawn = { provider: 'animatic', free: true };
const chosen = (more: Partial<ChosenTake> = {}, provider = 'fal'): ChosenTake => ({
  take: makeTake('t', 'one', 1, { jobId: 'job' as never, provider }),
  isCurrent: () => true,
  hasFile: () => true,
  ...more,
});
const gated = { upTo: 'clip', again: false, stillsFirst: true } as const;

describe('stills first', () => {
  test('a missing still is asked for, and no clip with it', () => {
    expect(wantedTakes(null, null, paid, gated)).toEqual({ still: true, clip: false });
  });

  test('a clip waits until its still is approved', () => {
    expect(wantedTakes(chosen(), null, paid, gated)).toEqual({ still: false, clip: false });
    expect(wantedTakes(chosen({ isApproved: true }), null, paid, gated)).toEqual({
      still: false,
      clip: true,
    });
  });

  test('an approved still of an earlier wording is made anew, and is to be approved again', () => {
    const stale = chosen({ isApproved: true, isCurrent: () => false });
    expect(wantedTakes(stale, null, paid, gated)).toEqual({ still: true, clip: false });
  });

  test('what is free needs nobody’s leave', () => {
    expect(wantedTakes(null, null, drawn, gated)).toEqual({ still: true, clip: true });
  });
});
