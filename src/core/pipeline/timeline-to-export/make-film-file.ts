import { rm, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import type { RenderProgress, RenderReport } from '../../../domain/export/export-plan.ts';
import type { CaptionMode } from '../../../domain/export/export-record.ts';
import { captionsOf, writeSrt } from '../../../domain/export/write-srt.ts';
import type { AssetId, ExportId } from '../../../domain/kernel/ids.ts';
import { type Fault, ok, type Result } from '../../../domain/kernel/result.ts';
import type { MediaLibrary } from '../../library/media-library.ts';
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

export interface FilmFileParts {
  readonly store: Store;
  readonly library: Pick<MediaLibrary, 'verifyOnce'>;
  readonly workers: WorkerHost;
}

/**
 * Renders in a worker of its own under a temporary name, and gives film and subtitles their names when both are
 * complete and on the disk. Every medium is read through beside it: one whose bytes have changed would be decoded to
 * something, so it ends the export. A failure removes everything that this export wrote.
 */
export async function makeFilmFile(
  { store, library, workers }: FilmFileParts,
  request: FilmFileRequest,
  planned: PlannedExport,
  target: ExportTarget,
  id: ExportId,
): Promise<Result<MadeFilm>> {
  const partial = partialPath(target, id);
  const sidecarPartial = `${partial}.srt`;
  const worker = workers.start('export');
  const ended = new AbortController();
  const signals = request.signal === undefined ? [ended.signal] : [ended.signal, request.signal];
  const signal = AbortSignal.any(signals);
  const media = findDamage(library, [...planned.plan.media.keys()], signal).then((damage) => {
    if (damage !== null) ended.abort();
    return damage;
  });
  try {
    await removeStalePartials(target, (other) => store.row('export', other) !== null);
    const rendered = await worker.call<RenderReport>(
      'render',
      { ...planned.plan, path: partial },
      {
        signal,
        onProgress: (progress) => request.onProgress?.(progress as RenderProgress),
      },
    );
    // A medium that has changed is why it could not be decoded, and says more than the decoder does.
    const damage = request.signal?.aborted === true ? null : await media;
    const fault = damage ?? (rendered.ok ? null : rendered.fault);
    if (fault !== null || !rendered.ok) {
      await rm(partial, { force: true });
      return { ok: false, fault: exportFailure(fault, target, partial) };
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
    ended.abort();
    await worker.stop();
  }
}

/** The first medium that is not what was stored; null where all are, or nobody wants to know any more. */
async function findDamage(
  library: Pick<MediaLibrary, 'verifyOnce'>,
  ids: readonly AssetId[],
  signal: AbortSignal,
): Promise<Fault | null> {
  for (const id of ids) {
    if (signal.aborted) return null;
    const checked = await library.verifyOnce(id);
    if (!checked.ok) return checked.fault;
  }
  return null;
}

/** `film.mp4` gets `film.srt`. */
function sidecarOf({ path }: ExportTarget): string {
  return `${path.slice(0, path.length - extname(path).length)}.srt`;
}
