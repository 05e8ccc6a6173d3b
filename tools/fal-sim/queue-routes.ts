import type { SimContext } from './sim-context.ts';
import { isCompleted } from './sim-context.ts';
import { answerCutJson, answerHtml, answerJson, type Exchange, readJson, reset } from './sim-exchange.ts';
import { type SimFaultRule, simFaults } from './sim-faults.ts';
import { checkInput, simModels, unitsOf, wordsOf } from './sim-models.ts';
import type { SimEnding, SimRequest } from './sim-requests.ts';
import { resultBody } from './sim-results.ts';

/** POST /{endpoint}: Fal's queue takes a request, or one of the scripted faults strikes. */
export async function submitRoute(sim: SimContext, exchange: Exchange, endpoint: string): Promise<void> {
  const input = (await readJson(exchange.request)) ?? {};
  await sim.atPoint('submit-received');
  const text = `${endpoint} ${wordsOf(input)}`;
  const rule = sim.faults.strike(simFaults.submit, text);
  const fault = rule?.fault ?? null;
  const model = simModels[endpoint];
  const refuse = (status: number, body: unknown, headers: Record<string, string> = {}): void => {
    sim.requests.noteSubmit({ endpoint, input, atMs: Date.now(), requestId: null });
    answerJson(exchange, status, body, headers);
  };
  switch (fault) {
    case 'refuse-401':
      return refuse(401, { detail: 'Cannot access application: invalid authentication credentials' });
    case 'no-balance':
      return refuse(403, {
        detail: 'User is locked. Reason: Exhausted balance. Top up your balance at fal.ai/dashboard/billing.',
      });
    case 'refuse-422':
      return refuse(422, {
        detail: [
          { loc: ['body', 'prompt'], msg: 'The prompt is too long for this model', type: 'string_too_long' },
        ],
      });
    case 'rate-limit':
      return refuse(
        429,
        { detail: 'Too many requests' },
        { 'retry-after': String(rule?.retryAfterSeconds ?? 1) },
      );
    case 'error-500':
      return refuse(500, { detail: 'Internal Server Error' });
    case 'bad-gateway-before':
      sim.requests.noteSubmit({ endpoint, input, atMs: Date.now(), requestId: null });
      return answerHtml(exchange, 502, '502 Bad Gateway');
    case 'unavailable':
      sim.requests.noteSubmit({ endpoint, input, atMs: Date.now(), requestId: null });
      return answerHtml(exchange, 503, '503 Service Unavailable');
    case 'lose-request':
      sim.requests.noteSubmit({ endpoint, input, atMs: Date.now(), requestId: null });
      return reset(exchange);
    default:
  }
  if (model === undefined || fault === 'not-found') {
    return refuse(404, { detail: `Application '${endpoint.split('/')[1] ?? endpoint}' not found` });
  }
  const problems = checkInput(model, input);
  if (problems.length > 0) return refuse(422, { detail: problems });

  const accepted = sim.requests.accept({
    endpoint,
    input,
    submittedAtMs: Date.now(),
    units: unitsOf(model, input),
    unitPriceUsd: model.unitPriceUsd,
    ending: endingOf(sim, text),
    endless: sim.faults.strike(['endless-queue'], text) !== null,
  });
  sim.requests.noteSubmit({ endpoint, input, atMs: Date.now(), requestId: accepted.requestId });
  await sim.atPoint('submit-accepted');
  await answerAccepted(sim, exchange, accepted, rule);
}

async function answerAccepted(
  sim: SimContext,
  exchange: Exchange,
  accepted: SimRequest,
  rule: SimFaultRule | null,
): Promise<void> {
  const base = `${sim.nameOf('queue.fal.run')}/${appOf(accepted.endpoint)}/requests/${accepted.requestId}`;
  const body = {
    status: 'IN_QUEUE',
    request_id: accepted.requestId,
    gateway_request_id: accepted.requestId,
    queue_position: 0,
    response_url: base,
    status_url: `${base}/status`,
    cancel_url: `${base}/cancel`,
  };
  switch (rule?.fault) {
    case 'lose-answer':
      return reset(exchange);
    case 'hang-after':
      return;
    case 'bad-gateway-after':
      return answerHtml(exchange, 502, '502 Bad Gateway');
    case 'gateway-timeout-after':
      return answerHtml(exchange, 504, '504 Gateway Time-out');
    case 'html':
      return answerHtml(exchange, 200, 'Sign in to the hotel network');
    case 'truncated-json':
      return answerCutJson(exchange, 200, body);
    case 'no-request-id':
      return answerJson(exchange, 200, { ...body, request_id: undefined });
    case 'redirect':
      exchange.response.writeHead(307, { location: 'https://example.com/elsewhere' });
      exchange.response.end();
      return;
    case 'foreign-urls':
      return answerJson(exchange, 200, {
        ...body,
        status_url: `https://queue.fal.run.example.com/${accepted.requestId}/status`,
        response_url: `https://queue.fal.run@example.com/${accepted.requestId}`,
      });
    default:
      return answerJson(exchange, 200, body, { 'x-fal-request-id': accepted.requestId });
  }
}

/** Status, result and cancel addresses carry owner and app only; the rest of the endpoint is dropped, as at Fal. */
export function appOf(endpoint: string): string {
  return endpoint.split('/').slice(0, 2).join('/');
}

