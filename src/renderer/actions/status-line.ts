import { createContext, use } from 'react';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Fault } from '../../domain/kernel/result.ts';
import type { CommandId } from './all-commands.ts';

/** What the line at the foot of the window says: what the last action did, or why it did nothing. */
export interface StatusMessage {
  readonly tone: 'done' | 'warning' | 'problem';
  readonly text: string;
  /** A way to act on it: a command offered beside the words. */
  readonly offer: CommandId | null;
  readonly atMs: number;
}

export interface StatusLine {
  readonly message: StoreApi<{ readonly latest: StatusMessage | null }>;
  /** Forgets what was said since then: it is about something that is not on the screen any more. */
  clear(sinceMs: number): void;
  /** Says why a call was refused, in words of the person's language, and remembers it. */
  refuse(fault: Fault, text: string): void;
  /** Why the newest refused call was. */
  refusal(): Fault | null;
  say(text: string, tone?: StatusMessage['tone'], offer?: CommandId | null): void;
}

export function createStatusLine(): StatusLine {
  const message = createStore<{ readonly latest: StatusMessage | null }>(() => ({ latest: null }));
  let refused: Fault | null = null;
  const say: StatusLine['say'] = (text, tone = 'done', offer = null) =>
    message.setState({ latest: { tone, text, offer, atMs: Date.now() } });
  return {
    message,
    say,
    clear(sinceMs) {
      const { latest } = message.getState();
      if (latest !== null && latest.atMs >= sinceMs) message.setState({ latest: null });
    },
    refuse(fault, text) {
      refused = fault;
      say(text, 'problem');
    },
    refusal: () => refused,
  };
}

export const StatusContext = createContext<StatusLine | null>(null);

export function useStatusLine(): StatusLine {
  const line = use(StatusContext);
  if (line === null) throw new Error('There is no status line around this component.');
  return line;
}
