import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Channel } from '../../adapters/neon/connection/open-channel.ts';
import { projectRoles } from '../../domain/sync/sync-messages.ts';
import type { CommentedProject, Heads, MovedProject } from './heads.ts';

const By = z.object({
  userId: z.string(),
  organisation: z.object({ id: z.string(), role: z.enum(projectRoles) }).nullable(),
});
const Word = z.object({
  /** Which service says it: it hears its own words, too. */
  from: z.string(),
  moved: z.array(z.object({ id: z.string(), head: z.int(), changedAtMs: z.int(), by: By })),
  commented: z.array(z.object({ id: z.string(), commentSeq: z.int() })),
});
type Word = z.infer<typeof Word>;

/** PostgreSQL takes 7,999 bytes at once; names may hold characters of several. */
const longestWord = 7_000;
/** What comes in between is told at once: however much is written, the database is not kept busy by words about it. */
const restMs = 20;

/**
 * `heads`, told also to the other services that use the database, and told of what they wrote. What is not heard (a connection that
 * breaks) is found by the streams' own questions (live-stream.ts). A connection listens only while a stream is open here, so that a
 * database without listeners may sleep.
 */
export function spreadHeads(heads: Heads, channel: Channel): Heads {
  const from = randomUUID();
  // The newest of each project: whoever tells while words are on their way waits, and tells all that came since at once.
  const moved = new Map<string, MovedProject>();
  const commented = new Map<string, CommentedProject>();
  let telling = false;
  let listeners = 0;
  let stopHearing: (() => void) | null = null;

  const tell = async (): Promise<void> => {
    if (telling) return;
    telling = true;
    while (moved.size + commented.size > 0) {
      const words = wordsOf(from, [...moved.values()], [...commented.values()]);
      moved.clear();
      commented.clear();
      for (const word of words) await channel.tell(word);
      await new Promise((resolve) => setTimeout(resolve, restMs));
    }
    telling = false;
  };
  const heard = (text: string): void => {
    const word = readWord(text);
    if (word === null || word.from === from) return;
    for (const one of word.moved) heads.moved({ ...one, by: { ...one.by, sessionId: null } });
    for (const one of word.commented) heads.commented(one);
  };

  return {
    moved(project) {
      heads.moved(project);
      moved.set(project.id, project);
      void tell();
    },
    commented(project) {
      heads.commented(project);
      commented.set(project.id, project);
      void tell();
    },
    listen(...given) {
      const stop = heads.listen(...given);
      listeners += 1;
      if (listeners === 1) stopHearing = channel.hear(heard);
      let ended = false;
      return () => {
        if (ended) return;
        ended = true;
        stop();
        listeners -= 1;
        if (listeners === 0) stopHearing?.();
      };
    },
  };
}

function wordsOf(
  from: string,
  moved: readonly MovedProject[],
  commented: readonly CommentedProject[],
): string[] {
  const word: Word = {
    from,
    moved: moved.map(({ id, head, changedAtMs, by: { userId, organisation } }) => ({
      ...{ id, head, changedAtMs },
      by: { userId, organisation },
    })),
    commented: [...commented],
  };
  const text = JSON.stringify(word);
  if (Buffer.byteLength(text) <= longestWord) return [text];
  // One by itself that is too long is left to the streams' own questions.
  if (moved.length + commented.length <= 1) return [];
  const [m, c] = [Math.ceil(moved.length / 2), Math.floor(commented.length / 2)];
  return [
    ...wordsOf(from, moved.slice(0, m), commented.slice(0, c)),
    ...wordsOf(from, moved.slice(m), commented.slice(c)),
  ];
}

/** What somebody else's program says on the channel is nothing to us. */
function readWord(text: string): Word | null {
  try {
    return Word.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
