import { createWriteStream } from 'node:fs';
import { open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FetchOutcome } from '../../core/ports/generator.ts';
import type { GenerationRequest } from '../../domain/jobs/generation-request.ts';
import { deriveId } from '../../domain/kernel/derive-id.ts';
import { faultOf } from '../../domain/kernel/result.ts';
import type { FalClient } from './fal-client.ts';
import { falFault, troubleFault, unreadableFault } from './fal-faults.ts';
import { unreachable } from './follow-request.ts';
import { publicLookup } from './public-lookup.ts';
import { sniffResult } from './sniff-result.ts';

export interface Download {
  readonly address: string;
  readonly folder: string;
  /** Base of the file's name; made safe here. */
  readonly name: string;
  readonly kind: GenerationRequest['kind'];
}

type DownloadOutcome =
  | { readonly kind: 'downloaded'; readonly path: string; readonly mime: string }
  | Exclude<FetchOutcome, { kind: 'fetched' }>;

const mostRedirects = 4;
const largestBytes = { still: 128 * 1024 * 1024, clip: 4 * 1024 * 1024 * 1024 } as const;

/**
 * Brings a file from Fal's stores into a folder, without the key. What has arrived is kept when the line breaks, and the
 * next try asks for the rest; the file gets its name only when it is whole and of the kind that was asked for.
 */
export async function downloadFile(
  client: FalClient,
  download: Download,
  signal: AbortSignal,
): Promise<DownloadOutcome> {
  // Named after the address too: a new address is another file and must not be joined to the old one's beginning.
  const base = join(download.folder, deriveId('download', download.name, download.address));
  const partial = `${base}.part`;
  try {
    const have = await sizeOf(partial);
    const tag = have > 0 ? await readTag(base) : null;
    const answer = await request(client, download.address, tag === null ? null : { from: have, tag }, signal);
    if (!('response' in answer)) return answer;
    const taken = await take(answer.response, { base, have, largest: largestBytes[download.kind] }, signal);
    if (taken !== null) return taken;
    return await finish(base, download.kind);
  } catch (thrown) {
    return unreachable(faultOf(thrown, 'library.not-writable'));
  }
}

/** Opens the file, following redirects by the same rules as the first address. */
async function request(
  client: FalClient,
  address: string,
  resume: { readonly from: number; readonly tag: string } | null,
  signal: AbortSignal,
): Promise<{ readonly response: IncomingMessage } | Exclude<FetchOutcome, { kind: 'fetched' }>> {
  let next = address;
  for (let hop = 0; hop <= mostRedirects; hop++) {
    const url = client.addresses.media(next);
    if (!url.ok) return { kind: 'failed', fault: url.fault, billed: 'yes' };
    const answer = await get(client, url.value, resume, signal);
    if (answer instanceof Error) return unreachable(troubleFault(answer.message));
    const { statusCode = 0, headers } = answer;
    if (statusCode < 300 || statusCode >= 400 || headers.location === undefined) return { response: answer };
    answer.destroy();
    const target = URL.parse(headers.location, url.value.href);
    if (target === null) return unreachable(unreadableFault('the download'));
    next = target.href;
  }
  return unreachable(troubleFault('the download was sent from address to address'));
}

function get(
  client: FalClient,
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
      timeout: client.timeouts.stallMs,
      headers: {
        'user-agent': 'reelwright',
        'accept-encoding': 'identity',
        connection: 'close',
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
  response: IncomingMessage,
  { base, have, largest }: { readonly base: string; readonly have: number; readonly largest: number },
  signal: AbortSignal,
): Promise<Exclude<FetchOutcome, { kind: 'fetched' }> | null> {
  const { statusCode = 0, headers } = response;
  const partial = `${base}.part`;
  if (statusCode !== 200 && statusCode !== 206) {
    response.destroy();
    if (statusCode === 416) await rm(partial, { force: true });
    if (statusCode === 404 || statusCode === 410 || statusCode === 403) {
      const fault = falFault(
        'provider.result-gone',
        `Fal's store does not hold the file any more (HTTP ${statusCode}).`,
      );
      return { kind: 'gone', fault };
    }
    return unreachable(troubleFault(`the download got HTTP ${statusCode}`));
  }
  const start = statusCode === 206 ? rangeStart(headers['content-range']) : 0;
  if (start !== 0 && start !== have) {
    response.destroy();
    await rm(partial, { force: true });
    return unreachable(unreadableFault('the download'));
  }
  const length = headers['content-length'] === undefined ? null : Number(headers['content-length']);
  const tooLarge = falFault(
    'provider.request-refused',
    `The result is larger than ${largest} bytes and was not brought in. Look at the request on fal.ai.`,
  );
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
    return unreachable(troubleFault('the download broke off'));
  }
  if (!response.complete || (length !== null && bytes !== length)) {
    return unreachable(troubleFault('the download was cut short'));
  }
  return null;
}

async function finish(base: string, kind: Download['kind']): Promise<DownloadOutcome> {
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
  if (type === null || type.kind !== kind) {
    await rm(partial, { force: true });
    return unreachable(unreadableFault(`the download (it is no ${kind === 'still' ? 'picture' : 'video'})`));
  }
  const path = `${base}.${type.extension}`;
  await rename(partial, path);
  await rm(`${base}.tag`, { force: true });
  return { kind: 'downloaded', path, mime: type.mime };
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
