import { fail, ok, type Result } from '../../domain/kernel/result.ts';

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

/** The body as JSON, read no further than `mostBytes`. Faults: `sync.too-large`, `sync.bad-request`. */
export async function readJsonBody(request: Request, mostBytes: number): Promise<Result<unknown>> {
  const read = await readBytes(request, mostBytes);
  if (!read.ok) return read;
  try {
    return ok(JSON.parse(new TextDecoder().decode(read.value)));
  } catch {
    return fail('sync.bad-request', 'The service cannot read this call: its body is no JSON.');
  }
}

function tooLarge(): Result<never> {
  return fail(
    'sync.too-large',
    'That is more than the service takes at once. Nothing was kept. Send smaller batches.',
  );
}
