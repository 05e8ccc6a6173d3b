import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import type { KeyFacts, KeyStore } from '../ports/key-store.ts';
import type { OwnDatabase, SyncService } from '../ports/sync-service.ts';

import { noService } from './sync-refusals.ts';

/** The name of the connection string among the keys. No provider has it. */
const keyName = 'own-database';

export interface OwnDatabaseState extends KeyFacts {
  /** Where it is, without who may enter; null while none is set. */
  readonly host: string | null;
}

/** Where projects are mirrored: a person's own database where one is set, else the service that the host knows, if any. */
export interface ChosenService {
  readonly service: SyncService;
  isSet(): boolean;
  /** Whether it is the person's own database, which keeps no files. */
  isOwn(): boolean;
  /** Reads the connection string that was kept; once, however often it is asked for. */
  start(): Promise<void>;
  describe(): Promise<OwnDatabaseState>;
  /**
   * Tries the database, making its tables, and keeps the connection string as the keys are kept. Faults: `sync.bad-database`,
   * `sync.place-in-use`, those of the port and of the key store. Whatever is refused changes nothing.
   */
  set(connectionString: string, consentToFile: boolean): Promise<Result<void>>;
  /** Forgets it. What the database holds stays there. Fault: `sync.place-in-use`. */
  remove(): Promise<Result<void>>;
  close(): Promise<void>;
}

export interface ChosenServiceParts {
  readonly usual: SyncService | null;
  /** null where the host cannot open one. */
  readonly open: ((url: string) => OwnDatabase) | null;
  readonly keys: KeyStore;
  /** Told of what must be in no log, before it is anywhere. */
  readonly learn: (secret: string) => void;
  /** How many projects are mirrored now: their cursors are of the place where they are. */
  readonly mirrored: () => number;
}

export function createChosenService(parts: ChosenServiceParts): ChosenService {
  const { usual, open, keys } = parts;
  let own: { readonly database: OwnDatabase; readonly host: string } | null = null;
  const place = (): SyncService | null => own?.database ?? usual;
  const forward = <T>(work: (to: SyncService) => Promise<Result<T>>): Promise<Result<T>> => {
    const to = place();
    return to === null ? Promise.resolve(noService()) : work(to);
  };
  const learn = (url: URL): void => {
    parts.learn(url.href);
    if (url.password !== '') parts.learn(decodeURIComponent(url.password));
  };
  const inUse = (): Result<never> | null => {
    const count = parts.mirrored();
    if (count === 0) return null;
    return fail(
      'sync.place-in-use',
      `Projects are kept the same over the present place: ${count}. Nothing was changed. Turn sync off for them first; they stay here and there as they are.`,
      { count },
    );
  };
  let exchanged = new AbortController();
  const use = async (next: typeof own): Promise<void> => {
    const before = own;
    own = next;
    exchanged.abort();
    exchanged = new AbortController();
    await before?.database.close();
  };

  const read = async (): Promise<void> => {
    const kept = open === null ? null : await keys.get(keyName);
    const url = kept === null ? null : parseDatabase(kept);
    if (open === null || url === null || own !== null) return;
    learn(url);
    own = { database: open(url.href), host: url.host };
  };
  let reading: Promise<void> | null = null;

  return {
    service: {
      projects: (signal) => forward((to) => to.projects(signal)),
      createProject: (project, signal) => forward((to) => to.createProject(project, signal)),
      removeProject: (projectId, signal) => forward((to) => to.removeProject(projectId, signal)),
      removedProjects: (signal) => forward((to) => to.removedProjects(signal)),
      restoreProject: (projectId, signal) => forward((to) => to.restoreProject(projectId, signal)),
      devices: (signal) => forward((to) => to.devices(signal)),
      push: (projectId, request, signal) => forward((to) => to.push(projectId, request, signal)),
      pull: (projectId, page, signal) => forward((to) => to.pull(projectId, page, signal)),
      // Whoever listens to the place before begins anew at the next.
      live: (lastEventId, onEvent, signal) =>
        forward((to) => to.live(lastEventId, onEvent, AbortSignal.any([signal, exchanged.signal]))),
    },
    isSet: () => place() !== null,
    isOwn: () => own !== null,
    start: () => (reading ??= read()),
    describe: async () => ({ ...(await keys.describe(keyName)), host: own?.host ?? null }),
    async set(connectionString, consentToFile) {
      parts.learn(connectionString);
      const url = parseDatabase(connectionString.trim());
      if (open === null || url === null) return noDatabase();
      learn(url);
      const busy = inUse();
      if (busy !== null) return busy;
      const database = open(url.href);
      const tried = await database.projects(new AbortController().signal);
      const kept = tried.ok ? await keys.set(keyName, url.href, consentToFile) : tried;
      if (!kept.ok) {
        await database.close();
        return kept;
      }
      await use({ database, host: url.host });
      return ok(undefined);
    },
    async remove() {
      const busy = inUse();
      if (busy !== null) return busy;
      const gone = await keys.remove(keyName);
      if (gone.ok) await use(null);
      return gone;
    },
    close: () => use(null),
  };
}

/** `postgres://user:password@host/database`, or null. */
function parseDatabase(text: string): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const isPostgres = url.protocol === 'postgres:' || url.protocol === 'postgresql:';
  return isPostgres && url.hostname !== '' ? url : null;
}

function noDatabase() {
  return fail(
    'sync.bad-database',
    'This is no connection string of a PostgreSQL database. Nothing was changed. Copy it from Neon: it begins with postgresql:// and names a host.',
  );
}
