import type { Claims } from '../../adapters/neon/claims.ts';
import type { Result } from '../../domain/kernel/result.ts';
import type { RemoteProject } from '../../domain/sync/sync-messages.ts';
import type { CommentedProject, Heads, MovedProject } from './heads.ts';

export interface LiveStreamOptions {
  readonly heads: Heads;
  /** Who listens. */
  readonly claims: Claims;
  /** The projects that the listener sees now. */
  readonly projects: () => Promise<Result<readonly RemoteProject[]>>;
  /** Where a stream before this one ended, null where there was none. */
  readonly lastEventId: string | null;
  readonly times: LiveTimes;
  /** Called once, when the stream is over. */
  readonly onEnd: () => void;
}

export interface LiveTimes {
  /** A comment goes out where there was nothing to say for so long. */
  readonly quietMs: number;
  /** How often the database is asked: for what another service wrote, and whether the listener still may. */
  readonly askMs: number;
  /** The listener comes again with a new token. */
  readonly longestMs: number;
}

export const liveTimes: LiveTimes = { quietMs: 20_000, askMs: 5_000, longestMs: 10 * 60_000 };

/** A transaction is stamped before it commits: a stream goes back so far behind the last thing it heard. */
const commitMs = 60_000;

export interface LiveStream {
  readonly body: ReadableStream<Uint8Array>;
  end(): void;
}

/**
 * Server-sent events of the projects that somebody sees (https://html.spec.whatwg.org/multipage/server-sent-events.html). An
 * event says where a project's head is, so one that was missed is made good by the next; `id` is the time of the change.
 */
export function openLiveStream(options: LiveStreamOptions): LiveStream {
  const { heads, projects, times, onEnd } = options;
  const encoder = new TextEncoder();
  const known = new Map<string, number>();
  /** The newest change of comments that was told, by project. */
  const said = new Map<string, number>();
  /** Heard of before the first list came: whether the listener sees the project is not known yet. */
  let early: CommentedProject[] | null = [];
  // What was told before the stream broke is not told again, but for what may have been under way.
  let toldUntilMs = Math.max(0, (Number(options.lastEventId ?? 0) || 0) - commitMs);
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  let asking = false;
  let askAgain = false;
  // Projects that moved and are not known here: each is asked about once between two regular questions.
  const doubted = new Set<string>();
  const say = (text: string): void => {
    quiet.refresh();
    controller?.enqueue(encoder.encode(text));
  };
  const tell = ({ id, head, changedAtMs }: Omit<MovedProject, 'by'>): void => {
    // What the database was asked a moment ago may be behind what was heard since.
    if ((known.get(id) ?? -1) >= head) return;
    known.set(id, head);
    // A project without anything in it has nothing to be asked for.
    if (head === 0 || changedAtMs < toldUntilMs) return;
    say(`event: project\nid: ${changedAtMs}\ndata: ${JSON.stringify({ projectId: id, head })}\n\n`);
  };
  const tellComments = ({ id, commentSeq }: CommentedProject): void => {
    if ((said.get(id) ?? 0) >= commentSeq) return;
    said.set(id, commentSeq);
    // No `id`: who comes again is told anew of all, which is one number a project.
    say(`event: comments\ndata: ${JSON.stringify({ projectId: id, commentSeq })}\n\n`);
  };
  const ask = async (): Promise<void> => {
    if (controller === null) return;
    askAgain = asking;
    if (asking) return;
    asking = true;
    const seen = await projects().catch(() => null);
    asking = false;
    // Something moved while the answer was on its way, perhaps too late to be in it.
    if (askAgain) void ask();
    if (seen === null || controller === null) return;
    if (!seen.ok) {
      if (seen.fault.code === 'sync.signed-out') end();
      return;
    }
    for (const id of known.keys()) if (!seen.value.some((project) => project.id === id)) known.delete(id);
    for (const project of seen.value) tell(project);
    for (const { id, commentSeq = 0 } of seen.value) tellComments({ id, commentSeq });
    for (const commented of early ?? []) if (known.has(commented.id)) tellComments(commented);
    early = null;
    toldUntilMs = 0;
  };
  const end = (): void => {
    if (controller === null) return;
    const open = controller;
    controller = null;
    stopListening();
    clearInterval(quiet);
    clearInterval(asks);
    clearTimeout(longest);
    try {
      open.close();
    } catch {
      // The listener has closed it.
    }
    onEnd();
  };
  const stopListening = heads.listen(
    (moved) => {
      if (known.has(moved.id)) return tell(moved);
      if (doubted.has(moved.id) || !mayConcern(options.claims, moved.by)) return;
      // Whether the listener sees it, the database knows.
      doubted.add(moved.id);
      void ask();
    },
    (commented) => {
      if (known.has(commented.id)) tellComments(commented);
      else early?.push(commented);
    },
  );
  const quiet = setInterval(() => say(': here\n\n'), times.quietMs);
  const asks = setInterval(() => {
    doubted.clear();
    void ask();
  }, times.askMs);
  const longest = setTimeout(end, times.longestMs);
  const body = new ReadableStream<Uint8Array>({
    start(opened) {
      controller = opened;
      say(': here\n\n');
      void ask();
    },
    cancel: end,
  });
  return { body, end };
}

/** Whether what somebody moved can be something that the listener sees: their own, or their organisation's. */
function mayConcern(listener: Claims, by: Claims): boolean {
  if (listener.userId === by.userId) return true;
  return listener.organisation !== null && listener.organisation.id === by.organisation?.id;
}
