import { createReadStream } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { Readable } from 'node:stream';
import type { Fault } from '../../domain/kernel/result.ts';
import { publicLookup } from '../../net/public-lookup.ts';
import type { FalClient } from './fal-client.ts';
import { troubleFault, unreadableFault } from './fal-faults.ts';

const partBytes = 10 * 1024 * 1024;
/** Of one part: sent again, it takes the place of the one before. */
const triesOfPart = 3;
/** The answer to a part is a number and a tag. */
const longestAnswerBytes = 64 * 1024;

interface StoredPart {
  readonly partNumber: number;
  readonly etag: string;
}

/** The whole file in one request. */
export async function putWhole(
  client: FalClient,
  place: URL,
  { path, mime, bytes }: { readonly path: string; readonly mime: string; readonly bytes: number },
  signal: AbortSignal,
): Promise<Fault | null> {
  const headers = { 'content-type': mime, 'content-length': String(bytes) };
  const body = createReadStream(path);
  const sent = await sendToStorage(client, place, { method: 'PUT', headers, body }, signal);
  return sent.ok ? null : sent.fault;
}

/** The file in parts of 10 MiB, one after another, and then the word that these are all of them. */
export async function putInParts(
  client: FalClient,
  place: URL,
  { path, bytes }: { readonly path: string; readonly bytes: number },
  signal: AbortSignal,
): Promise<Fault | null> {
  const parts: StoredPart[] = [];
  for (let from = 0; from < bytes; from += partBytes) {
    const length = Math.min(partBytes, bytes - from);
    const number = parts.length + 1;
    const stored = await putPart(client, inside(place, String(number)), { path, from, length }, signal);
    if ('code' in stored) return stored;
    parts.push(stored);
  }
  const text = JSON.stringify({ parts });
  const headers = { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)) };
  const order = { method: 'POST', headers, body: Readable.from([text]) };
  const sent = await sendToStorage(client, inside(place, 'complete'), order, signal);
  return sent.ok ? null : sent.fault;
}

async function putPart(
  client: FalClient,
  address: URL,
  { path, from, length }: { readonly path: string; readonly from: number; readonly length: number },
  signal: AbortSignal,
): Promise<StoredPart | Fault> {
  let fault = unreadableFault('the upload');
  for (let tries = 0; tries < triesOfPart && !signal.aborted; tries++) {
    const body = createReadStream(path, { start: from, end: from + length - 1 });
    const headers = { 'content-length': String(length) };
    const sent = await sendToStorage(client, address, { method: 'PUT', headers, body }, signal);
    if (sent.ok) return storedPart(sent.text) ?? unreadableFault('the upload');
    fault = sent.fault;
  }
  return fault;
}

/** `…/multipart?sig=x` and "3" are `…/multipart/3?sig=x`. */
function inside(place: URL, step: string): URL {
  const address = new URL(place);
  address.pathname = `${place.pathname.replace(/\/$/, '')}/${step}`;
  return address;
}

function storedPart(text: string): StoredPart | null {
  try {
    const { partNumber, etag } = JSON.parse(text) as Partial<Record<keyof StoredPart, unknown>>;
    return typeof partNumber === 'number' && typeof etag === 'string' ? { partNumber, etag } : null;
  } catch {
    // Not JSON: a page of something between us and Fal.
    return null;
  }
}

type Sent = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly fault: Fault };

/** One request to a place that Fal named, without the key. */
function sendToStorage(
  client: FalClient,
  url: URL,
  order: {
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: Readable;
  },
  signal: AbortSignal,
): Promise<Sent> {
  return new Promise((resolve) => {
    const secure = url.protocol === 'https:';
    const request = (secure ? httpsRequest : httpRequest)(url, {
      method: order.method,
      headers: { ...order.headers, connection: 'close' },
      agent: false,
      signal,
      timeout: client.timeouts.stallMs,
      ...(secure ? { lookup: publicLookup } : {}),
    });
    const broken = (cause: Error): void =>
      resolve({ ok: false, fault: troubleFault(`the upload broke off (${cause.message})`) });
    request.on('timeout', () => request.destroy(new Error('silence')));
    request.on('error', broken);
    request.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (piece: string) => {
        if (text.length < longestAnswerBytes) text += piece;
      });
      response.on('error', broken);
      response.on('close', () => {
        const { statusCode = 0 } = response;
        const fine = statusCode >= 200 && statusCode < 300;
        resolve(
          fine ? { ok: true, text } : { ok: false, fault: troubleFault(`the upload got HTTP ${statusCode}`) },
        );
      });
    });
    order.body.on('error', (cause) => request.destroy(cause));
    request.on('close', () => order.body.destroy());
    order.body.pipe(request);
  });
}
