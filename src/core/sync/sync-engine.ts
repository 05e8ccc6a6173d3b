import type { ProjectId } from '../../domain/kernel/ids.ts';
import { type Fault, ok, type Result } from '../../domain/kernel/result.ts';
import type { RemoteDevice, RemoteProject } from '../../domain/sync/sync-messages.ts';
import type { ProjectSync } from '../../domain/sync/sync-status.ts';
import type { SyncService } from '../ports/sync-service.ts';
import { requireProject } from '../store/require-project.ts';
import { countNotShown } from './count-not-shown.ts';
import { type LiveLine, openLiveLine } from './live-line.ts';
import { createMirrors } from './mirrors.ts';
import type { SyncEngineParts } from './sync-engine-parts.ts';
import { noService, notElsewhere, notMirrored, viewerFault } from './sync-refusals.ts';

export type EvenListener = (projectId: ProjectId) => void;

/** Keeps projects the same on all devices. It gates nothing: what it cannot do waits. */
export interface SyncEngine {
  readonly hasService: boolean;
  /** Takes up the projects that are mirrored. */
  start(): void;
  /** How each mirrored project stands. */
  projects(): ProjectSync[];
  /** Projects that this person can see and that are not here, newest first: also one that is mirrored, until its own row has come. */
  elsewhere(): RemoteProject[];
  /** Devices that have written to projects of this person, as they were last heard of. */
  devices(): readonly RemoteDevice[];
  /** Why the list of projects could not be had last time; null when it could. */
  readonly listFault: Fault | null;
  /** Begins to mirror a project that is here, to the person's account or to an organisation. */
  turnOn(projectId: ProjectId, organisationId: string | null): Promise<Result<ProjectSync>>;
  /** Stops mirroring. It stays here as it is, and elsewhere as it is. */
  turnOff(projectId: ProjectId): Result<void>;
  /** The project is about to be deleted here, and only here. */
  letGo(projectId: ProjectId): void;
  /** Takes over a project that is elsewhere. It is here once its first rows are: see its status. */
  openHere(projectId: ProjectId): Promise<Result<ProjectSync>>;
  /** Exchanges now, and resolves when that has ended: of one project, or of all. */
  syncNow(projectId: ProjectId | null): Promise<Result<void>>;
  /** Somebody signed in or out. */
  accountChanged(): void;
  /** Whether the others of a mirrored project are heard of now; null where it is not mirrored. */
  isInTouch(projectId: ProjectId): boolean | null;
  /** Called after each exchange that left nothing to send and nothing to hear. Returns the way to stop. */
  onEven(listener: EvenListener): () => void;
  /** Why nothing of this project may be changed here; null where it may. */
  readOnlyReason(projectId: ProjectId): Fault | null;
  close(): Promise<void>;
}

