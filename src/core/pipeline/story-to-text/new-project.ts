import type { ProjectId } from '../../../domain/kernel/ids.ts';
import type { Result } from '../../../domain/kernel/result.ts';
import { frameSize } from '../../../domain/project/frame-shape.ts';
import type { Aspect, Project } from '../../../domain/project/project.ts';
import { undirectedProject } from '../../../domain/project/undirected-project.ts';
import type { AddedAsset, MediaLibrary } from '../../library/media-library.ts';
import type { StoryFile } from './read-story.ts';

/** What makes two films of one story different projects. */
export interface StorySettings {
  readonly aspect: Aspect;
  readonly heightPx: number;
  readonly fpsNum: number;
  readonly fpsDen: number;
  readonly style: string;
}

export function newProject(
  id: ProjectId,
  source: Pick<Project, 'title' | 'sourceKind' | 'sourceName' | 'sourcePath' | 'sourceAssetId'>,
  { aspect, heightPx, fpsNum, fpsDen, style }: StorySettings,
  createdAtMs: number,
): Project {
  return {
    id,
    ...source,
    aspect,
    ...frameSize(aspect, heightPx),
    fpsNum,
    fpsDen,
    style,
    breakdownDigest: null,
    createdAtMs,
    trashedAtMs: null,
    budgetUsdMicros: null,
    ...undirectedProject,
  };
}

/** Keeps the story's file, byte for byte, in the library. */
export function keepSource(
  library: MediaLibrary,
  { name, bytes }: Pick<StoryFile, 'name' | 'bytes'>,
): Promise<Result<AddedAsset>> {
  return library.addText(bytes, {
    origin: 'source',
    name,
    extension: extensionOf(name),
    mime: 'text/plain',
  });
}

function extensionOf(name: string): string {
  return /\.([A-Za-z0-9]{1,12})$/.exec(name)?.[1]?.toLowerCase() ?? 'txt';
}
