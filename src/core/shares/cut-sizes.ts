import { cutShortSidesPx, cutSize } from '../../domain/export/cut-size.ts';
import type { ProjectId } from '../../domain/kernel/ids.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import type { MediaLibrary } from '../library/media-library.ts';
import { outlineExport } from '../pipeline/timeline-to-export/outline-export.ts';
import type { Store } from '../store/store.ts';

export interface CutSize {
  readonly shortSidePx: number | null;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly estimatedBytes: number;
}

/** The film's own size first, then the smaller ones. Faults: `project.not-found`, `export.empty-timeline`. */
export function cutSizes(
  store: Store,
  library: Pick<MediaLibrary, 'assetPath'>,
  projectId: ProjectId,
): Result<readonly CutSize[]> {
  const wish = { projectId, path: '', preset: 'standard', captions: 'none' } as const;
  const outlined = outlineExport(store, library, wish);
  if (!outlined.ok) return outlined;
  const film = outlined.value;
  const pixels = film.widthPx * film.heightPx;
  const own = Math.min(film.widthPx, film.heightPx);
  const sides = [null, ...cutShortSidesPx.filter((px) => px < own)];
  return ok(
    sides.map((shortSidePx) => {
      const size = cutSize(film, shortSidePx);
      // Bits go with the number of pixels, as far as one can say beforehand.
      const share = (size.widthPx * size.heightPx) / pixels;
      return { shortSidePx, ...size, estimatedBytes: Math.round(film.estimatedBytes * share) };
    }),
  );
}
