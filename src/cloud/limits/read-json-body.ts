import { fail, ok, type Result } from '../../domain/kernel/result.ts';

/** The body as JSON, read no further than `mostBytes`. Faults: `sync.too-large`, `sync.bad-request`. */
export async function readJsonBody(request: Request, mostBytes: number): Promise<Result<unknown>> {
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) return tooLarge();
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of request.body ?? []) {
    bytes += piece.byteLength;
    if (bytes > mostBytes) return tooLarge();
    pieces.push(piece);
  }
  try {
    return ok(JSON.parse(Buffer.concat(pieces, bytes).toString('utf8')));
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
