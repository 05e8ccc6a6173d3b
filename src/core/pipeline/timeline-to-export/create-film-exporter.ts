import type { RenderReport } from '../../../domain/export/export-plan.ts';
import type { CaptionMode, ExportRecord } from '../../../domain/export/export-record.ts';
import { ExportId, type ProjectId } from '../../../domain/kernel/ids.ts';
import { addChange, patchOf, updateChange } from '../../../domain/kernel/patch.ts';
import { fail, ok, type Result } from '../../../domain/kernel/result.ts';
import type { MediaLibrary } from '../../library/media-library.ts';
import type { Clock } from '../../ports/clock.ts';
import type { IdSource } from '../../ports/id-source.ts';
import type { WorkerHost } from '../../ports/worker-host.ts';
import type { Store } from '../../store/store.ts';
import { checkTarget, type ExportTarget } from './check-target.ts';
import { type FilmFileRequest, makeFilmFile } from './make-film-file.ts';
import { type PlannedExport, planExport } from './plan-export.ts';

export interface FilmExporterParts {
  readonly store: Store;
  readonly library: Pick<MediaLibrary, 'assetPath' | 'verifyOnce'>;
  readonly workers: WorkerHost;
  readonly clock: Clock;
  readonly ids: IdSource;
}

export interface ExportRequest extends FilmFileRequest {
  readonly projectId: ProjectId;
  /** Of the film; an existing file is replaced once the new one is complete. */
  readonly path: string;
  /** A name of {@link exportPresets}. */
  readonly preset: string;
}

export interface ExportedFilm {
  readonly record: ExportRecord;
  readonly report: RenderReport;
  /** The subtitle file beside the film, where one was asked for and there is something to say. */
  readonly sidecarPath: string | null;
}

/** Makes films of projects, one at a time for each file name. */
export interface FilmExporter {
  /**
   * Renders in a worker under a temporary name, has the file checked, and gives it its name last. Whatever fails, the
   * file that was there before stays and nothing else is left. Faults: `export.*`, `disk.*`, `media.*`, `worker.*`.
   */
  exportFilm(request: ExportRequest): Promise<Result<ExportedFilm>>;
  /** Whether a film of the project could be written to `path` now, so that nobody waits for shots in vain. */
  checkPath(projectId: ProjectId, path: string): Promise<Result<void>>;
  /** Whether there is a film to write: something on the timeline, and every medium in its place. */
  check(projectId: ProjectId, preset: string, captions: CaptionMode): Result<void>;
}

export function createFilmExporter(parts: FilmExporterParts): FilmExporter {
  const running = new Set<string>();
  return {
    async checkPath(projectId, path) {
      const checked = await checkTarget(path, storyOf(parts.store, projectId));
      return checked.ok ? ok(undefined) : checked;
    },
    check(projectId, preset, captions) {
      const planned = planExport(parts.store, parts.library, projectId, preset, captions);
      return planned.ok ? ok(undefined) : planned;
    },
    async exportFilm(request) {
      const { store, library } = parts;
      const planned = planExport(store, library, request.projectId, request.preset, request.captions);
      if (!planned.ok) return planned;
      const media = [...planned.value.plan.media.values()].map(({ path }) => path);
      const checked = await checkTarget(request.path, [...media, ...storyOf(store, request.projectId)]);
      if (!checked.ok) return checked;
      const target = checked.value;
      if (running.has(target.path)) {
        const words = `${target.path} is being written already. That export goes on; wait for it or choose another name.`;
        return fail('export.busy', words);
      }
      closeDeadRecords(parts, request.projectId, running);
      running.add(target.path);
      try {
        return await runExport(parts, request, planned.value, target);
      } finally {
        running.delete(target.path);
      }
    },
  };
}

/** The file that the project was made from, where it is known: a film is never written over it. */
function storyOf(store: Store, projectId: ProjectId): string[] {
  const path = store.row('project', projectId)?.sourcePath ?? null;
  return path === null ? [] : [path];
}

/** Records of exports that were under way when an earlier studio ended: nobody else will say how they ended. */
function closeDeadRecords(
  { store, clock }: FilmExporterParts,
  projectId: ProjectId,
  runningPaths: ReadonlySet<string>,
): void {
  const dead = store
    .rows('export', projectId)
    .filter((record) => record.state === 'running' && !runningPaths.has(record.path));
  if (dead.length === 0) return;
  const faultMessage =
    'Reelwright ended while this film was being written; the file that was there before is untouched.';
  const finished = { state: 'failed', faultMessage, finishedAtMs: clock.nowMs() } as const;
  const closed = store.commit(patchOf(dead.map((record) => updateChange('export', record, finished))), {
    projectId,
    label: 'Export film',
    undoable: false,
  });
  // A store that cannot write says so again, and is heard, when this export's own record is committed.
  void closed;
}

async function runExport(
  parts: FilmExporterParts,
  request: ExportRequest,
  planned: PlannedExport,
  target: ExportTarget,
): Promise<Result<ExportedFilm>> {
  const { store, clock, ids } = parts;
  const record: ExportRecord = {
    id: ExportId.parse(ids.newId()),
    projectId: request.projectId,
    path: target.path,
    preset: request.preset,
    captions: request.captions,
    state: 'running',
    planDigest: planned.digest,
    durationFlicks: planned.durationFlicks,
    bytes: null,
    faultMessage: null,
    startedAtMs: clock.nowMs(),
    finishedAtMs: null,
  };
  const begun = store.commit(patchOf([addChange('export', record)]), {
    projectId: request.projectId,
    label: 'Export film',
    undoable: false,
  });
  if (!begun.ok) return begun;

  const made = await makeFilmFile(parts, request, planned, target, record.id);
  const end: Partial<ExportRecord> = made.ok
    ? { state: 'done', bytes: made.value.bytes }
    : {
        state: made.fault.code === 'export.cancelled' ? 'cancelled' : 'failed',
        faultMessage: made.fault.message,
      };
  const finished = { ...end, finishedAtMs: clock.nowMs() };
  const ended = store.commit(patchOf([updateChange('export', record, finished)]), {
    projectId: request.projectId,
    label: 'Export film',
    undoable: false,
  });
  if (!made.ok) return made;
  // The film is complete and in its place; that its record could not be written is the store's to report.
  if (!ended.ok) return ended;
  return ok({
    record: { ...record, ...finished },
    report: made.value.report,
    sidecarPath: made.value.sidecarPath,
  });
}
