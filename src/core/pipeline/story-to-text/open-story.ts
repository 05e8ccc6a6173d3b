import { createHash } from 'node:crypto';
import type { AssetId, ProjectId } from '../../../domain/kernel/ids.ts';
import { addChange, patchOf, type RecordChange, updateChange } from '../../../domain/kernel/patch.ts';
import { ok, type Result } from '../../../domain/kernel/result.ts';
import { frameSize } from '../../../domain/project/frame-shape.ts';
import type { Project } from '../../../domain/project/project.ts';
import type { MediaLibrary } from '../../library/media-library.ts';
import type { Clock } from '../../ports/clock.ts';
import type { DocumentReader } from '../../ports/document-reader.ts';
import type { IdSource } from '../../ports/id-source.ts';
import type { WorkerHost } from '../../ports/worker-host.ts';
import type { Store } from '../../store/store.ts';
import { importStory } from './import-story.ts';
import { lastReading } from './last-reading.ts';
import { keepSource, newProject, type StorySettings } from './new-project.ts';
import { readStory } from './read-story.ts';

export interface OpenStoryOptions {
  readonly store: Store;
  readonly library: MediaLibrary;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly readers: readonly DocumentReader[];
  /** Where packed documents are read. */
  readonly workers: WorkerHost;
  /** Absolute path of the story. */
  readonly path: string;
  readonly settings: StorySettings;
  /** Make another project even where this story has one. */
  readonly fresh: boolean;
}

export interface OpenedStory {
  readonly project: Project;
  readonly created: boolean;
  readonly blocks: number;
  /** Blocks that were added, changed or removed. */
  readonly changedBlocks: number;
}

/**
 * Brings a story file into its project: the one made from the same file (or, when the file has moved, from the same
 * bytes) with the same settings; otherwise a new one. The text is brought up to date in one commit, and the file itself is
 * kept in the library. What was edited in the studio since the file was last read stays; where both changed a paragraph,
 * both versions are kept ({@link mergeReadings}). Nothing is written when nothing changed. Faults: those of reading, the library's and the store's.
 */
export async function openStory(options: OpenStoryOptions): Promise<Result<OpenedStory>> {
  const { store, library, ids, readers, workers } = options;
  const file = await readStory(options.path, workers);
  if (!file.ok) return file;
  const sourceAssetId = createHash('sha256').update(file.value.bytes).digest('hex') as AssetId;
  const existing = options.fresh
    ? null
    : findStoryProject(
        store.projects().filter(({ trashedAtMs }) => trashedAtMs === null),
        file.value.path,
        sourceAssetId,
        options.settings,
      );
  const projectId = existing?.id ?? (ids.newId() as ProjectId);
  const stored = existing === null ? [] : store.rows('block', projectId);
  const base = existing === null ? null : await lastReading({ library, readers, workers }, existing);
  const imported = importStory({ file: file.value, projectId, stored, base, readers, ids });
  if (!imported.ok) return imported;

  const kept = await keepSource(library, file.value);
  if (!kept.ok) return kept;
  const fields = { ...imported.value.project, sourceAssetId };
  const project: Project =
    existing === null
      ? newProject(projectId, fields, options.settings, options.clock.nowMs())
      : { ...existing, ...fields };
  const changes: (RecordChange | null)[] = [
    ...kept.value.patch.changes,
    existing === null ? addChange('project', project) : updateChange('project', existing, fields),
    ...imported.value.patch.changes,
  ];
  const patch = patchOf(changes);
  if (patch.changes.length > 0) {
    const committed = store.commit(patch, { projectId, label: 'Import text', undoable: existing !== null });
    if (!committed.ok) return committed;
  }
  const changedBlocks = imported.value.patch.changes.length;
  return ok({ project, created: existing === null, blocks: imported.value.blocks.length, changedBlocks });
}

function findStoryProject(
  projects: readonly Project[],
  path: string | null,
  sourceAssetId: AssetId,
  settings: StorySettings,
): Project | null {
  const { widthPx, heightPx } = frameSize(settings.aspect, settings.heightPx);
  const alike = projects.filter(
    (project) =>
      project.aspect === settings.aspect &&
      project.widthPx === widthPx &&
      project.heightPx === heightPx &&
      project.fpsNum * settings.fpsDen === settings.fpsNum * project.fpsDen &&
      project.style === settings.style,
  );
  const newest = (found: readonly Project[]): Project | null =>
    found.reduce<Project | null>(
      (best, project) => (best === null || project.createdAtMs >= best.createdAtMs ? project : best),
      null,
    );
  return (
    newest(alike.filter((project) => path !== null && project.sourcePath === path)) ??
    newest(alike.filter((project) => project.sourceAssetId === sourceAssetId))
  );
}
