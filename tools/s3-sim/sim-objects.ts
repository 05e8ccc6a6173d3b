import { createHash } from 'node:crypto';

export interface SimObject {
  readonly bytes: Buffer;
  readonly mime: string;
  readonly etag: string;
  /** Base64; of the whole, or "of the parts' digests"-parts for one that came in parts, as S3 has it for SHA-256. */
  readonly checksum: string;
}

export interface SimPart {
  readonly bytes: Buffer;
  readonly etag: string;
  readonly checksum: string;
}

interface SimUpload {
  readonly key: string;
  readonly mime: string;
  readonly begunAtMs: number;
  readonly parts: Map<number, SimPart>;
}

/** What the stand-in keeps. Keys are `/bucket/key`, as they are meant, not as an address writes them. */
export interface SimObjects {
  readonly objects: Map<string, SimObject>;
  readonly uploads: Map<string, SimUpload>;
  put(key: string, bytes: Buffer, mime: string): SimObject;
  begin(key: string, mime: string): string;
  /** null where one of the named parts is not there, or is not what it was. */
  complete(id: string, parts: readonly { number: number; etag: string }[]): SimObject | null;
}

export function createSimObjects(now: () => number, objects: Map<string, SimObject> = new Map()): SimObjects {
  const uploads = new Map<string, SimUpload>();
  let begun = 0;
  return {
    objects,
    uploads,
    put(key, bytes, mime) {
      const object = { mime, ...partOf(bytes) };
      objects.set(key, object);
      return object;
    },
    begin(key, mime) {
      begun += 1;
      const id = `upload-${begun}`;
      uploads.set(id, { key, mime, begunAtMs: now(), parts: new Map() });
      return id;
    },
    complete(id, named) {
      const upload = uploads.get(id);
      const parts = named.map(({ number, etag }) => {
        const part = upload?.parts.get(number);
        return part?.etag === etag ? part : null;
      });
      if (upload === undefined || parts.length === 0 || parts.includes(null)) return null;
      const found = parts.filter((part) => part !== null);
      const digests = Buffer.concat(found.map(({ checksum }) => Buffer.from(checksum, 'base64')));
      const object = {
        mime: upload.mime,
        bytes: Buffer.concat(found.map(({ bytes }) => bytes)),
        etag: `"${createHash('md5').update(digests).digest('hex')}-${found.length}"`,
        checksum: `${createHash('sha256').update(digests).digest('base64')}-${found.length}`,
      };
      objects.set(upload.key, object);
      uploads.delete(id);
      return object;
    },
  };
}

export function partOf(bytes: Buffer): SimPart {
  return {
    bytes,
    etag: `"${createHash('md5').update(bytes).digest('hex')}"`,
    checksum: createHash('sha256').update(bytes).digest('base64'),
  };
}
