import type { Take } from './take.ts';

/** A shot's chosen take. */
export interface ChosenTake {
  readonly take: Take;
  /** Whether it is what the shot would ask its maker for now: see `isCurrentTake`. */
  isCurrent(): boolean;
  /** Whether its file is there, whole. */
  hasFile(): boolean;
  /** Of a still: a person has approved it for video. */
  readonly isApproved?: boolean;
}

export interface TakesMaker {
  readonly provider: string;
  readonly free: boolean;
  /** Paid providers who are asked in its place while it cannot be had: what they made stands. */
  readonly standIns?: readonly string[];
}

/** Who makes what: one provider may make the pictures and another the clips. */
export interface TakesMakers {
  readonly still: TakesMaker;
  readonly clip: TakesMaker;
}

export function madeByOne(maker: TakesMaker): TakesMakers {
  return { still: maker, clip: maker };
}

export interface TakesWish {
  /** `still` stops after the picture. */
  readonly upTo: 'still' | 'clip';
  /** Another take although a current one is there. */
  readonly again: boolean;
  /** A paid clip is only asked for where its still was approved; stills that are missing come first. */
  readonly stillsFirst?: boolean;
}

/**
 * Which takes of a shot a run would make: the same for the button that says how many, the filter that shows which, and
 * the run itself. A paid maker is asked where the chosen take is not its own and up to date; the free one only where no
 * chosen take is up to date, whoever made it: what was paid for is never drawn over. A file that a person brought is theirs to
 * keep, and nothing is drawn over it; a take whose file is gone is none.
 */
export function wantedTakes(
  still: ChosenTake | null,
  clip: ChosenTake | null,
  makers: TakesMakers,
  { upTo, again, stillsFirst = false }: TakesWish,
): { readonly still: boolean; readonly clip: boolean } {
  const nothing = { still: false, clip: false };
  if (upTo === 'clip' && !again) {
    // A person's own clip needs no picture to begin with, and nothing is drawn over it.
    if (isOwn(clip)) return nothing;
    // Nor does a drawing take the place of a person's own picture: only a model that begins with it can set it in motion.
    if (makers.clip.free && clip === null && isOwn(still)) return nothing;
  }
  // A free maker's clip shows what its still shows: where the one is made anew, so is the other.
  const drawsBoth = makers.clip.free && makers.still.free;
  const stillAgain = again && (upTo === 'still' || drawsBoth);
  const needsStill = stillAgain || !stands(still, makers.still);
  // A drawn clip does not begin with a paid still, so another one makes it no worse.
  const followsStill = needsStill && (drawsBoth || !makers.clip.free);
  const needsClip = upTo === 'clip' && (followsStill || again || !stands(clip, makers.clip));
  const mayMove = !stillsFirst || makers.clip.free || (!needsStill && still?.isApproved === true);
  return { still: needsStill, clip: needsClip && mayMove };
}

function isOwn(chosen: ChosenTake | null): boolean {
  return chosen?.take.jobId === null;
}

function stands(chosen: ChosenTake | null, { provider, free, standIns = [] }: TakesMaker): boolean {
  if (chosen === null) return false;
  if (chosen.take.jobId === null) return true;
  const by = chosen.take.provider;
  if (!free && by !== provider && !standIns.includes(by)) return false;
  return chosen.isCurrent() && chosen.hasFile();
}
