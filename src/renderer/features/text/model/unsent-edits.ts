import type { ProjectId } from '../../../../domain/kernel/ids.ts';
import type { TextEdit } from '../../../../domain/text/commands/text-edit.ts';

const keyOf = (projectId: ProjectId): string => `reelwright.unsent-text.${projectId}`;

/**
 * Keeps edits that the studio has not taken over a reload of the window. They stay in this window's own storage, which
 * ends with it, and are taken out as soon as they are read or sent.
 */
export function keepUnsent(projectId: ProjectId, edits: readonly TextEdit[]): void {
  try {
    if (edits.length === 0) sessionStorage.removeItem(keyOf(projectId));
    else sessionStorage.setItem(keyOf(projectId), JSON.stringify(edits));
  } catch {
    // Storage that is full or forbidden: the words are still in the window, which asks before it is closed.
  }
}

export function takeUnsent(projectId: ProjectId): readonly TextEdit[] {
  try {
    const kept = sessionStorage.getItem(keyOf(projectId));
    sessionStorage.removeItem(keyOf(projectId));
    const edits: unknown = kept === null ? [] : JSON.parse(kept);
    return Array.isArray(edits) ? edits.filter(isTextEdit) : [];
  } catch {
    // What cannot be read was not written by us.
    return [];
  }
}

function isTextEdit(value: unknown): value is TextEdit {
  return (
    typeof value === 'object' && value !== null && typeof (value as { edit?: unknown }).edit === 'string'
  );
}
