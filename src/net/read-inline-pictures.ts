import { readFile } from 'node:fs/promises';
import type { AssetId } from '../domain/kernel/ids.ts';
import { fail, faultOf, ok, type Result } from '../domain/kernel/result.ts';
import { sniffResult } from './sniff-result.ts';

/** A picture of the library as it stands inside a request. */
export interface InlinePicture {
  readonly mime: string;
  readonly base64: string;
}

type AssetPath = (id: AssetId) => Result<{ readonly path: string }>;

/** What providers take in one request with everything in it: 20 MB in base64. */
const mostBytes = 14 * 1024 * 1024;

/** Pictures that go out inside a request, or why one of them cannot; `provider` as a sentence names it. */
export async function readInlinePictures(
  provider: string,
  ids: readonly AssetId[],
  assetPath: AssetPath,
): Promise<Result<readonly InlinePicture[]>> {
  const pictures: InlinePicture[] = [];
  let bytes = 0;
  for (const id of ids) {
    const read = await readPicture(provider, id, assetPath);
    if (!read.ok) return read;
    bytes += read.value.bytes.length;
    if (bytes > mostBytes) {
      return fail(
        'provider.request-refused',
        `The pictures of the shot are too large to be sent to ${provider}. Nothing was sent. Use fewer or smaller ones.`,
      );
    }
    pictures.push({ mime: read.value.mime, base64: read.value.bytes.toString('base64') });
  }
  return ok(pictures);
}

async function readPicture(
  provider: string,
  id: AssetId,
  assetPath: AssetPath,
): Promise<Result<{ readonly mime: string; readonly bytes: Buffer }>> {
  const file = assetPath(id);
  if (!file.ok) return file;
  try {
    const bytes = await readFile(file.value.path);
    const type = sniffResult(bytes.subarray(0, 16));
    if (type?.medium === 'image') return ok({ mime: type.mime, bytes });
    return fail(
      'provider.request-refused',
      `A picture of the shot is none that ${provider} reads. Nothing was sent. Replace it, then retry the shot.`,
    );
  } catch (thrown) {
    return { ok: false, fault: faultOf(thrown, 'library.not-found') };
  }
}
