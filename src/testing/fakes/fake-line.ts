import type { ClientContext, ClientLink } from '@orpc/client';
import type { Transport } from '../../renderer/client/transport.ts';
import type { WindowClock } from '../../renderer/client/window-clock.ts';

/** A studio at the far end of a line that a test cuts and mends. */
export interface FakeLine {
  readonly open: () => Promise<Transport>;
  /** Lines opened so far, also those that were refused. */
  readonly dialled: () => number;
  /** Lines that are open now. */
  readonly lines: () => number;
  /** From now on nobody takes the line, or somebody does again. */
  refuse(refusing: boolean): void;
  /** Cuts what is open. */
  cut(): void;
}

/** `answer` is what the studio says to a call, by its path: "studio.about". */
export function createFakeLine(answer: (path: string, input: unknown) => unknown): FakeLine {
  let dialled = 0;
  let refusing = false;
  const cuts = new Set<() => void>();
  const link: ClientLink<ClientContext> = {
    call: async (path, input) => answer(path.join('.'), input),
  };
  return {
    dialled: () => dialled,
    lines: () => cuts.size,
    refuse: (next) => {
      refusing = next;
    },
    cut: () => {
      for (const cut of [...cuts]) cut();
    },
    open: async () => {
      dialled++;
      if (refusing) throw new Error('Nobody took the line.');
      let resolve = (): void => undefined;
      const closed = new Promise<void>((settle) => {
        resolve = settle;
      });
      const close = (): void => {
        cuts.delete(close);
        resolve();
      };
      cuts.add(close);
      return { link, closed, close };
    },
  };
}

export interface HandClock extends WindowClock {
  /** Turns forward, and runs what comes due on the way. */
  advance(ms: number): Promise<void>;
}

/** A window's clock that stands still until it is turned. */
export function createHandClock(startMs = 1_000): HandClock {
  let nowMs = startMs;
  const waits = new Set<{ readonly dueMs: number; readonly run: () => void }>();
  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  return {
    nowMs: () => nowMs,
    after(ms, run) {
      const wait = { dueMs: nowMs + ms, run };
      waits.add(wait);
      return () => waits.delete(wait);
    },
    async advance(ms) {
      const untilMs = nowMs + ms;
      await settle();
      for (;;) {
        const [first] = [...waits].sort((a, b) => a.dueMs - b.dueMs);
        if (first === undefined || first.dueMs > untilMs) break;
        waits.delete(first);
        nowMs = first.dueMs;
        first.run();
        await settle();
      }
      nowMs = untilMs;
    },
  };
}
