import type { Activity } from '../../contract/activities.ts';
import type { CaptionMode } from '../../domain/export/export-record.ts';
import { faultOf, ok, type Result } from '../../domain/kernel/result.ts';
import type { Project } from '../../domain/project/project.ts';
import type { NoticeBoard } from '../machine-state/notice-board.ts';
import {
  chooseFilmPath,
  type FilmDestination,
  makeExportsFolder,
} from '../pipeline/timeline-to-export/choose-film-path.ts';
import type { ExportedFilm, FilmExporter } from '../pipeline/timeline-to-export/create-film-exporter.ts';
import type { Clock } from '../ports/clock.ts';
import { createTimeLeft } from '../progress/time-left.ts';
import type { ActivityBoard, ActivityHandle } from './activity-board.ts';
import type { StandingOrders } from './standing-orders.ts';

export interface ExportQueueParts {
  readonly exporter: FilmExporter;
  readonly exportsFolder: string;
  readonly clock: Clock;
  readonly board: ActivityBoard;
  readonly notices: Pick<NoticeBoard, 'add'>;
  readonly orders: StandingOrders;
}

export interface ExportOrder {
  readonly project: Project;
  readonly destination: FilmDestination;
  readonly preset: string;
  readonly captions: CaptionMode;
  /** How often it was begun again after the studio had ended. */
  readonly restarts?: number;
}

/** Films that the studio writes by itself, one at a time over all projects. */
export interface ExportQueue {
  /** Where a film would go now. Makes nothing. */
  pathOf(destination: FilmDestination, captions: CaptionMode): string;
  /** Checks what can be known beforehand and lines the film up. Faults as of `FilmExporter`. */
  add(order: ExportOrder): Promise<Result<Activity>>;
  /** Ends the film that is written; its file is as it was before. */
  close(): Promise<void>;
}

interface Queued {
  readonly order: ExportOrder;
  readonly path: string;
  readonly handle: ActivityHandle;
  readonly abort: AbortController;
}

const waitsWords = 'Waits for the film that is being written.';
const cancelWords = 'Cancelled. Nothing of this film is left, and a file that was there before is as it was.';
const closeWords =
  'The studio was closed before the film was complete. Nothing of it is left; it is written at the next start.';

export function createExportQueue(parts: ExportQueueParts): ExportQueue {
  const { exporter, exportsFolder, board, orders } = parts;
  let line: readonly Queued[] = [];
  let working: Promise<void> = Promise.resolve();
  let busy = false;
  let closing = false;

  const advance = (): void => {
    line = line.filter(({ handle }) => !handle.ended);
    const [next] = line;
    if (busy || closing || next === undefined) return;
    busy = true;
    next.handle.begin();
    working = writeFilm(parts, next).finally(() => {
      busy = false;
      if (!closing) orders.forget(next.handle.id);
      line = line.filter((queued) => queued !== next);
      advance();
    });
  };
  const pathOf: ExportQueue['pathOf'] = (destination, captions) =>
    chooseFilmPath(destination, captions, {
      exportsFolder,
      isPromised: (path) => line.some((queued) => !queued.handle.ended && filesOf(queued).includes(path)),
    });

  return {
    pathOf,
    async add(order) {
      const { project, destination, captions, preset } = order;
      const planned = exporter.check(project.id, preset, captions);
      if (!planned.ok) return planned;
      if (destination.to === 'exports-folder') {
        const made = makeExportsFolder(exportsFolder);
        if (!made.ok) return made;
      }
      const checked = await exporter.checkPath(project.id, pathOf(destination, captions));
      if (!checked.ok) return checked;
      // Chosen again, with nothing waiting in between: two orders at once must not get one name.
      const path = pathOf(destination, captions);
      const abort = new AbortController();
      const handle = board.open({
        kind: 'export',
        projectId: project.id,
        projectTitle: project.title,
        path,
        waitsFor: busy ? waitsWords : null,
        cancel: () => {
          abort.abort();
          orders.forget(handle.id);
          return cancelWords;
        },
      });
      line = [...line, { order, path, handle, abort }];
      const { restarts = 0 } = order;
      const about = { projectId: project.id, askedAtMs: parts.clock.nowMs(), restarts };
      orders.keep({ id: handle.id, kind: 'export', ...about, path, preset, captions });
      advance();
      return ok(handle.activity());
    },
    async close() {
      closing = true;
      for (const { handle, abort } of line) {
        handle.end('cancelled', closeWords);
        abort.abort();
      }
      await working;
    },
  };
}

function filesOf({ path, order: { captions } }: Queued): string[] {
  return captions === 'sidecar' ? [path, path.replace(/\.mp4$/, '.srt')] : [path];
}

async function writeFilm(
  { exporter, clock, notices }: ExportQueueParts,
  { order: { project, preset, captions }, path, handle, abort }: Queued,
): Promise<void> {
  const timeLeft = createTimeLeft(clock);
  let made: Result<ExportedFilm>;
  try {
    made = await exporter.exportFilm({
      projectId: project.id,
      path,
      preset,
      captions,
      signal: abort.signal,
      onProgress: ({ framesDone, framesTotal }) =>
        handle.report({
          done: framesDone,
          total: framesTotal,
          secondsLeft: timeLeft(framesDone, framesTotal),
        }),
    });
  } catch (thrown) {
    made = { ok: false, fault: faultOf(thrown, 'export.failed') };
  }
  if (handle.ended) return;
  const about = { projectId: project.id, path };
  if (made.ok) {
    const words = `The film is written: ${path}.`;
    handle.end('done', words);
    notices.add({ level: 'info', code: 'export.done', message: words, ...about });
    return;
  }
  const { code, message } = made.fault;
  handle.end(code === 'export.cancelled' ? 'cancelled' : 'failed', message);
  if (code !== 'export.cancelled') {
    notices.add({ level: 'problem', code: 'export.failed', message, projectId: project.id });
  }
}
