import type { FetchOutcome, PollOutcome } from '../../core/ports/generator.ts';
import type { ProviderHandle } from '../../domain/jobs/job.ts';
import { type Fault, ok, type Result } from '../../domain/kernel/result.ts';
import { downloadFile } from '../../net/download-file.ts';
import { inOneLine, isRecord, jsonOf, retryAfterMs, textOf } from '../../net/read-answer.ts';
import {
  askOpenRouter,
  checkOpenRouterKey,
  type OpenRouterAccess,
  openRouterHost,
  say,
} from './openrouter-access.ts';
import { openRouterWords, refusalFault, speaksOfContent } from './openrouter-faults.ts';
import { isVideoId } from './submit-video.ts';
import { resolveContent, takesKey } from './video-address.ts';

type Unhappy = Exclude<PollOutcome, { kind: 'waiting' | 'running' | 'ready' }>;
type Video =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'running' }
  | { readonly kind: 'ready'; readonly costUsdMicros: number | null }
  | Unhappy;

export async function pollVideo(
  access: OpenRouterAccess,
  handle: ProviderHandle,
  signal: AbortSignal,
): Promise<PollOutcome> {
  const video = await readVideo(access, handle, signal);
  switch (video.kind) {
    case 'waiting':
      return { kind: 'waiting', position: null };
    case 'running':
      return { kind: 'running', progress: null };
    case 'ready':
      return { kind: 'ready' };
    default:
      return video;
  }
}

/** Brings the clip in through OpenRouter's own address of it, which alone is sent the key. */
export async function fetchVideo(
  access: OpenRouterAccess,
  handle: ProviderHandle,
  folder: string,
  signal: AbortSignal,
): Promise<FetchOutcome> {
  const video = await readVideo(access, handle, signal);
  if (video.kind === 'waiting' || video.kind === 'running') {
    return unreachable(say.trouble('the clip is not finished'));
  }
  if (video.kind !== 'ready') return video;
  const key = checkOpenRouterKey((await access.key()) ?? '');
  if (!key.ok) return unreachable(key.fault);
  const downloaded = await downloadFile(
    {
      address: `https://${openRouterHost}/api/v1/videos/${handle.requestId}/content?index=0`,
      folder,
      name: handle.requestId,
      medium: 'video',
      provider: 'OpenRouter',
      resolve: (address) => resolveContent(address, access.origin),
      headersFor: (url): Readonly<Record<string, string>> =>
        takesKey(url, access.origin) ? { authorization: `Bearer ${key.value}` } : {},
      stallMs: access.timeouts.stallMs,
    },
    signal,
  );
  if (downloaded.kind !== 'downloaded') return downloaded;
  const { path, mime } = downloaded;
  return { kind: 'fetched', path, mime, costUsdMicros: video.costUsdMicros };
}

/** What was charged for a finished clip; null while OpenRouter does not say. */
export async function readVideoCharge(
  access: OpenRouterAccess,
  handle: ProviderHandle,
  signal: AbortSignal,
): Promise<Result<number | null>> {
  const video = await readVideo(access, handle, signal);
  if (video.kind === 'ready') return ok(video.costUsdMicros);
  return 'fault' in video ? { ok: false, fault: video.fault } : ok(null);
}

async function readVideo(
  access: OpenRouterAccess,
  { requestId }: ProviderHandle,
  signal: AbortSignal,
): Promise<Video> {
  if (!isVideoId(requestId)) return { kind: 'gone', fault: say.resultGone('no such job') };
  const asked = await askOpenRouter(access, { method: 'GET', path: `videos/${requestId}`, signal });
  if (!asked.ok) return unreachable(asked.fault);
  const answer = asked.value;
  if (answer.kind !== 'answer') return unreachable(say.trouble(answer.cause.message));
  if (answer.status === 404 || answer.status === 410) {
    return { kind: 'gone', fault: say.resultGone(openRouterWords(answer)) };
  }
  // Whatever keeps the answer back now (a changed key, a rate, a server in trouble), the job goes on.
  if (answer.status !== 200) {
    const after = retryAfterMs(answer.headers['retry-after'], access.clock.nowMs());
    const trouble = answer.status >= 500 || answer.status === 429;
    return unreachable(trouble ? say.trouble(openRouterWords(answer)) : refusalFault(answer), after);
  }
  const body = jsonOf(answer.body);
  return body === null || body['id'] !== requestId ? unreachable(say.unreadable()) : stateOf(body);
}

function stateOf(body: Readonly<Record<string, unknown>>): Video {
  const costUsdMicros = costOf(body);
  const words = inOneLine(textOf(body['error']) ?? String(body['status']));
  switch (body['status']) {
    case 'pending':
      return { kind: 'waiting' };
    case 'in_progress':
      return { kind: 'running' };
    case 'completed':
      return { kind: 'ready', costUsdMicros };
    case 'failed':
    case 'cancelled': {
      const fault = speaksOfContent(words) ? say.contentRefused(words) : say.generationFailed(words);
      // Only what OpenRouter itself says it charged counts as charged.
      const billed = costUsdMicros === null ? 'unknown' : costUsdMicros > 0 ? 'yes' : 'no';
      return { kind: 'failed', fault, billed };
    }
    case 'expired':
      return { kind: 'gone', fault: say.resultGone(words) };
    default:
      return unreachable(say.unreadable());
  }
}

/** `usage.cost` in dollars. With a key of one's own for the maker of the model, what OpenRouter takes is not all there is. */
function costOf(body: Readonly<Record<string, unknown>>): number | null {
  const usage = body['usage'];
  if (!isRecord(usage) || usage['is_byok'] === true) return null;
  const cost = usage['cost'];
  return typeof cost === 'number' && Number.isFinite(cost) && cost >= 0 && cost < 10_000
    ? Math.round(cost * 1_000_000)
    : null;
}

function unreachable(
  fault: Fault,
  afterMs: number | null = null,
): { kind: 'unreachable'; fault: Fault; retryAfterMs: number | null } {
  return { kind: 'unreachable', fault, retryAfterMs: afterMs };
}
