import { rm, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import type { RenderProgress, RenderReport } from '../../../domain/export/export-plan.ts';
import type { CaptionMode } from '../../../domain/export/export-record.ts';
import { captionsOf, writeSrt } from '../../../domain/export/write-srt.ts';
import type { ExportId } from '../../../domain/kernel/ids.ts';
import { ok, type Result } from '../../../domain/kernel/result.ts';
import type { WorkerHost } from '../../ports/worker-host.ts';
import type { Store } from '../../store/store.ts';
import type { ExportTarget } from './check-target.ts';
import { exportFailure } from './export-faults.ts';
import {
  giveFinalName,
  partialPath,
  removeStalePartials,
  syncFolder,
  writePartial,
} from './partial-files.ts';
import type { PlannedExport } from './plan-export.ts';

export interface FilmFileRequest {
  readonly captions: CaptionMode;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: RenderProgress) => void;
}

export interface MadeFilm {
  readonly bytes: number;
  readonly report: RenderReport;
  readonly sidecarPath: string | null;
}

/**
 * Renders in a worker of its own under a temporary name, and gives film and subtitles their names when both are
 * complete and on the disk. A failure removes everything that this export wrote.
 */
export async function makeFilmFile(
  { store, workers }: { readonly store: Store; readonly workers: WorkerHost },
  request: FilmFileRequest,
  planned: PlannedExport,
  target: ExportTarget,
  id: ExportId,
): Promise<Result<MadeFilm>> {
  const partial = partialPath(target, id);
  const sidecarPartial = `${partial}.srt`;
  const worker = workers.start('export');
  try {
    await removeStalePartials(target, (other) => store.row('export', other) !== null);
    const rendered = await worker.call<RenderReport>(
      'render',
      { ...planned.plan, path: partial },
      {
        ...(request.signal === undefined ? {} : { signal: request.signal }),
        onProgress: (progress) => request.onProgress?.(progress as RenderProgress),
      },
    );
    if (!rendered.ok) {
      await rm(partial, { force: true });
      return { ok: false, fault: exportFailure(rendered.fault, target, partial) };
    }
    const { size } = await stat(partial);
    const words = request.captions === 'sidecar' ? writeSrt(captionsOf(planned.index)) : '';
    if (words !== '') await writePartial(sidecarPartial, words);
    const sidecarPath = words === '' ? null : sidecarOf(target);
    // The film last: where the subtitles cannot get their name, the film that was there is untouched, as the fault says.
    if (sidecarPath !== null) await giveFinalName(sidecarPartial, sidecarPath);
    await giveFinalName(partial, target.path);
    await syncFolder(target.folder);
    return ok({ bytes: size, report: rendered.value, sidecarPath });
  } catch (thrown) {
    for (const path of [partial, sidecarPartial]) await rm(path, { force: true }).catch(() => undefined);
    return { ok: false, fault: exportFailure(thrown, target, partial) };
  } finally {
    await worker.stop();
  }
}

/** `film.mp4` gets `film.srt`. */
function sidecarOf({ path }: ExportTarget): string {
  return `${path.slice(0, path.length - extname(path).length)}.srt`;
}
