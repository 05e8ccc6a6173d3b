import type { Activity } from '../../contract/activities.ts';
import type { CaptionMode } from '../../domain/export/export-record.ts';
import { faultOf, ok, type Result } from '../../domain/kernel/result.ts';
import type { Project } from '../../domain/project/project.ts';
import type { CutState } from '../../domain/sync/share-messages.ts';
import type { NoticeBoard } from '../machine-state/notice-board.ts';
import type { FilmExporter } from '../pipeline/timeline-to-export/create-film-exporter.ts';
import type { Clock } from '../ports/clock.ts';
import type { FilmSharing } from '../ports/film-sharing.ts';
import { createTimeLeft } from '../progress/time-left.ts';
import { patientSharing } from '../shares/patient-sharing.ts';
import { type PublishParts, type PublishProgress, publishCut } from '../shares/publish-cut.ts';
import type { ActivityBoard, ActivityHandle } from './activity-board.ts';
import type { StandingOrders } from './standing-orders.ts';

export interface PublishQueueParts extends PublishParts {
  readonly exporter: Pick<FilmExporter, 'check'>;
  /** null where this studio has no service. */
  readonly sharing: () => FilmSharing | null;
  readonly clock: Clock;
  readonly random: () => number;
  readonly board: ActivityBoard;
  readonly notices: Pick<NoticeBoard, 'add'>;
  readonly orders: StandingOrders;
}

export interface PublishOrder {
  readonly project: Project;
  readonly preset: string;
  readonly captions: CaptionMode;
  /** Of the picture; null as the project has it. */
  readonly shortSidePx: number | null;
  /** How often it was begun again after the studio had ended. */
  readonly restarts?: number;
}

/** Cuts that the studio publishes by itself, one at a time over all projects. */
export interface PublishQueue {
  /**
   * Checks what can be known beforehand and lines the cut up. One that waits or runs for the project is ended first: links show one
   * cut. Faults: `export.*`.
   */
  add(order: PublishOrder): Result<Activity>;
  /** Ends what is under way; links show what they did. */
  close(): Promise<void>;
}

interface Queued {
  readonly order: PublishOrder;
  readonly handle: ActivityHandle;
  readonly abort: AbortController;
}

const waitsWords = 'Waits for the cut that is being published.';
const cancelWords = 'Cancelled. Links show what they showed before.';
const closeWords =
  'The studio was closed before the cut was published. Links show what they showed before; it goes on at the next start.';
/** Frames are counted while it is written, hundredths of the file while it is sent: bytes say nothing to anybody. */
const stages = {
  writing: 'Writing the film, frame by frame.',
  sending: 'Sending the film, in per cent.',
} as const;
const keptWords = 'Links show what they showed before.';
const offlineWords = 'There is no line to the service. It goes on where it was when there is one.';

export function createPublishQueue(parts: PublishQueueParts): PublishQueue {
  const { exporter, board, orders } = parts;
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
    working = publish(parts, next).finally(() => {
      busy = false;
      if (!closing) orders.forget(next.handle.id);
      line = line.filter((queued) => queued !== next);
      advance();
    });
  };

  return {
    add(order) {
      const { project, preset, captions, shortSidePx, restarts = 0 } = order;
      const planned = exporter.check(project.id, preset, captions);
      if (!planned.ok) return planned;
      for (const { handle, order: other } of line)
        if (other.project.id === project.id) board.cancel(handle.id);
      const abort = new AbortController();
      const handle = board.open({
        kind: 'publish',
        projectId: project.id,
        projectTitle: project.title,
        path: null,
        waitsFor: busy ? waitsWords : null,
        cancel: () => {
          abort.abort();
          orders.forget(handle.id);
          return cancelWords;
        },
      });
      line = [...line, { order, handle, abort }];
      const about = { projectId: project.id, askedAtMs: parts.clock.nowMs(), restarts };
      orders.keep({ id: handle.id, kind: 'publish', ...about, preset, captions, shortSidePx });
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

async function publish(parts: PublishQueueParts, queued: Queued): Promise<void> {
  const { handle, abort, order } = queued;
  const { project } = order;
  const sharing = parts.sharing();
  let timeLeft = createTimeLeft(parts.clock);
  let stage: PublishProgress['stage'] | null = null;
  const onProgress = (progress: PublishProgress): void => {
    if (progress.stage !== stage) timeLeft = createTimeLeft(parts.clock);
    stage = progress.stage;
    const isSending = stage === 'sending';
    const done = isSending ? Math.floor((progress.done / progress.total) * 100) : progress.done;
    const total = isSending ? 100 : progress.total;
    handle.report({ done, total, secondsLeft: timeLeft(done, total), message: stages[stage] });
  };
  const onWait = (waits: boolean): void => {
    const { done, total } = handle.activity();
    const message = waits ? offlineWords : stage === null ? null : stages[stage];
    handle.report({ done, total, secondsLeft: null, message });
  };
  let published: Result<CutState>;
  try {
    published =
      sharing === null
        ? { ok: false, fault: { code: 'sync.no-service', message: noServiceWords } }
        : await publishCut(
            parts,
            patientSharing(sharing, { ...parts, onWait }),
            { ...order, projectId: project.id },
            abort.signal,
            onProgress,
          );
  } catch (thrown) {
    published = { ok: false, fault: faultOf(thrown, 'publish.failed') };
  }
  if (handle.ended) return;
  const { id: projectId, title } = project;
  if (published.ok) {
    const message = `All links of "${title}" show its cut as it is now.`;
    handle.end('done', message);
    parts.notices.add({ level: 'info', code: 'publish.done', message, projectId });
    return;
  }
  const message = [published.fault.message, keptWords].join(' ');
  handle.end('failed', message);
  parts.notices.add({ level: 'problem', code: 'publish.failed', message, projectId });
}

const noServiceWords = 'This studio was started without a sync service, so there is nowhere to share a film.';
