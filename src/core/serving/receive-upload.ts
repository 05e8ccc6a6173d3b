import type { ByteSources } from './byte-sources.ts';
import { refusal } from './refusal.ts';

/** The longest name of a file on the systems we run on, in characters. */
const longestName = 255;

/** `POST /uploads`: the body is the file, `x-file-name` its name, URI-encoded. Answers `{uploadId}`. */
export async function receiveUpload(request: Request, sources: ByteSources): Promise<Response> {
  const name = fileName(request.headers.get('x-file-name'));
  if (name === null) return refusal(400, 'The upload does not say its name.');
  if (request.body === null) return refusal(400, `${name} is empty. Nothing was kept.`);
  const length = request.headers.get('content-length');
  const received = await sources.receive({
    name,
    bytes: length === null || !/^\d{1,16}$/.test(length) ? null : Number(length),
    body: request.body,
    signal: request.signal,
  });
  if (received.ok)
    return Response.json(received.value, { status: 201, headers: { 'cache-control': 'no-store' } });
  const { code, message } = received.fault;
  const status = code === 'upload.too-large' ? 413 : code === 'library.disk-full' ? 507 : 422;
  return Response.json({ code, message }, { status, headers: { 'cache-control': 'no-store' } });
}

/** The last part of the name that was sent, without what no file system takes; null where nothing is left. */
function fileName(header: string | null): string | null {
  if (header === null || header.length > 12 * longestName) return null;
  try {
    const last = decodeURIComponent(header).split(/[/\\]/).at(-1) ?? '';
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are the ones to take out.
    const plain = last.replace(/[\u0000-\u001f\u007f]/g, '').trim();
    return plain === '' || plain === '.' || plain === '..' ? null : plain.slice(-longestName);
  } catch {
    // Not the encoding of any text.
    return null;
  }
}
