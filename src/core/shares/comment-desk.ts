import type { FilmComment } from '../../contract/shares.ts';
import type { ProjectId } from '../../domain/kernel/ids.ts';
import { type Fault, fail, faultOf, ok, type Result } from '../../domain/kernel/result.ts';
import { withIntents } from '../../domain/sync/comment-intents.ts';
import type { CommentChange, NewComment } from '../../domain/sync/share-messages.ts';
import type { Clock } from '../ports/clock.ts';
import type { FilmSharing } from '../ports/film-sharing.ts';
import type { CommentRows, KeptComment } from '../store/comments/comment-rows.ts';
import { pauseMs, retryAfterOf } from '../sync/after-fault.ts';
import { exchangeComments } from './exchange-comments.ts';

export interface CommentDeskParts {
  readonly rows: CommentRows;
  /** null where there is no service, or none that knows of links. */
  readonly sharing: () => FilmSharing | null;
  readonly isMirrored: (projectId: ProjectId) => boolean;
  readonly clock: Clock;
  readonly random: () => number;
  /** Comments of some project are others now. */
  readonly onChange: () => void;
  /** So many were said by watchers that nobody here has seen. */
  readonly onSaid: (projectId: ProjectId, names: readonly string[]) => void;
  readonly report: (fault: Fault) => void;
}

export interface ChangedComments {
  readonly comments: FilmComment[];
  readonly removed: string[];
  readonly revision: number;
}

/**
 * What was said of cuts, kept here. It is read and answered without a line; what was said and done meanwhile is told when there is
 * one, once and in order.
 */
export interface CommentDesk {
  changed(projectId: ProjectId, revision: number): ChangedComments;
  /** Idempotent by id. Faults: `sync.no-comment` where there is nothing to answer. */
  say(projectId: ProjectId, said: NewComment & { readonly id: string }): Result<FilmComment>;
  /** null where it is gone then. Faults: `sync.no-comment`. */
  change(projectId: ProjectId, commentId: string, change: CommentChange): Result<FilmComment | null>;
  settleRefused(projectId: ProjectId, commentId: string, how: 'again' | 'forget'): FilmComment | null;
  /** Tells what waits, asks for what is new, and resolves when that has ended. */
  exchange(projectId: ProjectId): Promise<Result<void>>;
  /** The service's comments have come to `seq`; null where it does not say. */
  heard(projectId: ProjectId, seq: number | null): void;
  /** Somebody signed in or out: what waits is tried at once. */
  tryNow(): void;
  close(): Promise<void>;
}

interface Line {
  running: Promise<Result<void>> | null;
  /** Something changed while the exchange was under way. */
  again: boolean;
  misses: number;
  /** Ends the pause before the next try; null while there is none. */
  pause: AbortController | null;
}

