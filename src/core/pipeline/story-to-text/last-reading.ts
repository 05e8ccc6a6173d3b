import { readFile } from 'node:fs/promises';
import type { Project } from '../../../domain/project/project.ts';
import type { BlockContent } from '../../../domain/text/block.ts';
import type { MediaLibrary } from '../../library/media-library.ts';
import type { DocumentReader } from '../../ports/document-reader.ts';
import type { WorkerHost } from '../../ports/worker-host.ts';
import { readDocument } from './import-story.ts';
import { storyFromBytes } from './read-story.ts';

/**
 * What a project's file said when it was last read, from the copy in the library: by it the changes made in the studio
 * and those made in the file can be told apart. null where the copy is gone or cannot be read.
 */
export async function lastReading(
  {
    library,
    readers,
    workers,
  }: {
    readonly library: MediaLibrary;
    readonly readers: readonly DocumentReader[];
    readonly workers: WorkerHost;
  },
  project: Project,
): Promise<readonly BlockContent[] | null> {
  if (project.sourceAssetId === null) return null;
  const kept = library.assetPath(project.sourceAssetId);
  if (!kept.ok) return null;
  try {
    const story = await storyFromBytes(
      { name: project.sourceName, path: null },
      new Uint8Array(await readFile(kept.value.path)),
      workers,
    );
    const read = story.ok ? readDocument(story.value, readers) : story;
    return read.ok ? read.value.blocks : null;
  } catch {
    // A copy that is gone from the disk tells nothing; the caller goes on without it.
    return null;
  }
}
