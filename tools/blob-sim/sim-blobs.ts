import { createHash } from 'node:crypto';

export interface SimBlob {
  readonly bytes: Buffer;
  readonly mime: string;
  readonly etag: string;
  readonly uploadedAtMs: number;
}

interface SimUpload {
  readonly pathname: string;
  readonly mime: string;
  readonly parts: Map<number, { readonly bytes: Buffer; readonly etag: string }>;
}

/** What the stand-in keeps, in memory. */
export interface SimBlobs {
  readonly blobs: Map<string, SimBlob>;
  readonly uploads: Map<string, SimUpload>;
  put(pathname: string, bytes: Buffer, mime: string): SimBlob;
  begin(pathname: string, mime: string): string;
  /** null where a named part is not there, or is not what it was. */
  complete(id: string, named: readonly { partNumber: number; etag: string }[]): SimBlob | null;
}

export function createSimBlobs(now: () => number): SimBlobs {
  const blobs = new Map<string, SimBlob>();
  const uploads = new Map<string, SimUpload>();
  let begun = 0;
  const put = (pathname: string, bytes: Buffer, mime: string): SimBlob => {
    const blob = { bytes, mime, etag: etagOf(bytes), uploadedAtMs: now() };
    blobs.set(pathname, blob);
    return blob;
  };
  return {
    blobs,
    uploads,
    put,
    begin(pathname, mime) {
      begun += 1;
      const id = `upload ${begun}`;
      uploads.set(id, { pathname, mime, parts: new Map() });
      return id;
    },
    complete(id, named) {
      const upload = uploads.get(id);
      const parts = named.map(({ partNumber, etag }) => {
        const part = upload?.parts.get(partNumber);
        return part?.etag === etag ? part.bytes : null;
      });
      if (upload === undefined || parts.length === 0 || parts.includes(null)) return null;
      uploads.delete(id);
      return put(upload.pathname, Buffer.concat(parts.filter((part) => part !== null)), upload.mime);
    },
  };
}

export function etagOf(bytes: Buffer): string {
  return `"${createHash('md5').update(bytes).digest('hex')}"`;
}

/** As the API tells of a blob. */
export function described(store: SimBlobs, pathname: string): Record<string, unknown> {
  const blob = store.blobs.get(pathname);
  return {
    url: `https://store.private.blob.vercel-storage.com/${pathname}`,
    downloadUrl: `https://store.private.blob.vercel-storage.com/${pathname}?download=1`,
    pathname,
    size: blob?.bytes.length,
    contentType: blob?.mime,
    contentDisposition: 'inline',
    cacheControl: 'private, max-age=2592000',
    uploadedAt: new Date(blob?.uploadedAtMs ?? 0).toISOString(),
    etag: blob?.etag,
  };
}
