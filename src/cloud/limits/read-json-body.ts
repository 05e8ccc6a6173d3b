import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { fail, ok, type Result } from '../../domain/kernel/result.ts';

const unpack = promisify(gunzip);

/** The body, read no further than `mostBytes`. Faults: `sync.too-large`. */
export async function readBytes(request: Request, mostBytes: number): Promise<Result<Uint8Array>> {
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) return tooLarge();
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of request.body ?? []) {
    bytes += piece.byteLength;
    if (bytes > mostBytes) return tooLarge();
    pieces.push(piece);
  }
  return ok(Buffer.concat(pieces, bytes));
}

/** The body as JSON, plain or packed with gzip, of no more than `mostBytes` in either form. Faults: `sync.too-large`, `sync.bad-request`. */
export async function readJsonBody(request: Request, mostBytes: number): Promise<Result<unknown>> {
  const read = await readBytes(request, mostBytes);
  if (!read.ok) return read;
  const isPacked = request.headers.get('content-encoding') === 'gzip';
  try {
    const bytes = isPacked ? await unpack(read.value, { maxOutputLength: mostBytes }) : read.value;
    return ok(JSON.parse(new TextDecoder().decode(bytes)));
  } catch (thrown) {
    if (thrown instanceof RangeError) return tooLarge();
    return fail('sync.bad-request', 'The service cannot read this call: its body is no JSON.');
  }
}

function tooLarge(): Result<never> {
  return fail(
    'sync.too-large',
    'That is more than the service takes at once. Nothing was kept. Send smaller batches.',
  );
}
