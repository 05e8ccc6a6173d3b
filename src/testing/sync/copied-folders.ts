import { cpSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Clock } from '../../core/ports/clock.ts';
import { homeLayout } from '../../core/store/home-layout.ts';
import { openStore } from '../../core/store/open-store.ts';
import { seatOf } from '../../core/store/seat.ts';
import type { Store } from '../../core/store/store.ts';
import { exchange } from '../../core/sync/exchange.ts';
import { createServiceClock } from '../../core/sync/service-clock.ts';
import type { ProjectId } from '../../domain/kernel/ids.ts';
import { addChange, patchOf, updateChange } from '../../domain/kernel/patch.ts';
import { type Fault, unwrap } from '../../domain/kernel/result.ts';
import type { Shot } from '../../domain/shots/shot.ts';
import { sampleRow } from '../builders/any-row.ts';
import { createSeededIds } from '../seeded-ids.ts';
import { createModelService, type ModelService } from './create-model-service.ts';

export const copiedProject = 'film-of-copies' as ProjectId;
const shots = ['shot-0', 'shot-1', 'shot-2'];
const lost: Fault = { code: 'sync.unreachable', message: 'The answer was lost.' };

/** A value that a person wrote, and the one that they saw in its place. */
export interface Written {
  readonly shot: string;
  readonly value: string;
  readonly from: string;
}

/** What goes wrong in an exchange: the answer to a push, or what follows the first page of a pull. */
export type Mishap = 'none' | 'push-unheard' | 'push-unsent' | 'pull-cut';

/** Data folders on the disk, their copies, and the service between them. Time stands still unless somebody moves it: stamps tie. */
export interface FolderWorld {
  readonly model: ModelService;
  readonly written: readonly Written[];
  readonly folders: readonly Folder[];
  now: number;
  /** The first folder of a device that takes the film over from the service. */
  newDevice(): Promise<Folder>;
  /** `hidden`: nothing of the file system tells it, as with the image of a whole computer. */
  copy(folder: Folder, hidden: boolean): Folder;
  move(folder: Folder): void;
  /** Until nobody has anything to send or to fetch; throws where that never comes. */
  settle(): Promise<void>;
  close(): void;
}

export interface Folder {
  readonly store: Store;
  readonly home: string;
  edit(shot: number): void;
  exchange(mishap?: Mishap): Promise<void>;
  /** What the film is here, by row. */
  film(): Record<string, unknown>;
  reopen(): void;
  close(): void;
}

