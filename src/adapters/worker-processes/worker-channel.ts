import type { FromWorker, ToWorker } from '../../core/ports/worker-messages.ts';

/** The line to one worker process, whatever carries it. */
export interface WorkerChannel {
  /** False once the process has ended or its line is closed. */
  readonly open: boolean;
  /** Throws for what cannot be cloned. */
  send(message: ToWorker): void;
  onMessage(listener: (message: FromWorker) => void): void;
  /** Called once, after the last message, with why it ended: "exit code 1", "signal SIGKILL". */
  onEnd(listener: (why: string) => void): void;
  /** Whether the worker keeps the studio's event loop alive: only while a call is open. */
  hold(alive: boolean): void;
  /** Closes the line: the worker aborts what it does, cleans up and ends. */
  disconnect(): void;
  kill(): void;
  /** The last words of the process on stderr, for logs. */
  errorOutput(): string;
}
