import type { FetchOutcome, PollOutcome } from '../../core/ports/generator.ts';
import type { ProviderHandle } from '../../domain/jobs/job.ts';
import type { Fault } from '../../domain/kernel/result.ts';
import { downloadFile } from '../../net/download-file.ts';
import { inOneLine, isRecord, jsonOf, retryAfterMs, textOf } from '../../net/read-answer.ts';
import { askGoogle, checkGoogleKey, type GoogleAccess, say } from './google-access.ts';
import { googleWords, refusalFault } from './google-faults.ts';
import { isOperationName } from './operation-name.ts';
import { resolveVideo, takesKey } from './video-address.ts';

type Unhappy = Exclude<PollOutcome, { kind: 'waiting' | 'running' | 'ready' }>;
type Operation =
  | { readonly kind: 'running' }
  | { readonly kind: 'ready'; readonly address: string }
  | Unhappy;

export async function pollOperation(
  access: GoogleAccess,
  handle: ProviderHandle,
  signal: AbortSignal,
): Promise<PollOutcome> {
  const operation = await readOperation(access, handle, signal);
  if (operation.kind === 'running') return { kind: 'running', progress: null };
  return operation.kind === 'ready' ? { kind: 'ready' } : operation;
}

/** Brings the clip in. Its address is asked for anew each time: it is Google's to change. */
export async function fetchOperation(
  access: GoogleAccess,
  handle: ProviderHandle,
  folder: string,
  signal: AbortSignal,
): Promise<FetchOutcome> {
  const operation = await readOperation(access, handle, signal);
  if (operation.kind === 'running') return unreachable(say.trouble('the clip is not finished'));
  if (operation.kind !== 'ready') return operation;
  const key = checkGoogleKey((await access.key()) ?? '');
  if (!key.ok) return unreachable(key.fault);
  const downloaded = await downloadFile(
    {
      address: operation.address,
      folder,
      name: handle.requestId,
      medium: 'video',
      provider: 'Google',
      resolve: (address) => resolveVideo(address, access.origin),
      headersFor: (url): Readonly<Record<string, string>> =>
        takesKey(url, access.origin) ? { 'x-goog-api-key': key.value } : {},
      stallMs: access.timeouts.stallMs,
    },
    signal,
  );
  if (downloaded.kind !== 'downloaded') return downloaded;
  // Google names no price with a result: what the table says is what was reserved.
  return { kind: 'fetched', path: downloaded.path, mime: downloaded.mime, costUsdMicros: null };
}

async function readOperation(
  access: GoogleAccess,
  { requestId }: ProviderHandle,
  signal: AbortSignal,
): Promise<Operation> {
  if (!isOperationName(requestId)) return { kind: 'gone', fault: say.resultGone('no such operation') };
  const asked = await askGoogle(access, { method: 'GET', path: requestId, signal });
  if (!asked.ok) return unreachable(asked.fault);
  const answer = asked.value;
  if (answer.kind !== 'answer') return unreachable(say.trouble(answer.cause.message));
  if (answer.status === 404 || answer.status === 410) {
    return { kind: 'gone', fault: say.resultGone(googleWords(answer)) };
  }
  // Whatever keeps the answer back now (a changed key, a rate, a server in trouble), the operation goes on.
  if (answer.status !== 200) {
    const after = retryAfterMs(answer.headers['retry-after'], access.clock.nowMs());
    const trouble = answer.status >= 500 || answer.status === 429;
    return unreachable(trouble ? say.trouble(googleWords(answer)) : refusalFault(answer), after);
  }
  const body = jsonOf(answer.body);
  if (body === null || body['name'] !== requestId) return unreachable(say.unreadable());
  return body['done'] === true ? endOf(body) : { kind: 'running' };
}

/** Google charges for clips that were made: neither an error nor a clip that was held back costs anything. */
function endOf(body: Readonly<Record<string, unknown>>): Operation {
  const error = body['error'];
  if (isRecord(error)) {
    const words = inOneLine(textOf(error['message']) ?? `error ${String(error['code'])}`);
    const refusedContent = /safety|sensitive|usage guidelines|responsible ai/i.test(words);
    const fault = refusedContent ? say.contentRefused(words) : say.generationFailed(words);
    return { kind: 'failed', fault, billed: 'no' };
  }
  const response = isRecord(body['response']) ? body['response']['generateVideoResponse'] : null;
  if (!isRecord(response)) return unreachable(say.unreadable());
  const samples = Array.isArray(response['generatedSamples'])
    ? response['generatedSamples'].filter(isRecord)
    : [];
  const video = samples[0]?.['video'];
  const address = isRecord(video) ? textOf(video['uri']) : null;
  if (address !== null) return { kind: 'ready', address };
  const reasons = response['raiMediaFilteredReasons'];
  const words = Array.isArray(reasons)
    ? reasons.filter((reason) => typeof reason === 'string').join(' ')
    : '';
  if (words !== '' || Number(response['raiMediaFilteredCount'] ?? 0) > 0) {
    return {
      kind: 'failed',
      fault: say.contentRefused(inOneLine(words || 'it was held back')),
      billed: 'no',
    };
  }
  return { kind: 'failed', fault: say.generationFailed('the answer holds no clip'), billed: 'unknown' };
}

function unreachable(
  fault: Fault,
  afterMs: number | null = null,
): { kind: 'unreachable'; fault: Fault; retryAfterMs: number | null } {
  return { kind: 'unreachable', fault, retryAfterMs: afterMs };
}
