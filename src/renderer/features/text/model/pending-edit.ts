import type { RecordsPatch } from '../../../../domain/kernel/patch.ts';
import type { Fault } from '../../../../domain/kernel/result.ts';
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

/** What lies with the disk and not with the words: it may take them later, so they are kept. */
const diskFaults: ReadonlySet<string> = new Set([
  'store.disk-full',
  'store.read-only',
  'store.no-access',
  'store.busy',
  'store.drive-failed',
]);

export function liesWithTheDisk({ code }: Fault): boolean {
  return diskFaults.has(code);
}
