import type { ProjectId } from '../../domain/kernel/ids.ts';
import { addChange, patchOf } from '../../domain/kernel/patch.ts';
import { FaultError, fail, faultOf, ok, type Result, unwrap } from '../../domain/kernel/result.ts';
import type { Project } from '../../domain/project/project.ts';
import { assembleStory } from '../pipeline/assets-to-timeline/assemble-story.ts';
import { scenesToShots } from '../pipeline/scenes-to-shots/scenes-to-shots.ts';
import { importStory } from '../pipeline/story-to-text/import-story.ts';
import { keepSource, newProject, type StorySettings } from '../pipeline/story-to-text/new-project.ts';
import {
  readStory,
  readUploadedStory,
  type StoryFile,
  storyFromText,
} from '../pipeline/story-to-text/read-story.ts';
import { textToScenes } from '../pipeline/text-to-scenes/text-to-scenes.ts';
import type { StudioParts } from '../studio-parts.ts';

export type StorySource =
  | { readonly from: 'words'; readonly words: string }
  | { readonly from: 'upload'; readonly uploadId: string }
  | { readonly from: 'sample' };

export interface NewProjectWish {
  /** A file's name; its ending says what kind of text it is. */
  readonly name: string;
  /** null takes the text's own title, or else one made of `name`. */
  readonly title: string | null;
  readonly source: StorySource;
  readonly settings: StorySettings;
}

export type CreateProjectParts = Pick<
  StudioParts,
  | 'store'
  | 'library'
  | 'uploads'
  | 'clock'
  | 'ids'
  | 'readers'
  | 'workers'
  | 'sampleStoryPath'
  | 'preferences'
>;

/**
 * A new project that is ready to work in: its text is read, broken down into scenes and shots, and laid out on the
 * timeline. All of it or nothing is stored. Faults: those of reading, of uploads, the library's and the store's.
 */
export async function createProject(
  parts: CreateProjectParts,
  { name, title, source, settings }: NewProjectWish,
): Promise<Result<{ readonly project: Project; readonly blocks: number }>> {
  const { store, library, clock, ids, readers } = parts;
  const file = await readSource(parts, name, source);
  if (!file.ok) return file;
  const projectId = ids.newId() as ProjectId;
  const imported = importStory({ file: file.value, projectId, stored: [], readers, ids });
  if (!imported.ok) return imported;
  const kept = await keepSource(library, file.value);
  if (!kept.ok) return kept;

  const origin = { ...imported.value.project, sourceAssetId: kept.value.asset.id };
  const named = title === null ? origin : { ...origin, title: title.trim() };
  const budgetUsdMicros = usualBudget(parts.preferences);
  const project = { ...newProject(projectId, named, settings, clock.nowMs()), budgetUsdMicros };
  try {
    store.transaction(() => {
      const patch = patchOf([
        // Looked at again: another project may have brought the same file while this one was stored.
        ...(store.row('asset', kept.value.asset.id) === null ? [addChange('asset', kept.value.asset)] : []),
        addChange('project', project),
        ...imported.value.patch.changes,
      ]);
      unwrap(store.commit(patch, { projectId, label: 'New project', undoable: false }));
      unwrap(textToScenes(store, projectId, { undoable: false }));
      unwrap(scenesToShots(store, projectId, { undoable: false }));
      unwrap(assembleStory(store, projectId, { undoable: false }));
    });
  } catch (thrown) {
    if (thrown instanceof FaultError) return { ok: false, fault: faultOf(thrown) };
    throw thrown;
  }
  if (source.from === 'upload') await parts.uploads.drop([source.uploadId]);
  const stored = store.row('project', projectId) ?? project;
  return ok({ project: stored, blocks: imported.value.blocks.length });
}

async function readSource(
  { uploads, sampleStoryPath, workers }: CreateProjectParts,
  name: string,
  source: StorySource,
): Promise<Result<StoryFile>> {
  switch (source.from) {
    case 'words':
      return storyFromText({ name, path: null }, new TextEncoder().encode(source.words));
    case 'upload': {
      const upload = uploads.take(source.uploadId);
      return upload.ok ? readUploadedStory(upload.value.path, name, workers) : upload;
    }
    case 'sample': {
      if (sampleStoryPath === null) {
        return fail(
          'project.no-sample',
          'This studio was put together without its sample story. Nothing was made. Open a story of your own, or paste one.',
        );
      }
      const sample = await readStory(sampleStoryPath, workers);
      // Where it lies says nothing to a person, and another version may have it elsewhere.
      return sample.ok ? ok({ ...sample.value, path: null }) : sample;
    }
  }
}

/** What a person said that new projects may spend; null where they said nothing. */
function usualBudget(preferences: CreateProjectParts['preferences']): number | null {
  const usual = preferences.all()['budget.default'];
  return typeof usual === 'number' && Number.isSafeInteger(usual) && usual >= 0 ? usual : null;
}
