import type { ExportRecord } from '../../../domain/export/export-record.ts';
import { unwrap } from '../../../domain/kernel/result.ts';
import type { Clock } from '../../ports/clock.ts';
import { createEventQueue } from '../../progress/event-queue.ts';
import { createTimeLeft } from '../../progress/time-left.ts';
import type { ExportRequest, FilmExporter } from './create-film-exporter.ts';

export interface ExportProgress {
  readonly framesDone: number;
  readonly framesTotal: number;
  readonly secondsLeft: number | null;
}

/**
 * An export as a stream of its progress, with the finished record at the end. Leaving the stream early, or `signal`,
 * cancels the export. Throws the export's fault.
 */
export async function* streamExport(
  { exporter, clock }: { readonly exporter: FilmExporter; readonly clock: Clock },
  request: Omit<ExportRequest, 'signal' | 'onProgress'>,
  signal: AbortSignal | undefined,
): AsyncGenerator<ExportProgress, ExportRecord> {
  const left = new AbortController();
  const events = createEventQueue<ExportProgress>();
  const timeLeft = createTimeLeft(clock);
  const ended = exporter
    .exportFilm({
      ...request,
      signal: signal === undefined ? left.signal : AbortSignal.any([signal, left.signal]),
      onProgress: ({ framesDone, framesTotal }) =>
        events.pushLatest({ framesDone, framesTotal, secondsLeft: timeLeft(framesDone, framesTotal) }),
    })
    .finally(() => events.end());
  // A reader that takes its time must not turn a failure into an unhandled rejection; it is thrown below, when read.
  ended.catch(() => undefined);
  try {
    yield* events.read();
    return unwrap(await ended).record;
  } finally {
    left.abort();
    await ended.catch(() => undefined);
  }
}
