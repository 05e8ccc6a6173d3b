import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

const pack = promisify(gzip);
const unpack = promisify(gunzip);
/** Below it, packing costs more than it saves. */
const worthPackingBytes = 2_048;

/** A JSON body with the headers that say how it is packed. */
export async function packedJson(
  json: unknown,
): Promise<{ readonly body: Uint8Array; readonly headers: Readonly<Record<string, string>> }> {
  const body = new TextEncoder().encode(JSON.stringify(json));
  if (body.byteLength < worthPackingBytes) return { body, headers: {} };
  return { body: await pack(body, { level: 4 }), headers: { 'content-encoding': 'gzip' } };
}

/** An answer's bytes as they were before they were packed; null where they are damaged, or more than `mostBytes`. */
export async function unpackedBytes(
  body: Buffer,
  encoding: string | undefined,
  mostBytes: number,
): Promise<Buffer | null> {
  if (encoding !== 'gzip') return body;
  try {
    return await unpack(body, { maxOutputLength: mostBytes });
  } catch {
    // Cut off or no gzip at all: for the caller the same as any answer that cannot be read.
    return null;
  }
}
