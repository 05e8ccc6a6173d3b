import { existsSync } from 'node:fs';
import { type ExportPresetName, isExportPreset } from '../../../domain/export/export-presets.ts';
import type { CaptionMode, ExportRecord } from '../../../domain/export/export-record.ts';
import { type FilmSegment, outlineFilm } from '../../../domain/export/outline-film.ts';
import type { ProjectId } from '../../../domain/kernel/ids.ts';
import { ok, type Result } from '../../../domain/kernel/result.ts';
import { flicksToSeconds } from '../../../domain/kernel/time.ts';
import type { MediaLibrary } from '../../library/media-library.ts';
import type { Store } from '../../store/store.ts';
import { gatherExport } from './plan-export.ts';

export interface ExportOutline {
  readonly path: string;
  readonly replaces: boolean;
  readonly frames: number;
  readonly durationFlicks: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly segments: FilmSegment[];
  readonly missing: string[];
  readonly estimatedBytes: number;
}

export interface OutlineWish {
  readonly projectId: ProjectId;
  readonly path: string;
  readonly preset: string;
  readonly captions: CaptionMode;
}

/** What an export would do. Writes nothing. Faults: `project.not-found`, `export.unknown-preset`, `export.empty-timeline`. */
export function outlineExport(
  store: Store,
  library: Pick<MediaLibrary, 'assetPath'>,
  { projectId, path, preset, captions }: OutlineWish,
): Result<ExportOutline> {
  const gathered = gatherExport(store, library, projectId, preset, captions);
  if (!gathered.ok) return gathered;
  const { index, plan, durationFlicks, missing } = gathered.value;
  const segments = outlineFilm(index, plan, (id) => store.row('asset', id)?.facts ?? null);
  const { frames, widthPx, heightPx } = plan;
  const size = { frames, widthPx, heightPx, durationFlicks };
  return ok({
    path,
    replaces: existsSync(path),
    ...size,
    segments,
    missing: missing.map(({ name }) => name),
    estimatedBytes: estimateBytes(size, preset, store.rows('export', projectId)),
  });
}

/** Bits for a pixel of each frame, as films of drawn and generated pictures came out on average. */
const bitsPerPixel: Readonly<Record<ExportPresetName, number>> = { draft: 0.03, standard: 0.08, master: 0.2 };
const soundBitsPerSecond = 192_000;

/** From the project's own last film of this kind where there is one; from the preset's usual rate otherwise. */
function estimateBytes(
  film: Pick<ExportOutline, 'frames' | 'widthPx' | 'heightPx' | 'durationFlicks'>,
  preset: string,
  records: readonly ExportRecord[],
): number {
  const like = records
    .filter((record) => record.preset === preset && record.state === 'done' && record.durationFlicks > 0)
    .sort((a, b) => b.startedAtMs - a.startedAtMs)[0];
  if (like?.bytes != null) return Math.round((like.bytes / like.durationFlicks) * film.durationFlicks);
  const perPixel = isExportPreset(preset) ? bitsPerPixel[preset] : bitsPerPixel.standard;
  const bits =
    film.frames * film.widthPx * film.heightPx * perPixel +
    flicksToSeconds(film.durationFlicks) * soundBitsPerSecond;
  return Math.round(bits / 8);
}
