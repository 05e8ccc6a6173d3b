import type { StudioClient } from '../../contract/contract.ts';
import type { ProjectSettings } from '../../contract/projects.ts';
import type { ProjectId } from '../../domain/kernel/ids.ts';
import { FaultError } from '../../domain/kernel/result.ts';
import { storySizeFault } from '../../domain/text/story-size.ts';
import type { Host } from './host.ts';
import { uploadFile } from './upload-file.ts';

/** Where a new project's text comes from. */
export type StorySource =
  | { readonly from: 'words'; readonly words: string }
  /** A file that was chosen or dropped. */
  | { readonly from: 'file'; readonly file: File }
  /** A file of this computer, on a host that may read it. */
  | { readonly from: 'path'; readonly path: string };

export interface NewStory {
  readonly source: StorySource;
  /** null takes the text's own title, or one made of the file's name. */
  readonly title: string | null;
  /** What words without a file are called where they do not say it themselves. */
  readonly fallbackTitle: string;
  readonly settings: ProjectSettings;
}

/** Endings of files that are read as stories. */
export const storyEndings = [
  'fountain',
  'spmd',
  'fdx',
  'docx',
  'epub',
  'pdf',
  'md',
  'markdown',
  'txt',
  'text',
] as const;

const story = new Set<string>(storyEndings);
const media = /^(image|video|audio)\//;
const mediaEndings = /\.(png|jpe?g|webp|gif|tiff?|mp4|mov|m4v|mkv|webm|avi|mp3|wav|m4a|aac|flac|ogg|opus)$/i;

export type FileKind = 'story' | 'media' | 'unknown';

/** What a file seems to be, by its name and by what the system says of it. The studio looks into it. */
export function kindOfFile({ name, type }: Pick<File, 'name' | 'type'>): FileKind {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  if (story.has(ending)) return 'story';
  if (media.test(type) || mediaEndings.test(name)) return 'media';
  return type.startsWith('text/') || ending === '' ? 'story' : 'unknown';
}

/** The name of a source as a person knows it; null for words. */
export function nameOfSource(source: StorySource): string | null {
  switch (source.from) {
    case 'words':
      return null;
    case 'file':
      return source.file.name;
    case 'path':
      return source.path.split(/[/\\]/).at(-1) ?? source.path;
  }
}

/**
 * Makes a project that is ready to work in, and answers with its id. A file whose path is known stays tied to it, so that opening
 * it again finds the project; others are sent to the studio first. Throws what a call threw.
 */
export async function createFromStory(
  client: StudioClient,
  host: Host,
  { source, title, fallbackTitle, settings }: NewStory,
): Promise<ProjectId> {
  const path = pathOf(host, source);
  if (path !== null) return openPath(client, host, path, title, settings);
  if (source.from === 'words') {
    // Letters are one byte or more; what is more by its bytes alone, the studio says.
    const tooLarge = storySizeFault(title ?? fallbackTitle, source.words.length);
    if (tooLarge !== null) throw new FaultError(tooLarge);
    const name = title ?? fallbackTitle;
    const made = await client.projects.create({
      name,
      title,
      source: { from: 'words', words: source.words },
      settings,
    });
    return made.project.id;
  }
  if (source.from === 'path') throw new Error('A path is never without a path.');
  const tooLarge = storySizeFault(source.file.name, source.file.size);
  if (tooLarge !== null) throw new FaultError(tooLarge);
  const uploadId = await uploadFile(source.file);
  const made = await client.projects.create({
    name: source.file.name.slice(0, 500),
    title,
    source: { from: 'upload', uploadId },
    settings,
  });
  return made.project.id;
}

function pathOf(host: Host, source: StorySource): string | null {
  if (source.from === 'path') return source.path;
  if (source.from === 'words') return null;
  const path = host.bridge?.pathOfFile(source.file) ?? '';
  return path === '' ? null : path;
}

async function openPath(
  client: StudioClient,
  host: Host,
  path: string,
  title: string | null,
  settings: ProjectSettings,
): Promise<ProjectId> {
  const { project, created } = await client.projects.openStory({ path, settings, fresh: false });
  const projectId = project.id;
  await client.scenes.breakDown({ projectId });
  await client.timeline.assemble({ projectId });
  if (created && title !== null) await client.projects.rename({ projectId, title });
  host.bridge?.addRecentFile(path);
  return projectId;
}
