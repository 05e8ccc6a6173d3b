import { createHash } from 'node:crypto';
import type { ExportPlan, PlannedMedium } from '../../../domain/export/export-plan.ts';
import { exportPresets, isExportPreset } from '../../../domain/export/export-presets.ts';
import type { CaptionMode } from '../../../domain/export/export-record.ts';
import type { AssetId, ProjectId } from '../../../domain/kernel/ids.ts';
import { canonicalJson, type JsonValue } from '../../../domain/kernel/patch.ts';
import { type Fault, fail, ok, type Result } from '../../../domain/kernel/result.ts';
import { frameFlicks } from '../../../domain/kernel/time.ts';
import { projectRate } from '../../../domain/project/project.ts';
import { timelineDurationFlicks } from '../../../domain/timeline/queries.ts';
import { indexTimeline, type TimelineIndex } from '../../../domain/timeline/timeline-index.ts';
import type { MediaLibrary } from '../../library/media-library.ts';
import { requireProject } from '../../store/require-project.ts';
import type { Store } from '../../store/store.ts';

export interface PlannedExport {
  /** All but the path, which is chosen when the export begins. */
  readonly plan: Omit<ExportPlan, 'path'>;
  readonly index: TimelineIndex;
  readonly durationFlicks: number;
  /** Digest of everything that shapes the file. */
  readonly digest: string;
}

/** The same with the media that are not there, which a film cannot be made without. */
export interface GatheredExport extends PlannedExport {
  readonly missing: readonly { readonly name: string; readonly fault: Fault }[];
}

/** Gathers what a project's film is made of. Faults: `project.not-found`, `export.*`, `library.*`. */
export function planExport(...asked: Parameters<typeof gatherExport>): Result<PlannedExport> {
  const gathered = gatherExport(...asked);
  const lost = gathered.ok ? gathered.value.missing[0] : undefined;
  return lost === undefined ? gathered : { ok: false, fault: lost.fault };
}

/** All that a film is made of, and what of it is missing. Faults: `project.not-found`, `export.*`. */
export function gatherExport(
  store: Store,
  library: Pick<MediaLibrary, 'assetPath'>,
  projectId: ProjectId,
  presetName: string,
  captions: CaptionMode,
): Result<GatheredExport> {
  const found = requireProject(store, projectId);
  if (!found.ok) return found;
  const project = found.value;
  if (!isExportPreset(presetName)) {
    const names = Object.keys(exportPresets).join(', ');
    return fail(
      'export.unknown-preset',
      `There is no preset "${presetName}"; there are ${names}. Nothing was written.`,
    );
  }
  const timeline = {
    tracks: store.rows('track', projectId),
    items: store.rows('item', projectId),
    transitions: store.rows('transition', projectId),
  };
  const rate = projectRate(project);
  const index = indexTimeline(timeline, rate);
  const frames = Math.round(timelineDurationFlicks(index) / frameFlicks(rate));
  if (frames === 0)
    return fail(
      'export.empty-timeline',
      `The timeline of "${project.title}" is empty. Nothing was written; make shots first.`,
    );

  const media = new Map<AssetId, PlannedMedium>();
  const missing = new Map<AssetId, { readonly name: string; readonly fault: Fault }>();
  for (const item of timeline.items) {
    if (item.kind !== 'clip' || item.assetId === null) continue;
    if (media.has(item.assetId) || missing.has(item.assetId)) continue;
    const file = library.assetPath(item.assetId);
    const asset = store.row('asset', item.assetId);
    const name = asset?.name ?? item.assetId;
    if (!file.ok) {
      missing.set(item.assetId, { name, fault: file.fault });
      continue;
    }
    media.set(item.assetId, { path: file.value.path, name, hasSound: asset?.facts?.audio !== null });
  }
  const { widthPx, heightPx } = project;
  const preset = exportPresets[presetName];
  const shape = { widthPx, heightPx, rate, frames, preset, burnCaptions: captions === 'burn' };
  return ok({
    plan: { ...shape, timeline, media },
    index,
    durationFlicks: frames * frameFlicks(rate),
    digest: digestOf({ ...shape, captions, timeline }),
    missing: [...missing.values()],
  });
}

/** `value` must be plain data, as rows are. */
function digestOf(value: object): string {
  return createHash('sha256')
    .update(canonicalJson(value as JsonValue))
    .digest('hex');
}
