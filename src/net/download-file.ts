import { createWriteStream } from 'node:fs';
import { open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { deriveId } from '../domain/kernel/derive-id.ts';
import { type Fault, faultOf, type Result } from '../domain/kernel/result.ts';
import { publicLookup } from './public-lookup.ts';
import { type ResultMedium, sniffResult } from './sniff-result.ts';

export interface Download {
  readonly address: string;
  readonly folder: string;
  /** Base of the file's name; made safe here. */
  readonly name: string;
  readonly medium: ResultMedium;
  /** What the provider is called in a sentence: "Fal". */
  readonly provider: string;
  /** The address as it is asked, or why it is not: https, hosts of an allow-list; every redirect is asked again. */
  readonly resolve: (address: string) => Result<URL>;
  /** For the store that wants the key: sent to what `resolve` gives, so only for addresses that may see it. */
  readonly headersFor?: (url: URL) => Readonly<Record<string, string>>;
  /** Longest silence of the line, milliseconds. */
  readonly stallMs: number;
}

type DownloadFailure =
  | { readonly kind: 'failed'; readonly fault: Fault; readonly billed: 'yes' }
  /** The store does not hold the file any more. */
  | { readonly kind: 'gone'; readonly fault: Fault }
  | { readonly kind: 'unreachable'; readonly fault: Fault; readonly retryAfterMs: null };

export type DownloadOutcome =
  | { readonly kind: 'downloaded'; readonly path: string; readonly mime: string }
  | DownloadFailure;

const mostRedirects = 4;
const largestBytes = {
  image: 128 * 1024 * 1024,
  audio: 512 * 1024 * 1024,
  video: 4 * 1024 * 1024 * 1024,
} as const satisfies Record<ResultMedium, number>;
const mediumWords = { image: 'picture', audio: 'sound', video: 'video' } as const;

/**
 * Brings a file from a provider's store into a folder. What has arrived is kept when the line breaks, and the
 * next try asks for the rest; the file gets its name only when it is whole and of the kind that was asked for.
 */
export async function downloadFile(download: Download, signal: AbortSignal): Promise<DownloadOutcome> {
  // Named after the address too: a new address is another file and must not be joined to the old one's beginning.
  const base = join(download.folder, deriveId('download', download.name, download.address));
  const partial = `${base}.part`;
  try {
    const have = await sizeOf(partial);
    const tag = have > 0 ? await readTag(base) : null;
    const answer = await request(download, tag === null ? null : { from: have, tag }, signal);
    if (!('response' in answer)) return answer;
    const taken = await take(download, answer.response, { base, have, tag }, signal);
    if (taken !== null) return taken;
    return await finish(base, download);
  } catch (thrown) {
    return { kind: 'unreachable', fault: faultOf(thrown, 'library.not-writable'), retryAfterMs: null };
  }
}

/** Opens the file, following redirects by the same rules as the first address. */
async function request(
  download: Download,
  resume: { readonly from: number; readonly tag: string } | null,
  signal: AbortSignal,
): Promise<{ readonly response: IncomingMessage } | DownloadFailure> {
  let next = download.address;
  for (let hop = 0; hop <= mostRedirects; hop++) {
    const url = download.resolve(next);
    if (!url.ok) return { kind: 'failed', fault: url.fault, billed: 'yes' };
    const answer = await get(download, url.value, resume, signal);
    if (answer instanceof Error) return unreachable(download, answer.message);
    const { statusCode = 0, headers } = answer;
    if (statusCode < 300 || statusCode >= 400 || headers.location === undefined) return { response: answer };
    answer.destroy();
    const target = URL.parse(headers.location, url.value.href);
    if (target === null) return unreadable(download, '');
    next = target.href;
  }
  return unreachable(download, 'the download was sent from address to address');
}

function get(
  download: Download,
  url: URL,
  resume: { readonly from: number; readonly tag: string } | null,
  signal: AbortSignal,
): Promise<IncomingMessage | Error> {
  return new Promise((resolve) => {
    const secure = url.protocol === 'https:';
    const asked = (secure ? httpsRequest : httpRequest)(url, {
      method: 'GET',
      agent: false,
      signal,
      timeout: download.stallMs,
      headers: {
        'user-agent': 'reelwright',
        'accept-encoding': 'identity',
        connection: 'close',
        ...download.headersFor?.(url),
        ...(resume === null ? {} : { range: `bytes=${resume.from}-`, 'if-range': resume.tag }),
      },
      ...(secure ? { lookup: publicLookup } : {}),
    });
    asked.on('timeout', () => asked.destroy(new Error('the line went silent')));
    asked.on('error', resolve);
    asked.on('response', resolve);
    asked.end();
  });
}

/** Streams the answer's body to the partial file. Null when all of it is there. */
async function take(
  download: Download,
  response: IncomingMessage,
  { base, have, tag }: { readonly base: string; readonly have: number; readonly tag: string | null },
  signal: AbortSignal,
): Promise<DownloadFailure | null> {
  const { statusCode = 0, headers } = response;
  const partial = `${base}.part`;
  const largest = largestBytes[download.medium];
  if (statusCode !== 200 && statusCode !== 206) {
    response.destroy();
    if (statusCode === 416) await rm(partial, { force: true });
    if (statusCode === 404 || statusCode === 410 || statusCode === 403) {
      const message = `The store of ${download.provider} does not hold the file any more (HTTP ${statusCode}).`;
      const fault: Fault = { code: 'provider.result-gone', message };
      return { kind: 'gone', fault };
    }
    return unreachable(download, `the download got HTTP ${statusCode}`);
  }
  const start = statusCode === 206 ? rangeStart(headers['content-range']) : 0;
  // The rest of another version (a store that does not know If-Range) would be joined to the beginning of this one.
  const isOther = start !== 0 && headers.etag !== undefined && headers.etag !== tag;
  if (isOther || (start !== 0 && start !== have)) {
    response.destroy();
    await rm(partial, { force: true });
    return unreadable(download, '');
  }
  const length = headers['content-length'] === undefined ? null : Number(headers['content-length']);
  const tooLarge: Fault = {
    code: 'provider.request-refused',
    message: `The result is larger than ${largest} bytes and was not brought in. Look at the request at ${download.provider}.`,
  };
  if (length !== null && start + length > largest) {
    response.destroy();
    return { kind: 'failed', fault: tooLarge, billed: 'yes' };
  }
  if (start === 0) await writeTag(base, headers.etag ?? headers['last-modified'] ?? null);
  let bytes = 0;
  let over = false;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      over ||= start + bytes > largest;
      done(over ? new Error('too large') : null, chunk);
    },
  });
  try {
    await pipeline(response, count, createWriteStream(partial, { flags: start === 0 ? 'w' : 'a' }), {
      signal,
    });
  } catch (thrown) {
    if (over) return { kind: 'failed', fault: tooLarge, billed: 'yes' };
    const code = thrown instanceof Error && 'code' in thrown ? thrown.code : null;
    if (code === 'ENOSPC' || code === 'EIO' || code === 'EROFS') throw thrown;
    return unreachable(download, 'the download broke off');
  }
  if (!response.complete || (length !== null && bytes !== length)) {
    return unreachable(download, 'the download was cut short');
  }
  return null;
}

