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
  maker: TakesMaker,
  { upTo, again, stillsFirst = false }: TakesWish,
): { readonly still: boolean; readonly clip: boolean } {
  const nothing = { still: false, clip: false };
  if (upTo === 'clip' && !again) {
    // A person's own clip needs no picture to begin with, and nothing is drawn over it.
    if (isOwn(clip)) return nothing;
    // Nor does a drawing take the place of a person's own picture: only a model that begins with it can set it in motion.
    if (maker.free && clip === null && isOwn(still)) return nothing;
  }
  // A free maker's clip shows what its still shows: where the one is made anew, so is the other.
  const stillAgain = again && (upTo === 'still' || maker.free);
  const needsStill = stillAgain || !stands(still, maker);
  const needsClip = upTo === 'clip' && (needsStill || again || !stands(clip, maker));
  const mayMove = !stillsFirst || maker.free || (!needsStill && still?.isApproved === true);
  return { still: needsStill, clip: needsClip && mayMove };
}

function isOwn(chosen: ChosenTake | null): boolean {
  return chosen?.take.jobId === null;
}

function stands(chosen: ChosenTake | null, { provider, free }: TakesMaker): boolean {
  if (chosen === null) return false;
  if (chosen.take.jobId === null) return true;
  if (!free && chosen.take.provider !== provider) return false;
  return chosen.isCurrent() && chosen.hasFile();
}
