import type { RecordsPatch } from '../../../../domain/kernel/patch.ts';
import type { TextEdit } from '../../../../domain/text/commands/text-edit.ts';

/** An edit on its way from the keyboard to the studio's disk. */
export interface PendingEdit {
  edit: TextEdit;
  /** Of typed words: what the block said before. */
  base: string | null;
  /** What the studio will do for it, known once it is sent. */
  expected: RecordsPatch | null;
  /** The mirror shows it: it is not run on the rows any more. */
  applied: boolean;
  /** `unsure`: the line was lost before the answer came; the rows that come with the new line tell. */
  state: 'typing' | 'queued' | 'sending' | 'sent' | 'unsure';
}

export const pendingOf = (
  edit: TextEdit,
  state: PendingEdit['state'],
  base: string | null = null,
): PendingEdit => ({
  edit,
  base,
  expected: null,
  applied: false,
  state,
});
