import type { Clock } from '../../core/ports/clock.ts';
import type { SyncService } from '../../core/ports/sync-service.ts';
import { parseHlc } from '../../domain/kernel/hlc.ts';
import { type Fault, fail, ok, type Result } from '../../domain/kernel/result.ts';
import { applyPush, type KeptRow, registersAfter } from '../../domain/sync/apply-push.ts';
import { rowKey } from '../../domain/sync/row-registers.ts';
import type { PushAnswer, PushRequest, RemoteProject } from '../../domain/sync/sync-messages.ts';

/** What happens to one question: nothing (`null`), a fault in place of an answer, or a fault after it was done. */
export type Weather = (question: 'projects' | 'create' | 'remove' | 'push' | 'pull' | 'live') => null | {
  readonly fault: Fault;
  /** The service did what it was asked; only its answer was lost. */
  readonly done: boolean;
};

/** The sync service in memory, by the pure half of the real one: for tests of what is on this side of the line. */
export interface ModelService {
  /** As one device sees it. */
  line(options?: { readonly role?: RemoteProject['role']; readonly weather?: Weather }): SyncService;
  /** The newest number of a project; 0 for one that is not there. */
  head(projectId: string): number;
  rowCount(projectId: string): number;
  /** Copies a project as it is now; what it gives puts the copy back, as a database from a backup would. */
  copy(projectId: string): () => void;
  readonly pushes: readonly PushRequest[];
  newestSchema: number;
}

interface Kept {
  readonly project: Omit<RemoteProject, 'role' | 'head' | 'schema'>;
  readonly rows: Map<string, KeptRow>;
  readonly batches: Map<
    string,
    { readonly id: string | undefined; readonly name: string; readonly answer: PushAnswer }
  >;
  head: number;
  /** null while it is there. */
  removedAtMs: number | null;
}

const mostAheadMs = 5 * 60_000;
const keptRemovedMs = 30 * 86_400_000;

