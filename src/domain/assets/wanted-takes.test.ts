import { describe, expect, test } from 'vitest';
import { makeTake } from '../../testing/builders/story-rows.ts';
import { type ChosenTake, madeByOne, wantedTakes } from './wanted-takes.ts';

const paid = madeByOne({ provider: 'fal', free: false });
const drawn = madeByOne({ provider: 'animatic', free: true });
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

describe('one makes the pictures, another the clips', () => {
  const makers = { still: { provider: 'openai', free: false }, clip: { provider: 'fal', free: false } };
  const wish = { upTo: 'clip', again: false } as const;

  test('each is held against its own maker', () => {
    expect(wantedTakes(chosen({}, 'openai'), chosen({}, 'fal'), makers, wish)).toEqual({
      still: false,
      clip: false,
    });
    expect(wantedTakes(chosen({}, 'openai'), chosen({}, 'animatic'), makers, wish)).toEqual({
      still: false,
      clip: true,
    });
    expect(wantedTakes(chosen({}, 'fal'), chosen({}, 'fal'), makers, wish)).toEqual({
      still: true,
      clip: true,
    });
  });

  test('a drawn clip stands while its still is paid for', () => {
    const drawing = { ...makers, clip: { provider: 'animatic', free: true } };
    expect(wantedTakes(chosen({}, 'animatic'), chosen({}, 'animatic'), drawing, wish)).toEqual({
      still: true,
      clip: false,
    });
  });

  test('what was made in the place of the first choice stands, and what was drawn is still wanted', () => {
    const still = { ...makers.still, standIns: ['replicate'] };
    const wanted = (provider: string) =>
      wantedTakes(chosen({}, provider), null, { ...makers, still }, { upTo: 'still', again: false }).still;
    expect(wanted('replicate')).toBe(false);
    expect(wanted('animatic')).toBe(true);
    expect(wanted('google')).toBe(true);
  });
});
