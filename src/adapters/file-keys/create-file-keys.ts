import {
  chmodSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { KeyStore } from '../../core/ports/key-store.ts';
import { fail, ok, type Result } from '../../domain/kernel/result.ts';

/**
 * Keys where the system has no secret store: in memory until the studio ends, or, with the person's consent, in a file that
 * only its owner may read. `path` null: never in a file.
 */
export function createFileKeys(path: string | null): KeyStore {
  const session = new Map<string, string>();
  // Read each time: another host of the same data folder may have changed it.
  const inFile = (): Record<string, string> => (path === null ? {} : readKeys(path));

  const forget = (provider: string): Result<void> => {
    session.delete(provider);
    const { [provider]: gone, ...others } = inFile();
    return gone === undefined || path === null ? ok(undefined) : writeKeys(path, others);
  };
  return {
    get: async (provider) => session.get(provider) ?? inFile()[provider] ?? null,
    async describe(provider) {
      const kept = session.has(provider) ? 'session' : Object.hasOwn(inFile(), provider) ? 'file' : null;
      return { kept, wouldBeKept: 'session', mayUseFile: path !== null };
    },
    async set(provider, key, consentToFile) {
      if (path !== null && consentToFile) {
        const written = writeKeys(path, { ...inFile(), [provider]: key });
        if (written.ok) session.delete(provider);
        return written;
      }
      const forgotten = forget(provider);
      if (forgotten.ok) session.set(provider, key);
      return forgotten;
    },
    remove: async (provider) => forget(provider),
  };
}

function readKeys(path: string): Record<string, string> {
  try {
    const { version, keys } = JSON.parse(readFileSync(path, 'utf8')) as { version?: unknown; keys?: unknown };
    if (version !== 1 || typeof keys !== 'object' || keys === null) return {};
    return Object.fromEntries(Object.entries(keys).filter(([, key]) => typeof key === 'string'));
  } catch {
    // None was kept yet, or the file is damaged: a key is set again, nothing else depends on it.
    return {};
  }
}

/** Whole or not at all, and never readable by others, not even for a moment. An empty file is removed. */
function writeKeys(path: string, keys: Readonly<Record<string, string>>): Result<void> {
  const partial = `${path}.partial`;
  try {
    if (Object.keys(keys).length === 0) {
      rmSync(path, { force: true });
      return ok(undefined);
    }
    mkdirSync(dirname(path), { recursive: true });
    rmSync(partial, { force: true });
    const file = openSync(partial, 'wx', 0o600);
    try {
      writeSync(file, JSON.stringify({ version: 1, keys }));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    chmodSync(partial, 0o600);
    renameSync(partial, path);
    return ok(undefined);
  } catch (thrown) {
    rmSync(partial, { force: true });
    const { code = 'unknown' } = thrown as NodeJS.ErrnoException;
    return fail(
      'keys.not-kept',
      `The key could not be written to ${path} (${code}). Nothing was changed; make the folder writable, or keep the key for this session only.`,
    );
  }
}