export function createModelService(clock: Clock): ModelService {
  const projects = new Map<string, Kept>();
  const listeners = new Set<(projectId: string, head: number) => void>();
  const pushes: PushRequest[] = [];
  let eventId = 0;
  const model = { newestSchema: 0 };

  const seen = (kept: Kept, role: RemoteProject['role']): RemoteProject => ({
    ...kept.project,
    role,
    head: kept.head,
    schema: model.newestSchema,
  });

  const push = (kept: Kept, request: PushRequest): Result<PushAnswer> => {
    const last = kept.batches.get(request.device);
    const applied = last?.answer.applied ?? 0;
    if (last !== undefined && request.batch <= applied) {
      return [request.batchId, ...(request.earlierIds ?? [])].includes(last.id)
        ? ok({ ...last.answer, nowMs: clock.nowMs() })
        : fail('sync.batch-taken', `Batch ${applied} was another one.`, { applied });
    }
    if (request.batch !== applied + 1)
      return fail('sync.batch-gap', `Batch ${applied} was the last.`, { applied });
    if (request.cursor > kept.head)
      return fail('sync.batch-gap', `Number ${kept.head} was the last.`, { applied });
    if (request.schema < model.newestSchema) return fail('sync.newer-schema', 'Update the studio.');
    if (parseHlc(request.upTo).ms > clock.nowMs() + mostAheadMs)
      return fail('sync.clock-ahead', 'The clock of this device is ahead.');
    model.newestSchema = request.schema;
    pushes.push(request);
    const before = kept.head;
    const done = applyPush(kept.rows, request, before);
    for (const row of done.changed) kept.rows.set(rowKey(row.registers), row);
    kept.head = done.head;
    const { beaten, overwrote, head } = done;
    const answer = {
      ...{ applied: request.batch, upTo: request.upTo, before, head, nowMs: clock.nowMs() },
      ...{ beaten: [...beaten], overwrote: [...overwrote] },
    };
    kept.batches.set(request.device, {
      ...{ id: request.batchId, answer },
      name: request.deviceName ?? '',
    });
    for (const listen of listeners) listen(kept.project.id, head);
    return ok(answer);
  };

  const line: ModelService['line'] = ({ role = 'owner', weather = () => null } = {}) => {
    /** Answers later, as a line does, but before a clock turned by hand moves on. */
    const asked = async <T>(
      question: Parameters<Weather>[0],
      answer: () => Result<T>,
    ): Promise<Result<T>> => {
      await Promise.resolve();
      const met = weather(question);
      if (met !== null && !met.done) return { ok: false, fault: met.fault };
      const said = answer();
      return met === null ? said : { ok: false, fault: met.fault };
    };
    const withProject = <T>(id: string, use: (kept: Kept) => Result<T>): Result<T> => {
      const kept = projects.get(id);
      return kept === undefined || kept.removedAtMs !== null ? noProject() : use(kept);
    };
    const there = (): Kept[] => [...projects.values()].filter(({ removedAtMs }) => removedAtMs === null);
    return {
      projects: () => asked('projects', () => ok(there().map((kept) => seen(kept, role)))),
      createProject: (project) =>
        asked('create', () => {
          const fresh = { project: { ...project, changedAtMs: clock.nowMs(), deletedAtMs: null }, head: 0 };
          const made = { ...fresh, rows: new Map(), batches: new Map(), removedAtMs: null };
          const kept: Kept = projects.get(project.id) ?? made;
          kept.removedAtMs = null;
          projects.set(project.id, kept);
          return ok(seen(kept, role));
        }),
      removeProject: (id) =>
        asked('remove', () =>
          withProject(id, (kept) => {
            if (role !== 'owner') return fail('sync.read-only', 'Only its owner may.');
            kept.removedAtMs = clock.nowMs();
            return ok(undefined);
          }),
        ),
      removedProjects: () =>
        asked('projects', () =>
          ok(
            [...projects.values()].flatMap(({ project: { id, title, organisationId }, removedAtMs }) =>
              removedAtMs === null || role !== 'owner'
                ? []
                : [{ id, title, organisationId, removedAtMs, goneAtMs: removedAtMs + keptRemovedMs }],
            ),
          ),
        ),
      restoreProject: (id) =>
        asked('projects', () => {
          const kept = projects.get(id);
          if (kept === undefined || role !== 'owner') return noProject();
          kept.removedAtMs = null;
          return ok(seen(kept, role));
        }),
      devices: () =>
        asked('projects', () => {
          const all = [...projects.values()].flatMap((kept) => [...kept.batches]);
          return ok(all.map(([device, { name }]) => ({ device, name, seenAtMs: clock.nowMs() })));
        }),
      push: (id, request) =>
        asked('push', () =>
          role === 'viewer'
            ? fail('sync.read-only', 'You may look at this project and not change it.')
            : withProject(id, (kept) => push(kept, request)),
        ),
      pull: (id, { after, from, limit, device }) =>
        asked('pull', () =>
          withProject(id, (kept) => {
            const [known, begins] = after > kept.head ? [0, 0] : [after, from];
            const newer = [...kept.rows.values()].filter(({ seq }) => seq > begins);
            const page = newer.sort((a, b) => a.seq - b.seq).slice(0, limit);
            const cursor = newer.length > page.length ? (page.at(-1)?.seq ?? begins) : kept.head;
            const rows = page.map((row) => registersAfter(row, known)).filter((row) => row !== null);
            const last = kept.batches.get(device);
            const lastBatch = last === undefined ? null : { batch: last.answer.applied, id: last.id ?? null };
            return ok({ rows, cursor, head: kept.head, nowMs: clock.nowMs(), lastBatch });
          }),
        ),
      async live(_lastEventId, onEvent, signal) {
        const met = weather('live');
        if (met !== null) return { ok: false, fault: met.fault };
        const listen = (projectId: string, head: number): void => {
          eventId += 1;
          onEvent({ projectId, head }, String(eventId));
        };
        listeners.add(listen);
        await new Promise<void>((resolve) => {
          if (signal.aborted) resolve();
          signal.addEventListener('abort', () => resolve(), { once: true });
        });
        listeners.delete(listen);
        return ok(undefined);
      },
    };
  };

  return Object.assign(model, {
    line,
    pushes,
    head: (id: string) => projects.get(id)?.head ?? 0,
    rowCount: (id: string) => projects.get(id)?.rows.size ?? 0,
    copy(id: string) {
      const kept = projects.get(id);
      if (kept === undefined) throw new Error(`no project ${id}`);
      const copied = { ...kept, rows: new Map(kept.rows), batches: new Map(kept.batches) };
      return () => void projects.set(id, copied);
    },
  });
}

function noProject() {
  return fail('sync.no-project', 'There is no such project.');
}
