import type { CutFiles } from '../shares/cut-files.ts';

/** The film or the part of it that a player asks for (RFC 9110, 14). Null where its file is not there. */
export async function streamFilm(
  files: CutFiles,
  projectId: string,
  { sha256, bytes }: { readonly sha256: string; readonly bytes: number },
  range: string | undefined,
): Promise<Response | null> {
  const asked = readRange(range, bytes);
  const headers = { 'accept-ranges': 'bytes', 'cache-control': 'private, no-cache', etag: `"${sha256}"` };
  if (asked === 'beyond') {
    return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${bytes}` } });
  }
  const { first, last } = asked ?? { first: 0, last: bytes - 1 };
  const body = await files.read(projectId, sha256, first, last);
  if (body === null) return null;
  return new Response(body, {
    status: asked === null ? 200 : 206,
    headers: {
      ...headers,
      'content-type': 'video/mp4',
      'content-length': String(last - first + 1),
      ...(asked === null ? {} : { 'content-range': `bytes ${first}-${last}/${bytes}` }),
    },
  });
}

/** One range of bytes; null for none (or several: the whole is a right answer to those). */
function readRange(header: string | undefined, bytes: number) {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return null;
  const first = from === '' ? Math.max(0, bytes - Number(to)) : Number(from);
  const last = from === '' || to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1);
  return first >= bytes || last < first ? 'beyond' : { first, last };
}
