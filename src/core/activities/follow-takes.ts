import type { ProjectId } from '../../domain/kernel/ids.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { assembleStory } from '../pipeline/assets-to-timeline/assemble-story.ts';
import { mayAssemble } from '../pipeline/assets-to-timeline/may-assemble.ts';
import type { Clock } from '../ports/clock.ts';
import type { Store } from '../store/store.ts';

/** While takes come in, the timeline is brought in step this often at most … */
const everyMs = 2_000;
/** … and takes no more than this part of the time, however long the film is. */
const shareOfTime = 20;

/** Keeps a project's timeline in step with the takes of a run. */
export interface TakeFollower {
  /** Takes may have come in. */
  note(): void;
  /** The run is over. */
  finish(): Result<void>;
}

/**
 * The rule: a timeline that is empty, or that was assembled before, is assembled again, by the same rules that keep every
 * hand edit: lengths, places, deleted clips, added items stay as a person left them; linked clips show the newest
 * takes. A timeline that somebody built by hand and never assembled is theirs: nothing is laid into it. It is no
 * edit of a person, so undo takes back their own last edit and not this.
 */
export function createTakeFollower(store: Store, clock: Clock, projectId: ProjectId): TakeFollower {
  let nextMs = Number.NEGATIVE_INFINITY;
  let pending = false;
  const follow = (): Result<void> => {
    pending = false;
    if (!mayAssemble(store, projectId)) return ok(undefined);
    const startedMs = clock.nowMs();
    const assembled = assembleStory(store, projectId, { undoable: false });
    const endedMs = clock.nowMs();
    nextMs = endedMs + Math.max(everyMs, shareOfTime * (endedMs - startedMs));
    return assembled.ok ? ok(undefined) : assembled;
  };
  return {
    note() {
      pending = true;
      // What fails in between is tried again, and heard of, at the end.
      if (clock.nowMs() >= nextMs) follow();
    },
    finish: () => (pending ? follow() : ok(undefined)),
  };
}
