import type { CDPSession, Page } from 'playwright';

/** What the main thread did in each frame while something went on. */
export interface FrameWork {
  /** Main-thread work of each frame, milliseconds. */
  readonly workMs: readonly number[];
  /** From each frame to the next, milliseconds. */
  readonly intervalMs: readonly number[];
  /** Share of the frames that a 60 Hz screen would have missed. */
  readonly missedShare: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  /** Time that the thread was running, where the system tells: other work on the machine does not count. */
  readonly tdur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args?: { readonly name?: string };
}

/**
 * Traces a page during `action`: work is the thread time of all tasks of the renderer's main thread that begin between one
 * animation frame and the next. A frame counts as missed for each whole interval by which the next one is late.
 */
export async function traceFrames(page: Page, action: () => Promise<void>): Promise<FrameWork> {
  const session = await page.context().newCDPSession(page);
  const events = await trace(session, action);
  await session.detach();
  const main = mainThread(events);
  const own = events.filter(({ pid, tid }) => pid === main.pid && tid === main.tid);
  const starts = own
    .filter(({ name }) => name === 'FireAnimationFrame')
    .map(({ ts }) => ts)
    .sort((a, b) => a - b)
    .filter((ts, i, all) => i === 0 || ts - (all[i - 1] ?? 0) > 1_000);
  const tasks = own.filter(({ name, ph }) => ph === 'X' && name === 'RunTask').sort((a, b) => a.ts - b.ts);
  const workMs: number[] = [];
  const intervalMs: number[] = [];
  let missed = 0;
  let at = 0;
  for (let i = 0; i + 1 < starts.length; i++) {
    const [from, to] = [starts[i] ?? 0, starts[i + 1] ?? 0];
    let sum = 0;
    while (at < tasks.length && (tasks[at]?.ts ?? 0) < from) at++;
    for (; at < tasks.length && (tasks[at]?.ts ?? 0) < to; at++)
      sum += tasks[at]?.tdur ?? tasks[at]?.dur ?? 0;
    workMs.push(sum / 1000);
    intervalMs.push((to - from) / 1000);
    missed += Math.max(0, Math.round((to - from) / 16_667) - 1);
  }
  return { workMs, intervalMs, missedShare: missed / Math.max(1, workMs.length + missed) };
}

async function trace(session: CDPSession, action: () => Promise<void>): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  const complete = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: ['devtools.timeline', 'toplevel', 'disabled-by-default-devtools.timeline'],
    },
  });
  await action();
  await session.send('Tracing.end');
  await complete;
  return events;
}

/** The renderer thread that animation frames are fired on. */
function mainThread(events: readonly TraceEvent[]): { readonly pid: number; readonly tid: number } {
  const frame = events.find(({ name }) => name === 'FireAnimationFrame');
  if (frame === undefined) throw new Error('The page drew no frame while it was traced.');
  return frame;
}
