import {
  closeSync,
  copyFileSync,
  cpSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../core/store/open-store.ts';
import type { Store, StoreNotice } from '../core/store/store.ts';
import { ProjectId } from '../domain/kernel/ids.ts';
import { addChange, patchOf, updateChange } from '../domain/kernel/patch.ts';
import { FaultError, unwrap } from '../domain/kernel/result.ts';
import { sampleRow } from './builders/any-row.ts';
import { createManualClock } from './manual-clock.ts';
import { createSeededIds } from './seeded-ids.ts';

/** Data folders for tests of damage: copies of them are damaged and opened. */
export interface DamageTemplates {
  readonly folder: string;
  /** Closed in order; the snapshot of the close holds everything. */
  readonly closed: string;
  /** Killed nine minutes after its snapshot, with edits in the log. */
  readonly killed: string;
  /** The log of `killed` as it was at the snapshot. */
  readonly olderLog: string;
  /** Another data folder that was killed. */
  readonly foreign: string;
  /** What a reader should find in `closed` and `killed`; see {@link contentOf}. */
  readonly content: string;
  dispose(): void;
}

export const project = sampleRow('project', { id: ProjectId.parse('film-1') });
export const edit = { projectId: project.id, label: 'Edit', undoable: true };
export const shotCount = 400;
const shot = sampleRow('shot', { projectId: project.id });
const startMs = Date.UTC(2026, 5, 1, 9);
const holder = { what: 'a test', pid: process.pid };

/** Everything a person made, as text; damage shows as a difference. */
export function contentOf(store: Store): string {
  return JSON.stringify([store.projects(), store.rows('shot', project.id), store.rows('job', project.id)]);
}

/** Opens an hour after the folders were made. */
export function openAt(home: string, nowMs: number = startMs + 3_600_000): Store {
  const clock = createManualClock({ startMs: nowMs });
  return unwrap(openStore({ home, clock, ids: createSeededIds(home), holder }));
}

export async function createDamageTemplates(): Promise<DamageTemplates> {
  const folder = mkdtempSync(join(tmpdir(), 'reelwright-damage-'));
  const at = (name: string): string => join(folder, name);
  const clock = createManualClock({ startMs });
  const home = at('living');
  const store = unwrap(openStore({ home, clock, ids: createSeededIds(), holder }));
  const shots = Array.from({ length: shotCount }, (_, i) => ({
    ...shot,
    id: `shot-${i}`,
    order: `a${1000 + i}`,
  }));
  unwrap(store.commit(patchOf([addChange('project', project)]), edit));
  unwrap(store.commit(patchOf(shots.map((row) => addChange('shot', row))), edit));
  unwrap(store.snapshot());
  copyFileSync(join(home, 'reelwright.db-wal'), at('older-wal'));
  for (let i = 0; i < 60; i++) {
    await clock.advance(9_000);
    const change = updateChange('shot', { ...shot, id: `shot-${i}` }, { mood: `mood ${i}`, lensMm: 20 + i });
    unwrap(store.commit(patchOf([change]), edit));
  }
  const content = contentOf(store);
  cpSync(home, at('killed'), { recursive: true });
  store.close();
  renameSync(home, at('closed'));

  const other = unwrap(openStore({ home: at('other'), clock, ids: createSeededIds(2), holder }));
  unwrap(other.commit(patchOf([addChange('project', { ...project, title: 'Not mine' })]), edit));
  cpSync(at('other'), at('foreign'), { recursive: true });
  other.close();
  // What lies in no other place any more was moved; beside its original it would be a copy, and a device of its own.
  rmSync(at('other'), { recursive: true });
  return {
    folder,
    closed: at('closed'),
    killed: at('killed'),
    foreign: at('foreign'),
    olderLog: at('older-wal'),
    content,
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export interface DamageOutcome {
  readonly home: string;
  readonly notices: readonly StoreNotice[];
  /** {@link contentOf}, or the code of the fault that reading gave. */
  readonly content: string;
  readonly openedInMs: number;
  /** Notices of the next start, and whether what was written after the damage was still there then. */
  readonly next: { readonly notices: readonly StoreNotice[]; readonly keptNewWork: boolean };
}

/** A copy of the folder `template`, damaged, opened, read, written to, and opened once more. */
export function openDamaged(
  { folder }: DamageTemplates,
  template: string,
  damage: (database: string, home: string) => void,
): DamageOutcome {
  const home = mkdtempSync(join(folder, 'case-'));
  cpSync(template, home, { recursive: true });
  damage(join(home, 'reelwright.db'), home);
  const beganMs = performance.now();
  const store = openAt(home);
  const openedInMs = performance.now() - beganMs;
  const { notices } = store;
  const content = contentOrFault(() => contentOf(store));
  const extra = { ...project, id: ProjectId.parse('film-2') };
  unwrap(store.commit(patchOf([addChange('project', extra)]), edit));
  store.close();
  const again = openAt(home, startMs + 7_200_000);
  const next = { notices: again.notices, keptNewWork: again.row('project', extra.id) !== null };
  again.close();
  return { home, notices, content, openedInMs, next };
}

/** Damage inside a row leaves a database that is whole as far as SQLite can tell; reading it is a fault with a name. */
export function contentOrFault(read: () => string): string {
  try {
    return read();
  } catch (thrown) {
    if (thrown instanceof FaultError && thrown.fault.code === 'store.damaged') return thrown.fault.code;
    throw thrown;
  }
}

export function sentences({ notices }: Pick<DamageOutcome, 'notices'>): string {
  return notices.map(({ message }) => message).join('\n');
}

export const flip = 'flip';

/** Writes over part of a file; `flip` turns one bit over. Never past `limit`. */
export function overwrite(
  path: string,
  at: number,
  what: Buffer | typeof flip,
  limit = Number.POSITIVE_INFINITY,
): void {
  const position = Math.floor(at);
  const bytes = what === flip ? Buffer.from([(readFileSync(path)[position] ?? 0) ^ 4]) : what;
  const file = openSync(path, 'r+');
  try {
    writeSync(file, bytes, 0, Math.min(bytes.length, limit - position), position);
  } finally {
    closeSync(file);
  }
}
