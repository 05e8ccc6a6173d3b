import { type Fault, FaultError, type Result } from '../../../domain/kernel/result.ts';
import type { SyncedRows } from '../synced-rows.ts';

interface Guard {
  readonly readOnly: boolean;
  readonly refuse: () => { readonly ok: false; readonly fault: Fault };
  /** Throws what the disk refuses as a fault, and remembers damage. */
  readonly read: <T>(query: () => T) => T;
  readonly told: <T>(result: Result<T>) => Result<T>;
}

/** The rows of sync with what every way into the store has: damage is noted, and who only reads writes nothing. */
export function guardSyncedRows(sync: SyncedRows, { readOnly, refuse, read, told }: Guard): SyncedRows {
  const write = (work: () => void): void => {
    if (readOnly) throw new FaultError(refuse().fault);
    read(work);
  };
  return {
    places: () => read(sync.places),
    begin: (...given) => write(() => sync.begin(...given)),
    end: (...given) => write(() => sync.end(...given)),
    forget: (...given) => write(() => sync.forget(...given)),
    outgoing: (...given) => read(() => sync.outgoing(...given)),
    setAside: (projectId) => read(() => sync.setAside(projectId)),
    waiting: (projectId) => read(() => sync.waiting(projectId)),
    sending: (...given) => write(() => sync.sending(...given)),
    acknowledge: (...given) => (readOnly ? refuse() : told(sync.acknowledge(...given))),
    merge: (...given) => (readOnly ? refuse() : told(sync.merge(...given))),
    becomeNewDevice: () => write(sync.becomeNewDevice),
    followClock: (aheadMs) => write(() => sync.followClock(aheadMs)),
  };
}
