import { unzipSync } from 'fflate';
import { FaultError, fail, ok, type Result } from '../domain/kernel/result.ts';

export interface UnpackZipOptions {
  /** The entries to unpack; others are not touched. */
  readonly wanted: (name: string) => boolean;
  /** The most that the wanted entries may unfold to together, in bytes. */
  readonly mostBytes: number;
}

/** Text packs to about a tenth; what unfolds to more than this many times its size was made to fill memory. */
const mostRatio = 250;
/** Small files of nothing but white space may pack better than any. */
const unsuspectedBytes = 1024 * 1024;

/**
 * Entries of a zip archive, in memory. Sizes are checked before anything is unpacked, and an entry that says less than it
 * holds is cut off at what it says, so that no archive takes more memory than `mostBytes`. Faults, as the rest of a sentence
 * that begins with the file's name: `text.too-large` (also for what is packed suspiciously well), `text.malformed`.
 */
export function unpackZip(
  bytes: Uint8Array,
  { wanted, mostBytes }: UnpackZipOptions,
): Result<ReadonlyMap<string, Uint8Array>> {
  let total = 0;
  try {
    const found = unzipSync(bytes, {
      filter({ name, size, originalSize }) {
        if (name.endsWith('/') || !wanted(name)) return false;
        total += originalSize;
        const swells = originalSize > unsuspectedBytes && originalSize > size * mostRatio;
        if (total > mostBytes || swells || !Number.isSafeInteger(originalSize)) throw tooLarge(mostBytes);
        return true;
      },
    });
    return ok(new Map(Object.entries(found)));
  } catch (thrown) {
    if (thrown instanceof FaultError) return { ok: false, fault: thrown.fault };
    return fail(
      'text.malformed',
      'is damaged: it cannot be unpacked. Save it again where it was written and import that.',
      {
        cause: String(thrown),
      },
    );
  }
}

function tooLarge(mostBytes: number): FaultError {
  return new FaultError({
    code: 'text.too-large',
    message: `unfolds to more than ${Math.round(mostBytes / 1024 / 1024)} MB of text, which no story needs. Save it again where it was written, or split it into parts.`,
  });
}

/** Whether the bytes begin like a zip archive. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/** Names in a zip archive's directory; empty where it has none that can be read. */
export function namesInZip(bytes: Uint8Array): ReadonlySet<string> {
  const names = new Set<string>();
  try {
    unzipSync(bytes, {
      filter({ name }) {
        names.add(name);
        return false;
      },
    });
  } catch {
    // A directory that is cut off names what comes before the cut, which is enough to tell a format.
  }
  return names;
}
