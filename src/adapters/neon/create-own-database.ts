import type { Clock } from '../../core/ports/clock.ts';
import type { OwnDatabase } from '../../core/ports/sync-service.ts';
import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import type { RemoteProject } from '../../domain/sync/sync-messages.ts';
import type { Claims } from './claims.ts';
import { errorOf } from './connection/weather.ts';
import { openSyncDatabase, type SyncDatabase } from './sync-database.ts';

export interface OwnDatabaseOptions {
  /** `postgres://user:password@host/database`. */
  readonly url: string;
  readonly clock: Clock;
  /** How long a sleeping database is waited for before the studio tries again later. */
  readonly patienceMs?: number;
}

/** Whoever holds the connection string is the one person there. */
const owner: Claims = { userId: 'owner', sessionId: null, organisation: null };
/** A change reaches another open device within this time. */
const lookMs = 2_000;

/**
 * Projects mirrored in a PostgreSQL database of a person's own, by the same protocol and tables as the service's: each device
 * talks to the database itself. The tables are made by the first call. `url` is a secret: no fault and no log holds it.
 */
export function createOwnDatabase({ url, clock, patienceMs = 10_000 }: OwnDatabaseOptions): OwnDatabase {
  const database = openSyncDatabase({
    url,
    connections: 3,
    connectTimeoutMs: 15_000,
    patienceMs,
    statementTimeoutMs: 30_000,
    now: () => clock.nowMs(),
  });
  let preparing: Promise<Result<void>> | null = null;
  const prepared = (): Promise<Result<void>> => {
    preparing ??= database.prepare().then((done) => {
      if (!done.ok) preparing = null;
      return done;
    });
    return preparing;
  };
  const asked = new Set<Promise<unknown>>();
  const closing = new AbortController();
  const ask = async <T>(
    signal: AbortSignal,
    work: (from: SyncDatabase) => Promise<Result<T>>,
  ): Promise<Result<T>> => {
    const ends = AbortSignal.any([signal, closing.signal]);
    if (ends.aborted) return stopped();
    const answer = prepared().then((ready) => {
      if (!ready.ok) return ready;
      return closing.signal.aborted ? stopped() : work(database);
    });
    const settled = answer.catch((thrown: unknown) => broken(thrown));
    asked.add(settled);
    void settled.then(() => asked.delete(settled));
    return Promise.race([settled, aborted(ends).then(stopped)]);
  };
  const projects = (signal: AbortSignal): Promise<Result<readonly RemoteProject[]>> =>
    ask(signal, (from) => from.projects(owner));

  return {
    projects,
    createProject: ({ id, title }, signal) =>
      ask(signal, (from) => from.createProject(owner, { id, title, organisationId: null }, null)),
    removeProject: (projectId, signal) => ask(signal, (from) => from.removeProject(owner, projectId)),
    // No service stands over it that would remove for good what lay there for thirty days.
    removedProjects: (signal) =>
      ask(signal, async (from) => {
        const forgotten = await from.forgetRemoved();
        return forgotten.ok ? from.removedProjects(owner) : forgotten;
      }),
    restoreProject: (projectId, signal) => ask(signal, (from) => from.restoreProject(owner, projectId, null)),
    devices: (signal) => ask(signal, (from) => from.devices(owner)),
    push: (projectId, request, signal) => ask(signal, (to) => to.push(owner, projectId, request)),
    pull: (projectId, page, signal) => ask(signal, (from) => from.pull(owner, projectId, page)),
    async live(_lastEventId, onEvent, signal) {
      const heads = new Map<string, number>();
      while (!signal.aborted) {
        const list = await projects(signal);
        if (signal.aborted) break;
        if (!list.ok) return list;
        for (const { id, head } of list.value) {
          if ((heads.get(id) ?? 0) !== head) onEvent({ projectId: id, head }, `${id} ${head}`);
          heads.set(id, head);
        }
        await clock.wait(lookMs, signal, { background: true });
      }
      return ok(undefined);
    },
    async close() {
      closing.abort();
      await Promise.all(asked);
      await database.close();
    },
  };
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

/** What is neither weather nor an answer: a password that is wrong, a role that may not make tables. Its words may hold the address. */
function broken(thrown: unknown): Result<never> {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  if (isUnsafe(code, errorOf(thrown).message)) {
    return fail(
      'sync.broken',
      'The connection to the database is not safe: it is not encrypted, or nobody vouches for the certificate of this address. Nothing was sent, and everything is saved on this computer. Check the address and its certificate.',
      { reason: code },
    );
  }
  return /^28/.test(code)
    ? fail(
        'sync.signed-out',
        'The database refuses the name or the password of its connection string. Everything is saved on this computer. Set the connection string again.',
      )
    : fail(
        'sync.broken',
        'The database cannot be used for sync: it refused to keep its tables or its rows. Everything is saved on this computer. Its role must be allowed to make tables and roles.',
        { sqlState: code },
      );
}

/** Codes: OpenSSL's of a certificate (Node 24, TLS, "X509 certificate error codes"), and Node's own of another name. */
function isUnsafe(code: string, message: string): boolean {
  return (
    /CERT|SIGNATURE|INVALID_CA|CRL|ISSUER|^ERR_(TLS|SSL)/.test(code) ||
    message.includes('does not offer an encrypted connection')
  );
}

function stopped(): Result<never> {
  return fail(
    'sync.unreachable',
    'The studio stopped asking its database. Everything is saved on this computer.',
  );
}