function endingOf(sim: SimContext, text: string): SimEnding {
  const error = (status: number, body: unknown, billed: boolean): SimEnding => ({
    kind: 'error',
    status,
    body,
    billed,
  });
  switch (
    sim.faults.strike(
      ['failed-422', 'charged-but-failed', 'content-policy', 'failed-500', 'runner-timeout'],
      text,
    )?.fault
  ) {
    case 'failed-422':
    case 'charged-but-failed': {
      const detail = [
        { loc: ['body', 'image_url'], msg: 'Failed to download the file', type: 'file_download_error' },
      ];
      return error(422, { detail }, true);
    }
    case 'content-policy':
      return error(
        422,
        {
          detail: [
            {
              loc: ['body', 'prompt'],
              msg: 'The content could not be processed because it contained material flagged by a content checker.',
              type: 'content_policy_violation',
            },
          ],
        },
        false,
      );
    case 'failed-500':
      return error(500, { detail: 'Internal Server Error' }, false);
    case 'runner-timeout':
      return error(504, { detail: 'Request timed out', error_type: 'request_timeout' }, false);
    default:
      return { kind: 'result' };
  }
}

/** GET …/status: 202 while the request waits or runs, 200 when it has ended. */
export async function statusRoute(sim: SimContext, exchange: Exchange, request: SimRequest): Promise<void> {
  await sim.atPoint('status-read');
  const text = `${request.endpoint} ${wordsOf(request.input)}`;
  switch (sim.faults.strike(simFaults.status, text)?.fault) {
    case 'status-500':
      return answerJson(exchange, 500, { detail: 'Internal Server Error' });
    case 'status-html':
      return answerHtml(exchange, 200, 'Sign in to the hotel network');
    case 'status-truncated':
      return answerCutJson(exchange, 200, { status: 'IN_QUEUE', request_id: request.requestId });
    case 'status-reset':
      return reset(exchange);
    case 'status-404':
      return answerJson(exchange, 404, { detail: 'Request not found' });
    case 'slow':
      await new Promise((resolve) => setTimeout(resolve, 300));
      break;
    default:
  }
  request.statusReads += 1;
  const common = {
    request_id: request.requestId,
    response_url: exchange.url.href.replace(/\/status.*$/, ''),
  };
  if (!request.cancelled && (request.endless || request.statusReads <= sim.queueReads)) {
    return answerJson(exchange, 202, { status: 'IN_QUEUE', queue_position: 0, ...common });
  }
  const stillRuns = request.statusReads <= sim.queueReads + sim.runReads || !isCompleted(sim, request);
  if (!request.cancelled && stillRuns)
    return answerJson(exchange, 202, { status: 'IN_PROGRESS', logs: null, ...common });
  answerJson(exchange, 200, {
    status: 'COMPLETED',
    logs: null,
    metrics: { inference_time: 1.2 },
    ...common,
    ...errorOf(request),
  });
}

function errorOf(request: SimRequest): object {
  if (request.cancelled) return { error: 'Request was cancelled', error_type: 'client_cancelled' };
  if (request.ending.kind === 'result') return {};
  const body = request.ending.body as { error_type?: string };
  return {
    error: 'Request failed',
    ...(body.error_type === undefined ? {} : { error_type: body.error_type }),
  };
}

/** GET …/requests/{id}: the model's output, or the error that it ended with. */
export async function resultRoute(sim: SimContext, exchange: Exchange, request: SimRequest): Promise<void> {
  await sim.atPoint('result-read');
  const text = `${request.endpoint} ${wordsOf(request.input)}`;
  const fault = sim.faults.strike(
    ['result-html', 'result-503', 'foreign-media', 'blacked-out', 'no-units', 'no-file'],
    text,
  )?.fault;
  if (fault === 'result-html') return answerHtml(exchange, 200, 'Sign in to the hotel network');
  if (fault === 'result-503') return answerHtml(exchange, 503, '503 Service Unavailable');
  if (request.cancelled) {
    return answerJson(exchange, 499, { detail: 'Request was cancelled', error_type: 'client_cancelled' });
  }
  if (!isCompleted(sim, request))
    return answerJson(exchange, 400, { detail: 'Request is still in progress' });
  if (request.ending.kind === 'error')
    return answerJson(exchange, request.ending.status, request.ending.body);
  const model = simModels[request.endpoint];
  if (model === undefined) return answerJson(exchange, 404, { detail: 'Request not found' });
  const host = fault === 'foreign-media' ? 'https://fal.media.example.com' : sim.nameOf('v3b.fal.media');
  const body =
    fault === 'no-file'
      ? {}
      : resultBody(model, request, host, { blackedOut: fault === 'blacked-out', read: sim.read });
  const headers = fault === 'no-units' ? {} : { 'x-fal-billable-units': String(request.units) };
  answerJson(exchange, 200, body, { 'x-fal-request-id': request.requestId, ...headers });
}

/** PUT …/cancel: out of the queue at once, or a signal to what runs. */
export async function cancelRoute(sim: SimContext, exchange: Exchange, request: SimRequest): Promise<void> {
  if (request.cancelled) return answerJson(exchange, 200, { status: 'OK' });
  const queued = request.endless || request.statusReads <= sim.queueReads;
  const done = !queued && request.statusReads > sim.queueReads + sim.runReads && isCompleted(sim, request);
  if (done) return answerJson(exchange, 400, { status: 'ALREADY_COMPLETED' });
  request.cancelled = true;
  sim.requests.save();
  answerJson(exchange, queued ? 200 : 202, { status: queued ? 'OK' : 'CANCELLATION_REQUESTED' });
}
