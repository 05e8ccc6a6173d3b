import type { StudioClient } from '../../../contract/contract.ts';

/** What is written to the log about a fault in a window. */
export interface ProblemReport {
  readonly where: string;
  readonly message: string;
  readonly stack: string | null;
}

/** Makes a report of whatever was thrown, within the bounds of the contract. */
export function describeProblem(where: string, error: unknown, more: string | null = null): ProblemReport {
  const stack = error instanceof Error ? (error.stack ?? null) : null;
  const whole = [stack, more].filter((part) => part !== null).join('\n');
  return {
    where: where.slice(0, 200),
    message: (error instanceof Error ? error.message : String(error)).slice(0, 5_000),
    stack: whole === '' ? null : whole.slice(0, 20_000),
  };
}

/** Sends it to the log. Where the studio cannot be reached there is nobody to tell, and the page says so already. */
export function reportProblem(client: StudioClient, report: ProblemReport): void {
  client.studio.reportProblem(report).catch(() => undefined);
}

/** Whether a part of the program could not be loaded: the studio was updated, or is gone. */
export function isChunkFault(error: unknown): boolean {
  const message = error instanceof Error ? error.message : String(error);
  return /dynamically imported module|importing a module script failed|unable to preload/i.test(message);
}
