import type { OpenUpload, StoredPart } from '../../cloud/ports/media-storage.ts';

/** A page of parts, and the number that the next page begins after; null where it is the last. */
export function readParts(xml: string): { parts: StoredPart[]; next: string | null } {
  const parts = elements(xml, 'Part').map((part) => ({
    number: Number(textIn(part, 'PartNumber')),
    bytes: Number(textIn(part, 'Size')),
    etag: textIn(part, 'ETag') ?? '',
    sha256: hexOf(textIn(part, 'ChecksumSHA256') ?? undefined),
  }));
  return { parts, next: textIn(xml, 'IsTruncated') === 'true' ? textIn(xml, 'NextPartNumberMarker') : null };
}

export function readOpenUploads(xml: string): OpenUpload[] {
  const uploads = elements(xml, 'Upload').map((upload) => ({
    key: unescapeXml(textIn(upload, 'Key') ?? ''),
    uploadId: unescapeXml(textIn(upload, 'UploadId') ?? ''),
    begunAtMs: Date.parse(textIn(upload, 'Initiated') ?? ''),
  }));
  return uploads.toSorted((a, b) => a.begunAtMs - b.begunAtMs);
}

/** What says which parts make the file. Tags and digests need no unescaping to be sent back. */
export function completion(parts: readonly StoredPart[]): string {
  const listed = parts.map(({ number, etag, sha256 }) => {
    const digest = sha256 === null ? '' : Buffer.from(sha256, 'hex').toString('base64');
    const checksum = sha256 === null ? '' : `<ChecksumSHA256>${digest}</ChecksumSHA256>`;
    return `<Part><PartNumber>${number}</PartNumber><ETag>${etag}</ETag>${checksum}</Part>`;
  });
  return `<CompleteMultipartUpload xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${listed.join('')}</CompleteMultipartUpload>`;
}

/** The text of an element, as it stands in the XML. */
export function textIn(xml: string, name: string): string | null {
  return new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? null;
}

/** A digest of one piece; "…-3" is of three, and says nothing of the whole. */
export function hexOf(checksum: unknown): string | null {
  if (typeof checksum !== 'string') return null;
  const digest = Buffer.from(checksum, 'base64');
  return checksum.includes('-') || digest.length !== 32 ? null : digest.toString('hex');
}

function elements(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<${name}>(.*?)</${name}>`, 'gs'))].map(([, inner = '']) => inner);
}

const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.replace(/&(#x?[\da-f]+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return signs[name] ?? whole;
    const isHex = name[1] === 'x' || name[1] === 'X';
    return String.fromCodePoint(Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10));
  });
}
