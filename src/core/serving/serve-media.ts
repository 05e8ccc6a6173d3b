import { AssetId } from '../../domain/kernel/ids.ts';
import type { Fault } from '../../domain/kernel/result.ts';
import type { ByteSources } from './byte-sources.ts';
import { refusal } from './refusal.ts';
import { serveFile } from './serve-file.ts';

/**
 * The bytes never change under their id, and are nobody's but this person's. What stands in a file's place does so until that is here:
 * it is asked about each time, by its own tag.
 */
function cachingOf(id: AssetId, shownId: AssetId): string {
  return id === shownId ? 'private, max-age=31536000, immutable' : 'private, no-cache';
}

/** `/media/<id>`, `/media/<id>/thumbnails?frames=&height=`, `/media/<id>/waveform?rate=`. */
export async function serveMedia(request: Request, sources: ByteSources): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  const [id = '', view, ...rest] = pathname.slice('/media/'.length).split('/');
  const assetId = AssetId.safeParse(id);
  if (!assetId.success || rest.length > 0) return noSuchMedium();
  switch (view) {
    case undefined:
      return serveAsset(request, sources, assetId.data);
    case 'thumbnails': {
      const frames = wholeNumber(searchParams.get('frames'), 1, 200);
      const height = wholeNumber(searchParams.get('height'), 16, 480);
      if (frames === null) return refusal(400, '"frames" takes a whole number from 1 to 200.');
      if (height === null) return refusal(400, '"height" takes a whole number from 16 to 480.');
      return serveThumbnails(request, sources, assetId.data, frames, height);
    }
    case 'waveform': {
      const rate = wholeNumber(searchParams.get('rate'), 1, 1000);
      if (rate === null) return refusal(400, '"rate" takes a whole number from 1 to 1000.');
      return serveWaveform(request, sources, assetId.data, rate);
    }
    default:
      return noSuchMedium();
  }
}

async function serveAsset(request: Request, sources: ByteSources, id: AssetId): Promise<Response> {
  const found = await sources.locate(id);
  if (!found.ok) return faultResponse(found.fault);
  const { path, mime, shownId } = found.value;
  const cacheControl = cachingOf(id, shownId);
  return serveFile(request, { path, contentType: harmlessType(mime), tag: shownId, cacheControl });
}

async function serveThumbnails(
  request: Request,
  sources: ByteSources,
  id: AssetId,
  frames: number,
  height: number,
): Promise<Response> {
  const made = await sources.thumbnails(id, frames, height);
  if (!made.ok) return faultResponse(made.fault);
  const { path, columns, widthPx, heightPx, shownId } = made.value;
  const headers = {
    'x-sprite-columns': String(columns),
    'x-sprite-width': String(widthPx),
    'x-sprite-height': String(heightPx),
  };
  const tag = `${shownId}-${frames}x${height}`;
  const cacheControl = cachingOf(id, shownId);
  return serveFile(request, { path, contentType: 'image/jpeg', tag, cacheControl, headers });
}

async function serveWaveform(
  request: Request,
  sources: ByteSources,
  id: AssetId,
  rate: number,
): Promise<Response> {
  const made = await sources.waveform(id, rate);
  if (!made.ok) return faultResponse(made.fault);
  const headers = { 'x-waveform-rate': String(made.value.bucketsPerSecond) };
  const contentType = 'application/octet-stream';
  const { path, shownId } = made.value;
  const tag = `${shownId}-w${rate}`;
  return serveFile(request, { path, contentType, tag, cacheControl: cachingOf(id, shownId), headers });
}

/** Types that a browser shows and never runs; anything else is bytes to it. */
function harmlessType(mime: string): string {
  const plain = /^(audio|video)\/[\w.+-]+$|^image\/(?!svg)[\w.+-]+$/;
  return plain.test(mime) ? mime : 'application/octet-stream';
}

function wholeNumber(text: string | null, least: number, most: number): number | null {
  if (text === null || !/^\d{1,6}$/.test(text)) return null;
  const value = Number(text);
  return value >= least && value <= most ? value : null;
}

function noSuchMedium(): Response {
  return refusal(404, 'There is no such medium.');
}

function faultResponse({ code, message }: Fault): Response {
  const status = code === 'library.not-found' ? 404 : code.startsWith('connection.') ? 503 : 422;
  return refusal(status, message, { 'x-fault': code });
}
