import { stat } from 'node:fs/promises';
import { fileBody } from './file-body.ts';
import { parseRange } from './parse-range.ts';
import { refusal } from './refusal.ts';

export interface FileToServe {
  readonly path: string;
  readonly contentType: string;
  /** A strong validator: the same tag means the same bytes. */
  readonly tag: string;
  readonly cacheControl: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Answers GET and HEAD with a file or a range of it: 200, 206, 304, 404 or 416. */
export async function serveFile(request: Request, file: FileToServe): Promise<Response> {
  const etag = `"${file.tag}"`;
  const headers = new Headers({
    ...file.headers,
    'content-type': file.contentType,
    'cache-control': file.cacheControl,
    'accept-ranges': 'bytes',
    etag,
  });
  if (isListed(request.headers.get('if-none-match'), etag))
    return new Response(null, { status: 304, headers });
  const sizeBytes = await fileSize(file.path);
  if (sizeBytes === null) return refusal(404, 'There is no such file.');
  const range = wantedRange(request.headers, etag, sizeBytes);
  if (range === 'unsatisfiable') {
    headers.set('content-range', `bytes */${sizeBytes}`);
    return refusal(416, 'The file is shorter than that.', headers);
  }
  const part = range ?? { start: 0, end: sizeBytes - 1 };
  headers.set('content-length', String(part.end + 1 - part.start));
  if (range !== null) headers.set('content-range', `bytes ${part.start}-${part.end}/${sizeBytes}`);
  const status = range === null ? 200 : 206;
  const body =
    request.method === 'HEAD' || sizeBytes === 0 ? null : fileBody(file.path, part, request.signal);
  return new Response(body, { status, headers });
}

async function fileSize(path: string): Promise<number | null> {
  try {
    const facts = await stat(path);
    return facts.isFile() ? facts.size : null;
  } catch {
    // Gone, or not ours to read: to the one who asked it is the same.
    return null;
  }
}

function wantedRange(headers: Headers, etag: string, sizeBytes: number): ReturnType<typeof parseRange> {
  const condition = headers.get('if-range');
  if (condition !== null && condition !== etag) return null;
  return parseRange(headers.get('range'), sizeBytes);
}

function isListed(header: string | null, etag: string): boolean {
  if (header === null) return false;
  return header.split(',').some((one) => one.trim().replace(/^W\//, '') === etag || one.trim() === '*');
}
