import { randomUUID } from 'node:crypto';
import type { ProjectId } from '../../domain/kernel/ids.ts';
import type { Fault } from '../../domain/kernel/result.ts';
import { createMirror, type Mirror } from './mirror.ts';
import { createServiceClock } from './service-clock.ts';
import type { SyncEngineParts } from './sync-engine-parts.ts';
import { createTurns } from './turns.ts';

/** The mirrors that run, by project. */
export interface Mirrors {
  get(projectId: ProjectId): Mirror | undefined;
  all(): readonly (readonly [ProjectId, Mirror])[];
  /** Begins one where none runs; none does without a service. */
  open(projectId: ProjectId): void;
  drop(projectId: ProjectId): Promise<void>;
  /** Something of this project was written here; null for what belongs to no project, such as a file by itself. */
  wrote(projectId: ProjectId | null): void;
  /** One of them got through, or did not: who gave up waits no longer than the first that did not. */
  noteReached(reached: boolean): void;
  close(): Promise<void>;
}

/** Projects that are exchanged at the same time. */
const exchangesAtOnce = 3;

/** `onBack` is called when the service answers again, `onEven` when nothing waits on either side of a project. */
export function createMirrors(
  parts: SyncEngineParts,
  onBack: () => void,
  onEven: (projectId: ProjectId) => void,
): Mirrors {
  const { store, rows, service, clock, known } = parts;
  const mirrors = new Map<ProjectId, Mirror>();
  const turns = createTurns(exchangesAtOnce);
  const serviceClock = createServiceClock(clock, (aheadMs) => rows.followClock(aheadMs));
  let reached = true;

  const noteReached = (now: boolean): void => {
    const isBack = now && !reached;
    reached = now;
    if (!isBack) return;
    onBack();
    for (const one of mirrors.values()) if (one.state.kind === 'offline') one.tryNow();
  };

  /** Told once, however often it is asked about again. */
  const noteRefusal = (projectId: ProjectId, fault: Fault | null): void => {
    const code = fault?.code ?? null;
    if (known.refusal(projectId) === code) return;
    known.noteRefusal(projectId, code);
    if (fault !== null) parts.onRefused(projectId, fault);
  };

  return {
    get: (projectId) => mirrors.get(projectId),
    all: () => [...mirrors],
    open(projectId) {
      if (!parts.isServiceSet() || mirrors.has(projectId)) return;
      const made = createMirror(
        {
          ...{ rows, service, clock, serviceClock, turns },
          deviceId: () => store.deviceId,
          deviceName: parts.deviceName,
          newBatchId: randomUUID,
          schema: parts.schema,
          random: parts.random,
          report: parts.report,
          onChange: parts.onChange,
          onReached: noteReached,
          onEven: () => onEven(projectId),
          onRefusal: (fault) => noteRefusal(projectId, fault),
        },
        projectId,
      );
      mirrors.set(projectId, made);
    },
    async drop(projectId) {
      const running = mirrors.get(projectId);
      mirrors.delete(projectId);
      await running?.close();
    },
    wrote(projectId) {
      // A file by itself belongs to whichever projects use it.
      const concerned = projectId === null ? mirrors.values() : [mirrors.get(projectId)];
      for (const one of concerned) one?.wrote();
    },
    noteReached,
    async close() {
      await Promise.all([...mirrors.values()].map((one) => one.close()));
    },
  };
}
