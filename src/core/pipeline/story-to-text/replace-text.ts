import type { RecordsPatch } from '../../../domain/kernel/patch.ts';
import { ok, type Result } from '../../../domain/kernel/result.ts';
import type { Project, SourceKind } from '../../../domain/project/project.ts';
import type { Block } from '../../../domain/text/block.ts';
import { type ReconcileCounts, reconcileBlocks } from '../../../domain/text/reconcile/reconcile-blocks.ts';
import type { DocumentReader } from '../../ports/document-reader.ts';
import type { IdSource } from '../../ports/id-source.ts';
import { readDocument } from './import-story.ts';

export interface ReplaceTextOptions {
  readonly project: Project;
  readonly words: string;
  readonly stored: readonly Block[];
  readonly readers: readonly DocumentReader[];
  readonly ids: IdSource;
}

/**
 * Reads `words` as a story of the project's kind and works out what has to change so that the project says just that.
 * Writes nothing. Faults: those of {@link readDocument}.
 */
export function replaceText({
  project,
  words,
  stored,
  readers,
  ids,
}: ReplaceTextOptions): Result<{ readonly patch: RecordsPatch; readonly counts: ReconcileCounts }> {
  const read = readDocument(
    { name: project.sourceName, text: words, kind: kindOfWords(project.sourceKind, words) },
    readers,
  );
  if (!read.ok) return read;
  const { patch, counts } = reconcileBlocks(stored, read.value.blocks, project.id, () => ids.newId());
  return ok({ patch, counts });
}

/** Nobody writes Final Draft's XML by hand: words for such a project are Fountain, unless they are XML. */
function kindOfWords(kind: SourceKind, words: string): SourceKind {
  if (kind !== 'final-draft') return kind;
  return /^\s*(?:<\?xml|<FinalDraft)/.test(words) ? kind : 'fountain';
}