async function finish(base: string, download: Download): Promise<DownloadOutcome> {
  const partial = `${base}.part`;
  const head = Buffer.alloc(16);
  const file = await open(partial, 'r+');
  try {
    await file.read(head, 0, 16, 0);
    await file.datasync();
  } finally {
    await file.close();
  }
  const type = sniffResult(head);
  if (type === null || type.medium !== download.medium) {
    await rm(partial, { force: true });
    return unreadable(download, ` The download is no ${mediumWords[download.medium]}.`);
  }
  const path = `${base}.${type.extension}`;
  await rename(partial, path);
  await rm(`${base}.tag`, { force: true });
  return { kind: 'downloaded', path, mime: type.mime };
}

function unreachable({ provider }: Download, words: string): DownloadFailure {
  const message = `${provider} could not be reached: ${words}.`;
  return { kind: 'unreachable', fault: { code: 'provider.unreachable', message }, retryAfterMs: null };
}

function unreadable({ provider }: Download, words: string): DownloadFailure {
  const message = `The answer of ${provider} to the download could not be read.${words}`;
  return { kind: 'unreachable', fault: { code: 'provider.answer-unreadable', message }, retryAfterMs: null };
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch {
    // Not there: nothing has arrived yet.
    return 0;
  }
}

/** What tells one version of a file from another, for `If-Range`. A weak tag cannot vouch for bytes. */
async function writeTag(base: string, tag: string | null): Promise<void> {
  if (tag === null || tag.startsWith('W/')) await rm(`${base}.tag`, { force: true });
  else await writeFile(`${base}.tag`, tag);
}

async function readTag(base: string): Promise<string | null> {
  try {
    return await readFile(`${base}.tag`, 'utf8');
  } catch {
    // Without a tag the download starts over.
    return null;
  }
}

function rangeStart(contentRange: string | undefined): number {
  const match = /^bytes (\d+)-/.exec(contentRange ?? '');
  return match === null ? -1 : Number(match[1]);
}