export function createCommentDesk(parts: CommentDeskParts): CommentDesk {
  const { rows, clock } = parts;
  const closing = new AbortController();
  const lines = new Map<ProjectId, Line>();

  const lineOf = (projectId: ProjectId): Line => {
    const found = lines.get(projectId) ?? { running: null, again: false, misses: 0, pause: null };
    lines.set(projectId, found);
    return found;
  };

  const runOnce = async (projectId: ProjectId): Promise<Result<void>> => {
    const sharing = parts.sharing();
    if (sharing === null) return ok(undefined);
    try {
      const said = await exchangeComments({ ...parts, sharing }, projectId, closing.signal);
      if (said.ok && said.value.length > 0) parts.onSaid(projectId, said.value);
      return said.ok ? ok(undefined) : said;
    } catch (thrown) {
      return { ok: false, fault: faultOf(thrown, 'sync.engine-failed') };
    }
  };

  const pauseAndTry = async (projectId: ProjectId, line: Line, fault: Fault): Promise<void> => {
    line.misses += 1;
    const pause = new AbortController();
    line.pause = pause;
    const signal = AbortSignal.any([pause.signal, closing.signal]);
    await clock.wait(Math.max(500, pauseMs(line.misses, retryAfterOf(fault), parts.random)), signal, {
      background: true,
    });
    if (line.pause === pause) line.pause = null;
    if (!closing.signal.aborted) void exchange(projectId);
  };

  const exchange = (projectId: ProjectId): Promise<Result<void>> => {
    const line = lineOf(projectId);
    if (line.running !== null) {
      line.again = true;
      return line.running;
    }
    line.pause?.abort();
    const run = async (): Promise<Result<void>> => {
      for (;;) {
        line.again = false;
        const done = await runOnce(projectId);
        if (done.ok && line.again && !closing.signal.aborted) continue;
        return done;
      }
    };
    line.running = run().then((done) => {
      line.running = null;
      if (done.ok) line.misses = 0;
      else if (!closing.signal.aborted) {
        if (!isWeather(done.fault)) parts.report(done.fault);
        // Signing in, and the list of projects, try it again; nothing that waits is asked about for ever.
        if (done.fault.code !== 'sync.signed-out' && rows.waiting(projectId).length > 0)
          void pauseAndTry(projectId, line, done.fault);
      }
      return done;
    });
    return line.running;
  };

  const shown = ({ commentId, comment, intents }: KeptComment): FilmComment | null => {
    const refused = intents.find(({ refusal }) => refusal !== null);
    const told = withIntents(
      commentId,
      comment,
      // What the service refused to change is not shown as changed; what it refused to hear is shown, and why.
      intents
        .filter(({ intent, refusal }) => refusal === null || intent.kind === 'say')
        .map(({ intent }) => intent),
    );
    if (told === null) return null;
    const waits = intents.some(({ refusal }) => refusal === null);
    return { ...told, waits, refusal: refused?.refusal ?? null };
  };

  const written = (projectId: ProjectId, commentId: string): FilmComment | null => {
    parts.onChange();
    void exchange(projectId);
    return shown(rows.find(projectId, commentId));
  };

  return {
    changed(projectId, revision) {
      const found = rows.changed(projectId, revision);
      const drawn = found.rows.map((row) => ({ id: row.commentId, comment: shown(row) }));
      return {
        comments: drawn.flatMap(({ comment }) => comment ?? []),
        removed: drawn.flatMap(({ id, comment }) => (comment === null ? [id] : [])),
        revision: found.revision,
      };
    },
    say(projectId, { id, ...said }) {
      const present = shown(rows.find(projectId, id));
      if (present !== null) return ok(present);
      const parent = said.parentId === null ? null : shown(rows.find(projectId, said.parentId));
      if (said.parentId !== null && parent === null) return noComment();
      // An answer to an answer is one to the comment that began.
      const parentId = parent === null ? null : (parent.parentId ?? parent.id);
      rows.write(projectId, id, { kind: 'say', said: { ...said, parentId }, createdAtMs: clock.nowMs() });
      const kept = written(projectId, id);
      return kept === null ? noComment() : ok(kept);
    },
    change(projectId, commentId, change) {
      if (shown(rows.find(projectId, commentId)) === null) return noComment();
      rows.write(projectId, commentId, { kind: 'change', change, atMs: clock.nowMs() });
      return ok(written(projectId, commentId));
    },
    settleRefused(projectId, commentId, how) {
      if (how === 'again') rows.tryAgain(projectId, commentId);
      else rows.discard(projectId, commentId);
      return written(projectId, commentId);
    },
    exchange,
    heard(projectId, seq) {
      if (closing.signal.aborted || !parts.isMirrored(projectId) || parts.sharing() === null) return;
      const known = rows.seq(projectId);
      // Put back from a copy: numbers that were heard of will be given again.
      if (seq !== null && seq < known) rows.beginAgain(projectId);
      if (seq !== null && seq === known && rows.waiting(projectId).length === 0) return;
      void exchange(projectId);
    },
    tryNow() {
      for (const [projectId, line] of lines) {
        line.misses = 0;
        void exchange(projectId);
      }
    },
    async close() {
      closing.abort();
      await Promise.all([...lines.values()].map(({ running }) => running));
    },
  };
}

/** What passes, and what the state of sync says already. */
function isWeather({ code }: Fault): boolean {
  return [
    'sync.unreachable',
    'sync.signed-out',
    'sync.no-project',
    'sync.busy',
    'sync.database-asleep',
    'sync.identity-asleep',
  ].includes(code);
}

function noComment(): Result<never> {
  return fail('sync.no-comment', 'There is no such comment any more.');
}
