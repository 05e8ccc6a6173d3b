import type { StudioClient } from '../../../../contract/contract.ts';
import type { BlockId, ProjectId } from '../../../../domain/kernel/ids.ts';
import type { Fault, Result } from '../../../../domain/kernel/result.ts';
import type { Block } from '../../../../domain/text/block.ts';
import type { TextEdit } from '../../../../domain/text/commands/text-edit.ts';
import type { ProjectMirror } from '../../../state/project-mirror.ts';

/**
 * Where the words that were typed are: all of them on disk, on their way, waiting for the studio to come back, or
 * `unsaved`: the disk does not take them now, and they are tried again.
 */
export type SaveState = 'saved' | 'saving' | 'waiting' | 'unsaved';

/** A block that was changed elsewhere while it was being typed in. The typed words stand; these are the others. */
export interface TextConflict {
  readonly blockId: BlockId;
  readonly theirs: string;
}

export interface TextEdits {
  /** The blocks as they are shown: those of the studio with every edit that is not there yet. */
  blocks(): readonly Block[];
  save(): { readonly state: SaveState; readonly savedAtMs: number | null };
  conflict(): TextConflict | null;
  dismissConflict(): void;
  subscribe(listener: () => void): () => void;
  /** New words of a block, as they are typed; committed together after a pause. */
  type(blockId: BlockId, text: string): void;
  /** Runs an edit now. The refusal where it cannot be done to what is shown. */
  run(edit: TextEdit): Result<null>;
  /** Commits what was typed without waiting for a pause. */
  flush(): void;
  /** Flushes, and settles once everything is in the studio; false while it is out of reach. */
  settle(): Promise<boolean>;
  /** What is not in the studio yet, to be kept over a reload. */
  pending(): readonly TextEdit[];
  /** Follows the mirror and the line until the answer is called, which commits what was typed. */
  attach(): () => void;
}

export interface TextEditsParts {
  readonly projectId: ProjectId;
  readonly mirror: ProjectMirror;
  readonly client: Pick<StudioClient, 'text'>;
  /** The line to the studio: whether it is open, and when that changes. */
  readonly isOpen: () => boolean;
  readonly onLine: (listener: () => void) => () => void;
  readonly onRefused: (fault: Fault) => void;
  /** The disk takes words again after it had refused some. */
  readonly onRecovered?: () => void;
  /** Edits of an earlier window that never reached the studio. */
  readonly unsent?: readonly TextEdit[];
  readonly pauseMs?: number;
  /** How long after a disk refused words they are tried again. */
  readonly retryMs?: number;
}
