export interface LogEntry {
  readonly event: string;
  readonly [field: string]: string | number | boolean | null;
}

export type Log = (entry: LogEntry) => void;

/** One line of JSON an event. What is logged is named at the place that logs it: no headers, no bodies, no addresses with a query. */
export function createLog(write: (line: string) => void, now: () => number): Log {
  return (entry) => write(`${JSON.stringify({ at: new Date(now()).toISOString(), ...entry })}\n`);
}
