import type { MessagePortMain } from 'electron';
import { type Fault, fail, type Result } from '../../domain/kernel/result.ts';
import type { StudioProcess } from './fork-studio.ts';

export interface StudioKeeper extends Pick<StudioProcess, 'ask'> {
  /** A line to the studio that runs, or to the next one while none does. Rejects once it is closed for good. */
  connect(): Promise<MessagePortMain>;
  close(): Promise<void>;
}

export interface KeepOptions {
  readonly fork: () => StudioProcess;
  readonly wait: (ms: number) => Promise<void>;
  /** Told when a studio could not open its data: the person decides. */
  readonly onRefused: (fault: Fault) => void;
  /** Told whenever a studio has ended, before the next is started: lines to it are dead. */
  readonly onEnded: () => void;
}

const firstWaitMs = 200;
const longestWaitMs = 10_000;

/**
 * Keeps one studio running: one that dies is started again, a little later each time, until it has opened once more. What
 * it had committed is on disk; windows notice by their closed line and ask for another.
 */
export function keepStudio({ fork, wait, onRefused, onEnded }: KeepOptions): StudioKeeper {
  let current: StudioProcess | null = null;
  let closing = false;
  let failures = 0;
  let waiting: ((studio: StudioProcess) => void)[] = [];

  const run = async (): Promise<void> => {
    while (!closing) {
      const studio = fork();
      const fault = await studio.opened;
      if (fault === null) {
        failures = 0;
        current = studio;
        for (const tell of waiting) tell(studio);
        waiting = [];
      } else if (fault.code !== 'studio.ended') {
        // Another studio has the folder, or it cannot be read: trying again would change nothing by itself.
        onRefused(fault);
      }
      await studio.ended;
      current = null;
      onEnded();
      if (fault !== null && fault.code !== 'studio.ended') return;
      if (!closing) await wait(Math.min(longestWaitMs, firstWaitMs * 2 ** failures++));
    }
  };
  void run();

  return {
    async connect() {
      const studio = current ?? (await new Promise<StudioProcess>((resolve) => waiting.push(resolve)));
      return studio.connect();
    },
    async ask(name, given): Promise<Result<never>> {
      if (current === null) return fail('studio.gone', 'The studio is being started again. Try once more.');
      return (await current.ask(name, given)) as Result<never>;
    },
    async close() {
      closing = true;
      await current?.close();
    },
  };
}
