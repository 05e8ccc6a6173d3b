import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type Database from 'better-sqlite3';
import type { Hlc } from '../../domain/kernel/hlc.ts';
import type { ProjectId } from '../../domain/kernel/ids.ts';
import type { RecordsPatch } from '../../domain/kernel/patch.ts';
import type { DeviceIdentity } from './device-identity.ts';
import type { CommitOptions } from './store.ts';

export interface HistoryEntry {
  readonly id: number;
  readonly label: string;
  /** What the edit wrote. */
  readonly patch: RecordsPatch;
  /** What the last undo of it wrote; null while it is done. */
  readonly undoPatch: RecordsPatch | null;
}

/** The edits of this device, per project: which one undo takes back next and which one redo. */
export interface History {
  record(patch: RecordsPatch, options: CommitOptions, stamp: Hlc): number | null;
  nextUndo(projectId: ProjectId): HistoryEntry | null;
  nextRedo(projectId: ProjectId): HistoryEntry | null;
  labels(projectId: ProjectId): { readonly undo: string | null; readonly redo: string | null };
  /** How many edits of this device that still stand were made after this stamp. */
  countAfter(projectId: ProjectId, stamp: string): number;
  forget(projectId: ProjectId): void;
  markUndone(id: number, undoPatch: RecordsPatch): void;
  markDone(id: number): void;
}

interface StoredEntry {
  readonly id: number;
  readonly label: string;
  readonly patch: StoredPatch;
  readonly undoPatch: StoredPatch | null;
}

/** JSON, or JSON deflated where it is long: an imported film is ten times smaller that way. */
type StoredPatch = string | Buffer;

const deflatedFromChars = 32_768;

function storePatch(patch: RecordsPatch): StoredPatch {
  const text = JSON.stringify(patch);
  return text.length < deflatedFromChars ? text : deflateRawSync(text, { level: 1 });
}

function loadPatch(stored: StoredPatch): RecordsPatch {
  return JSON.parse(typeof stored === 'string' ? stored : inflateRawSync(stored).toString()) as RecordsPatch;
}

export function createHistory(db: Database.Database, identity: DeviceIdentity): History {
  const insert = db.prepare(
    "INSERT INTO history (projectId, deviceId, stamp, label, state, patch) VALUES (?, ?, ?, ?, 'done', ?)",
  );
  const supersede = db.prepare(
    "UPDATE history SET state = 'superseded' WHERE projectId = ? AND deviceId = ? AND state = 'undone'",
  );
  const at = 'WHERE projectId = ? AND deviceId = ? AND state =';
  // Undo goes from the newest edit backwards, redo from the oldest undone one forwards.
  const newestDone = `${at} 'done' ORDER BY id DESC LIMIT 1`;
  const oldestUndone = `${at} 'undone' ORDER BY id LIMIT 1`;
  const undo = db.prepare(`SELECT id, label, patch, undoPatch FROM history ${newestDone}`);
  const redo = db.prepare(`SELECT id, label, patch, undoPatch FROM history ${oldestUndone}`);
  const undoLabel = db.prepare(`SELECT label FROM history ${newestDone}`).pluck();
  const redoLabel = db.prepare(`SELECT label FROM history ${oldestUndone}`).pluck();
  const after = db
    .prepare("SELECT count(*) FROM history WHERE projectId = ? AND state = 'done' AND stamp > ?")
    .pluck();
  const forget = db.prepare('DELETE FROM history WHERE projectId = ?');
  const markUndone = db.prepare("UPDATE history SET state = 'undone', undoPatch = ? WHERE id = ?");
  const markDone = db.prepare("UPDATE history SET state = 'done', undoPatch = NULL WHERE id = ?");

  const entryOf = (found: unknown): HistoryEntry | null => {
    if (found === undefined) return null;
    const { id, label, patch, undoPatch } = found as StoredEntry;
    return {
      id,
      label,
      patch: loadPatch(patch),
      undoPatch: undoPatch === null ? null : loadPatch(undoPatch),
    };
  };

  return {
    record(patch, { projectId, label }, stamp) {
      if (projectId === null) return null;
      supersede.run(projectId, identity.deviceId);
      const { lastInsertRowid } = insert.run(projectId, identity.deviceId, stamp, label, storePatch(patch));
      return Number(lastInsertRowid);
    },
    countAfter: (projectId, stamp) => after.get(projectId, stamp) as number,
    nextUndo: (projectId) => entryOf(undo.get(projectId, identity.deviceId)),
    nextRedo: (projectId) => entryOf(redo.get(projectId, identity.deviceId)),
    labels: (projectId) => ({
      undo: (undoLabel.get(projectId, identity.deviceId) as string | undefined) ?? null,
      redo: (redoLabel.get(projectId, identity.deviceId) as string | undefined) ?? null,
    }),
    forget(projectId) {
      forget.run(projectId);
    },
    markUndone(id, undoPatch) {
      markUndone.run(storePatch(undoPatch), id);
    },
    markDone(id) {
      markDone.run(id);
    },
  };
}