export function createSyncEngine(parts: SyncEngineParts): SyncEngine {
  const { store, rows, service, clock, known } = parts;
  const calls = new AbortController();
  let remotes: readonly RemoteProject[] = [];
  let listFault: Fault | null = null;
  let line: LiveLine | null = null;
  let stopListening: (() => void) | null = null;

  const evenListeners = new Set<EvenListener>();
  let devices: readonly RemoteDevice[] = [];
  const askDevices = async (): Promise<void> => {
    const listed = await service.devices(calls.signal);
    if (!listed.ok || JSON.stringify(listed.value) === JSON.stringify(devices)) return;
    devices = listed.value;
    parts.onChange();
  };

  const mirrors = createMirrors(
    parts,
    () => line?.lookNow(),
    (projectId) => {
      for (const listener of evenListeners) listener(projectId);
    },
  );

  const noteList = (list: readonly RemoteProject[]): void => {
    remotes = list;
    listFault = null;
    known.note(list);
    mirrors.noteReached(true);
    const heads = new Map<string, number>(list.map(({ id, head }) => [id, head]));
    for (const [id, mirror] of mirrors.all()) mirror.listed(heads.get(id) ?? null);
    parts.onChange();
    // Names are for people: one that cannot be had now is asked for with the next list.
    void askDevices();
  };

  const statusOf = (projectId: ProjectId): ProjectSync => {
    const running = mirrors.get(projectId);
    const heard = known.of(projectId);
    return {
      projectId,
      state: running?.state ?? { kind: 'saved-here' },
      waitingRows: rows.waiting(projectId),
      role: heard?.role ?? null,
      organisationId: heard?.organisationId ?? null,
      sentAtMs: running?.sentAtMs ?? null,
      receivedAtMs: running?.receivedAtMs ?? null,
      notShown: countNotShown(rows.setAside(projectId)),
    };
  };

  const isMirrored = (projectId: string): boolean =>
    rows.places().some((place) => place.projectId === projectId);

  /** One that was opened and has not come, or cannot be read, is still elsewhere: its own row says that it is here. */
  const isHere = (projectId: string): boolean =>
    isMirrored(projectId) && store.row('project', projectId as ProjectId) !== null;

  const openLine = (to: SyncService): LiveLine =>
    openLiveLine({
      ...{ service: to, clock, random: parts.random },
      onHead: (projectId, head) => {
        const running = mirrors.get(projectId as ProjectId);
        running?.heard(head);
        if (running === undefined && !remotes.some(({ id }) => id === projectId)) line?.lookNow();
      },
      onComments: (projectId, commentSeq) => parts.onComments?.(projectId as ProjectId, commentSeq),
      onList: noteList,
      onFault: (fault) => {
        if (fault.code === 'sync.unreachable') mirrors.noteReached(false);
        if (fault.code === 'sync.signed-out') remotes = [];
        listFault = fault;
        parts.onChange();
      },
    });

  const noteOff = (projectId: ProjectId): void => {
    known.forget(projectId);
    void mirrors.drop(projectId);
    line?.lookNow();
    parts.onChange();
  };

  const start = (to: SyncService): void => {
    if (line !== null || calls.signal.aborted) return;
    stopListening = store.onCommit((_patch, { projectId }) => mirrors.wrote(projectId));
    for (const { projectId } of rows.places()) mirrors.open(projectId);
    line = openLine(to);
  };

  return {
    get hasService() {
      return parts.isServiceSet();
    },
    start() {
      if (parts.isServiceSet()) start(service);
    },
    projects: () => rows.places().map(({ projectId }) => statusOf(projectId)),
    elsewhere: () =>
      remotes
        .filter(({ id, deletedAtMs }) => deletedAtMs === null && !isHere(id))
        .sort((a, b) => b.changedAtMs - a.changedAtMs),
    devices: () => devices,
    get listFault() {
      return listFault;
    },
    async turnOn(projectId, organisationId) {
      if (!parts.isServiceSet()) return noService();
      const project = requireProject(store, projectId);
      if (!project.ok) return project;
      if (!isMirrored(projectId)) {
        const made = await service.createProject(
          { id: projectId, title: project.value.title, organisationId },
          calls.signal,
        );
        if (!made.ok) return made;
        known.note([made.value]);
        if (!isMirrored(projectId)) rows.begin(projectId, 'here');
      }
      mirrors.open(projectId);
      parts.onChange();
      return ok(statusOf(projectId));
    },
    turnOff(projectId) {
      if (!isMirrored(projectId)) return ok(undefined);
      rows.end(projectId);
      noteOff(projectId);
      return ok(undefined);
    },
    letGo(projectId) {
      rows.forget(projectId);
      noteOff(projectId);
    },
    async openHere(projectId) {
      if (!parts.isServiceSet()) return noService();
      if (isMirrored(projectId)) return ok(statusOf(projectId));
      const list = await service.projects(calls.signal);
      if (!list.ok) return list;
      noteList(list.value);
      if (!list.value.some(({ id }) => id === projectId)) return notElsewhere(projectId);
      rows.begin(projectId, store.row('project', projectId) === null ? 'elsewhere' : 'here');
      mirrors.open(projectId);
      parts.onChange();
      return ok(statusOf(projectId));
    },
    async syncNow(projectId) {
      if (!parts.isServiceSet()) return noService();
      start(service);
      if (projectId !== null && !isMirrored(projectId)) return notMirrored();
      line?.lookNow();
      const asked = mirrors.all().filter(([id]) => projectId === null || id === projectId);
      const ends = await Promise.all(
        asked.map(([, one]) => {
          const end = one.settled();
          one.tryNow();
          return end;
        }),
      );
      return ends.find((end) => !end.ok) ?? ok(undefined);
    },
    accountChanged() {
      line?.lookNow();
      const stuck = ['waiting', 'offline', 'refused'];
      for (const [, one] of mirrors.all()) if (stuck.includes(one.state.kind)) one.tryNow();
    },
    isInTouch(projectId) {
      if (!isMirrored(projectId)) return null;
      const kind = mirrors.get(projectId)?.state.kind ?? 'saved-here';
      return kind === 'up-to-date' || kind === 'sending' || kind === 'receiving';
    },
    onEven(listener) {
      evenListeners.add(listener);
      return () => evenListeners.delete(listener);
    },
    readOnlyReason: (projectId) =>
      known.of(projectId)?.role === 'viewer' && isMirrored(projectId) ? viewerFault : null,
    async close() {
      calls.abort();
      stopListening?.();
      await Promise.all([line?.close(), mirrors.close()]);
    },
  };
}