export async function createFolderWorld(): Promise<FolderWorld> {
  const root = mkdtempSync(join(tmpdir(), 'reelwright-copies-'));
  const world = { now: Date.UTC(2026, 0, 5, 9) };
  const clock: Clock = { nowMs: () => world.now, wait: (_ms, signal) => aborted(signal) };
  const model = createModelService(clock);
  const folders: Folder[] = [];
  const written: Written[] = [];
  let made = 0;
  let batches = 0;

  const folderAt = (first: string): Folder & { moveTo(path: string): void } => {
    let home = first;
    const open = (): Store => {
      made += 1;
      const ids = createSeededIds(`folder ${made}`);
      return unwrap(openStore({ home, clock, ids, holder: { what: 'a test', pid: process.pid } }));
    };
    let store = open();
    const run = async (mishap: Mishap): Promise<void> => {
      let pulls = 0;
      const line = model.line({
        weather(question) {
          if (question === 'push' && mishap === 'push-unheard') return { fault: lost, done: true };
          if (question === 'push' && mishap === 'push-unsent') return { fault: lost, done: false };
          if (question !== 'pull' || mishap !== 'pull-cut') return null;
          pulls += 1;
          return pulls > 1 ? { fault: lost, done: false } : null;
        },
      });
      const pageOfOne = { ...line, pull: pullOf(line.pull, mishap === 'pull-cut' ? 1 : 2) };
      const done = await exchange(
        {
          rows: store.sync,
          service: pageOfOne,
          clock,
          serviceClock: createServiceClock(clock, store.sync.followClock),
          deviceId: () => store.deviceId,
          deviceName: () => 'a folder',
          newBatchId: () => `batch ${++batches}`,
          schema: 11,
          onPhase: () => {},
          onMoved: () => {},
          signal: new AbortController().signal,
        },
        copiedProject,
        { pull: true, maySend: true },
      );
      if (!done.ok && done.fault !== lost) throw new Error(`${done.fault.code}: ${done.fault.message}`);
    };
    return {
      get store() {
        return store;
      },
      get home() {
        return home;
      },
      edit(number) {
        const shot = store.row('shot', shots[number % shots.length] ?? '');
        if (shot === null) return;
        const value = `words ${written.length}`;
        written.push({ shot: shot.id, value, from: shot.description });
        commit(store, updateChange('shot', shot, { description: value }));
      },
      exchange: (mishap = 'none') => run(mishap),
      film: () =>
        Object.fromEntries(
          [...store.rows('shot', copiedProject), ...store.rows('conflict', copiedProject)].map((row) => [
            row.id,
            row,
          ]),
        ),
      reopen() {
        store.close();
        store = open();
      },
      moveTo(path) {
        store.close();
        renameSync(home, path);
        home = path;
        store = open();
      },
      close: () => store.close(),
    };
  };
  const nextHome = (): string => join(root, `folder-${folders.length}-${made}`);
  const add = (home: string): Folder => {
    const folder = folderAt(home);
    folders.push(folder);
    return folder;
  };

  const first = add(nextHome());
  const project = sampleRow('project', { id: copiedProject, trashedAtMs: null });
  commit(first.store, addChange('project', project));
  for (const id of shots) {
    const shot = sampleRow('shot', { id: id as Shot['id'], projectId: copiedProject, description: id });
    commit(first.store, addChange('shot', shot));
  }
  unwrap(
    await model
      .line()
      .createProject(
        { id: copiedProject, title: 'Copies', organisationId: null },
        new AbortController().signal,
      ),
  );
  first.store.sync.begin(copiedProject, 'here');
  await first.exchange();

  return Object.assign(world, {
    model,
    written,
    folders,
    async newDevice() {
      const folder = add(nextHome());
      folder.store.sync.begin(copiedProject, 'elsewhere');
      await folder.exchange();
      return folder;
    },
    copy(folder: Folder, hidden: boolean) {
      const to = nextHome();
      // As it lies on the disk at this moment: what is in the log only is copied with it.
      cpSync(folder.home, to, { recursive: true, filter: (path) => !path.endsWith('-shm') });
      if (hidden) hide(to);
      return add(to);
    },
    move(folder: Folder) {
      (folder as ReturnType<typeof folderAt>).moveTo(nextHome());
    },
    async settle() {
      for (let turn = 0; turn < 50; turn++) {
        for (const folder of folders) await folder.exchange();
        if (folders.every(({ store }) => isQuiet(store, model))) return;
      }
      throw new Error('the folders answer each other without an end');
    },
    close() {
      for (const folder of folders) folder.close();
      rmSync(root, { recursive: true, force: true });
    },
  });
}

function aborted(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => signal?.addEventListener('abort', () => resolve(), { once: true }));
}

function isQuiet(store: Store, model: ModelService): boolean {
  const [place] = store.sync.places();
  return store.sync.waiting(copiedProject) === 0 && place?.cursor === model.head(copiedProject);
}

function pullOf(pull: ReturnType<ModelService['line']>['pull'], limit: number): typeof pull {
  return (projectId, page, signal) => pull(projectId, { ...page, limit }, signal);
}

function commit(store: Store, change: ReturnType<typeof addChange> | null): void {
  if (change === null) return;
  unwrap(store.commit(patchOf([change]), { projectId: copiedProject, label: 'Edit', undoable: true }));
}

/** The copy believes that it is where it was made. */
function hide(home: string): void {
  const db = new Database(homeLayout(home).database);
  const put = db.prepare("UPDATE meta SET value = ? WHERE key = 'seat'");
  if (put.run(JSON.stringify(seatOf(home))).changes !== 1) throw new Error('the folder knows no seat');
  db.close();
}
