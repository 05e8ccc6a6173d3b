import type { Job } from '../../domain/jobs/job.ts';
import type { JobId, ProjectId } from '../../domain/kernel/ids.ts';

/** Who is next at each provider. In memory, made from the rows at the start; the rows stay the truth. */
export interface JobQueue {
  /** A job that is in state `queued` now, new or put back; known ones only get their new time. */
  add(job: Pick<Job, 'id' | 'projectId' | 'provider' | 'createdAtMs' | 'notBeforeMs'>): void;
  /** Takes out the next due job: the projects in turn, the oldest of each first. `skip` leaves one where it is. */
  take(provider: string, nowMs: number, skip: (id: JobId) => boolean): JobId | null;
  hasDue(provider: string, nowMs: number): boolean;
  /** When the next one that is not due yet will be; `Infinity` when there is none. */
  nextDueMs(provider: string, nowMs: number): number;
  count(provider: string): number;
}

interface Entry {
  readonly id: JobId;
  readonly createdAtMs: number;
  readonly notBeforeMs: number;
}

/** The jobs of one project at one provider. */
interface Line {
  /** Due, oldest first. */
  readonly due: Entry[];
  /** Not due when they were added, in no order. */
  later: Entry[];
}

interface Queue {
  readonly lines: Map<ProjectId, Line>;
  readonly entries: Map<JobId, Entry>;
  /** Projects in the order of their turns: who was served goes to the end. */
  turns: ProjectId[];
}

/** One project with a thousand jobs does not keep another one's single job waiting. */
export function createJobQueue(): JobQueue {
  const queues = new Map<string, Queue>();

  const queueOf = (provider: string): Queue => {
    const known = queues.get(provider);
    if (known !== undefined) return known;
    const made: Queue = { lines: new Map(), entries: new Map(), turns: [] };
    queues.set(provider, made);
    return made;
  };

  const lineOf = (queue: Queue, projectId: ProjectId): Line => {
    const known = queue.lines.get(projectId);
    if (known !== undefined) return known;
    const made: Line = { due: [], later: [] };
    queue.lines.set(projectId, made);
    queue.turns.push(projectId);
    return made;
  };

  const takeFrom = (queue: Queue, line: Line, skip: (id: JobId) => boolean): JobId | null => {
    for (let place = 0; place < line.due.length; ) {
      const entry = line.due[place];
      if (entry === undefined) return null;
      // Put back with another time meanwhile: that entry counts, this one does not.
      if (queue.entries.get(entry.id) !== entry) {
        line.due.splice(place, 1);
      } else if (skip(entry.id)) {
        place += 1;
      } else {
        line.due.splice(place, 1);
        queue.entries.delete(entry.id);
        return entry.id;
      }
    }
    return null;
  };

  return {
    add({ id, projectId, provider, createdAtMs, notBeforeMs }) {
      const queue = queueOf(provider);
      const before = queue.entries.get(id);
      if (before?.notBeforeMs === notBeforeMs) return;
      const entry = { id, createdAtMs, notBeforeMs };
      queue.entries.set(id, entry);
      const line = lineOf(queue, projectId);
      if (notBeforeMs > 0) line.later.push(entry);
      else insert(line.due, entry);
    },
    take(provider, nowMs, skip) {
      const queue = queueOf(provider);
      for (const projectId of queue.turns) {
        const line = lineOf(queue, projectId);
        ripen(line, nowMs);
        const id = takeFrom(queue, line, skip);
        if (line.due.length + line.later.length === 0) {
          queue.lines.delete(projectId);
          queue.turns = queue.turns.filter((other) => other !== projectId);
        } else if (id !== null) {
          queue.turns = [...queue.turns.filter((other) => other !== projectId), projectId];
        }
        if (id !== null) return id;
      }
      return null;
    },
    hasDue(provider, nowMs) {
      const lines = queues.get(provider)?.lines.values() ?? [];
      for (const line of lines) {
        ripen(line, nowMs);
        if (line.due.length > 0) return true;
      }
      return false;
    },
    nextDueMs(provider, nowMs) {
      let nextMs = Number.POSITIVE_INFINITY;
      for (const { later } of queues.get(provider)?.lines.values() ?? []) {
        for (const { notBeforeMs } of later) {
          if (notBeforeMs > nowMs) nextMs = Math.min(nextMs, notBeforeMs);
        }
      }
      return nextMs;
    },
    count: (provider) => queues.get(provider)?.entries.size ?? 0,
  };
}

/** Moves what has become due into its place. */
function ripen(line: Line, nowMs: number): void {
  if (line.later.length === 0) return;
  const ripe = line.later.filter(({ notBeforeMs }) => notBeforeMs <= nowMs);
  if (ripe.length === 0) return;
  line.later = line.later.filter(({ notBeforeMs }) => notBeforeMs > nowMs);
  for (const entry of ripe) insert(line.due, entry);
}

/** Nearly always at the end: the search from there is short. */
function insert(due: Entry[], entry: Entry): void {
  let place = due.length;
  for (let before = due[place - 1]; before !== undefined && isBefore(entry, before); before = due[place - 1])
    place -= 1;
  due.splice(place, 0, entry);
}

function isBefore(a: Entry, b: Entry): boolean {
  return a.createdAtMs < b.createdAtMs || (a.createdAtMs === b.createdAtMs && a.id < b.id);
}
