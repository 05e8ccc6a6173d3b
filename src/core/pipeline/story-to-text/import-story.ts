import type { ProjectId } from '../../../domain/kernel/ids.ts';
import type { RecordsPatch } from '../../../domain/kernel/patch.ts';
import { fail, ok, type Result } from '../../../domain/kernel/result.ts';
import type { Project } from '../../../domain/project/project.ts';
import type { Block, BlockContent } from '../../../domain/text/block.ts';
import type { ReadDocument } from '../../../domain/text/block-content.ts';
import { parseFountain } from '../../../domain/text/fountain/parse-fountain.ts';
import { parseProse } from '../../../domain/text/plain/parse-prose.ts';
import { mergeReadings } from '../../../domain/text/reconcile/merge-readings.ts';
import { type ReconcileCounts, reconcileBlocks } from '../../../domain/text/reconcile/reconcile-blocks.ts';
import type { DocumentReader } from '../../ports/document-reader.ts';
import type { IdSource } from '../../ports/id-source.ts';
import type { StoryFile } from './read-story.ts';
import { titleFromFileName } from './title-from-file-name.ts';

export interface StoryImport {
  /** What the project's row should say about its source. */
  readonly project: Pick<Project, 'title' | 'sourceKind' | 'sourceName' | 'sourcePath'>;
  /** Changes of `block` rows only; empty when the stored text is the same. */
  readonly patch: RecordsPatch;
  /** The project's blocks once the patch is committed, in order. */
  readonly blocks: readonly Block[];
  /** What the blocks were made of, with source ranges where the words are the file's; one for each of `blocks`. */
  readonly reading: readonly BlockContent[];
  readonly counts: ReconcileCounts;
}

export interface ImportStoryOptions {
  readonly file: StoryFile;
  readonly projectId: ProjectId;
  /** Blocks of the project as stored; empty for a new one. */
  readonly stored: readonly Block[];
  /** What the file said when it was last read, so that edits made here since are kept; null takes the file as it is. */
  readonly base?: readonly BlockContent[] | null;
  /** Readers of the kinds that stand on a library: Final Draft and Markdown. */
  readonly readers: readonly DocumentReader[];
  readonly ids: IdSource;
}

/**
 * Parses a story and works out what has to be written so that the project holds it. Writes nothing. Faults:
 * `text.malformed`, `text.unsafe-xml`, `text.empty` (marks but no words), `text.unsupported` (no reader was given).
 */
export function importStory({
  file,
  projectId,
  stored,
  base = null,
  readers,
  ids,
}: ImportStoryOptions): Result<StoryImport> {
  const read = readDocument(file, readers);
  if (!read.ok) return read;
  const { title, blocks: found } = read.value;
  const reading = base === null ? found : mergeReadings(base, stored, found).reading;
  const { patch, blocks, counts } = reconcileBlocks(stored, reading, projectId, () => ids.newId());
  return ok({
    project: {
      title: title ?? titleFromFileName(file.name),
      sourceKind: file.kind,
      sourceName: file.name,
      sourcePath: file.path,
    },
    patch,
    blocks,
    reading,
    counts,
  });
}

/** Parses a story's text by its kind. The fault's sentence names the file. */
export function readDocument(
  file: Pick<StoryFile, 'name' | 'text' | 'kind'>,
  readers: readonly DocumentReader[],
): Result<ReadDocument> {
  const read = parse(file, readers);
  if (!read.ok) {
    const kept = 'Nothing was imported, and what was stored before is unchanged.';
    return fail(read.fault.code, `"${file.name}" ${read.fault.message} ${kept}`, read.fault.detail);
  }
  if (!read.value.blocks.some((block) => block.text !== '')) {
    return fail(
      'text.empty',
      `"${file.name}" holds no words. Nothing was imported, and what was stored before is unchanged. Choose a file with a story in it.`,
    );
  }
  return read;
}

function parse(
  file: Pick<StoryFile, 'text' | 'kind'>,
  readers: readonly DocumentReader[],
): Result<ReadDocument> {
  switch (file.kind) {
    case 'fountain':
      return ok(parseFountain(file.text));
    case 'plain':
      return ok(parseProse(file.text));
    case 'markdown':
    case 'final-draft': {
      const reader = readers.find(({ kind }) => kind === file.kind);
      return (
        reader?.read(file.text) ??
        fail('text.unsupported', `is a ${file.kind} document, which this studio has no reader for.`)
      );
    }
  }
}
