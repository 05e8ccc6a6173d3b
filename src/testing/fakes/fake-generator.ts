import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Generator, HeldResult, LookUpOutcome, PollOutcome } from '../../core/ports/generator.ts';
import type { GenerationRequest } from '../../domain/jobs/generation-request.ts';
import { ModelFacts } from '../../domain/jobs/model-facts.ts';
import { requestDigest } from '../../domain/jobs/request-digest.ts';
import { wordsOfRequest } from '../../domain/jobs/request-kinds.ts';
import { type Fault, fail, faultOf, ok } from '../../domain/kernel/result.ts';
import { stillRequest } from '../builders/generation-requests.ts';
import { type FakeProvider, fakeAnswer, fakeFault, fakeHandle } from './fake-provider.ts';

export interface FakeGeneratorOptions {
  readonly provider?: string;
  readonly free?: boolean;
  readonly maxConcurrent?: number;
  readonly mostPerMinute?: number;
  readonly pollIntervalMs?: number;
  /** Price of every request; may change between calls. */
  readonly priceUsdMicros?: () => number;
  readonly pricedAtMs?: number | null;
  /** Whether the provider keeps a list that lost answers can be looked up in. */
  readonly keepsList?: boolean;
  readonly keptForMs?: number | null;
  readonly checksHealth?: boolean;
  /** Bytes of a result, such as a picture that a library takes; words that no library takes without it. */
  readonly resultOf?: (request: GenerationRequest) => Uint8Array;
}

const refusedLine: Fault = { code: 'provider.unreachable', message: 'The connection was refused.' };

/** An adapter in memory with a scripted far side. Keeps nothing itself, so that a second one can go on with its requests. */
export function createFakeGenerator(far: FakeProvider, options: FakeGeneratorOptions = {}): Generator {
  const {
    provider = 'fake',
    free = false,
    maxConcurrent = 4,
    pollIntervalMs = 1_000,
    pricedAtMs = 1,
  } = options;
  const price = options.priceUsdMicros ?? (() => (free ? 0 : 10_000));
  const unreachable = (): {
    kind: 'unreachable';
    fault: ReturnType<typeof fakeFault>;
    retryAfterMs: null;
  } => ({
    kind: 'unreachable',
    fault: fakeFault('The provider cannot be reached.'),
    retryAfterMs: null,
  });

  return {
    provider,
    free,
    defaultModels: { still: 'fake-still', clip: 'fake-clip' },
    maxConcurrent,
    ...(options.mostPerMinute === undefined ? {} : { mostPerMinute: options.mostPerMinute }),
    pollIntervalMs,
    async estimate(request) {
      if (wordsOfRequest(request) === '')
        return fail('provider.prompt-empty', 'The prompt is empty. Nothing was sent.');
      return ok({ costUsdMicros: price(), basis: free ? 'free' : '1 request', pricedAtMs });
    },
    async submit(request, { beforeFirstByte }) {
      const step = far.submitStep(request);
      if (far.offline || step === 'not-sent') {
        return { kind: 'not-sent', fault: refusedLine, retryAfterMs: null };
      }
      try {
        beforeFirstByte();
      } catch (thrown) {
        return { kind: 'not-sent', fault: faultOf(thrown, 'provider.fake'), retryAfterMs: null };
      }
      const key = `${request.seed}:${wordsOfRequest(request)}`;
      far.begun.set(key, (far.begun.get(key) ?? 0) + 1);
      return fakeAnswer(far, request, step);
    },
    async poll(_request, { requestId }) {
      if (far.offline) return unreachable();
      const entry = far.find(requestId);
      if (entry === undefined) return { kind: 'gone', fault: fakeFault('No such request.') };
      const { polls = [] } = entry.behaviour;
      const answer: PollOutcome['kind'] | PollOutcome = entry.cancelled
        ? 'failed'
        : (polls[entry.polls] ?? 'ready');
      entry.polls += 1;
      const outcome = pollOutcome(answer);
      if (outcome.kind === 'ready' || outcome.kind === 'failed') far.finish(requestId);
      return outcome;
    },
    async fetch(_request, { requestId }, folder) {
      if (far.offline) return unreachable();
      const entry = far.find(requestId);
      if (entry === undefined) return { kind: 'gone', fault: fakeFault('No such request.') };
      const step = entry.behaviour.fetches?.[entry.fetches] ?? 'fetched';
      entry.fetches += 1;
      switch (step) {
        case 'fetched': {
          const path = join(folder, `${requestId}.bin`);
          await writeFile(path, options.resultOf?.(entry.request) ?? `result of ${entry.digest}`);
          const { chargeUsdMicros = price() } = entry.behaviour;
          return { kind: 'fetched', path, mime: 'application/octet-stream', costUsdMicros: chargeUsdMicros };
        }
        case 'failed':
          return { kind: 'failed', fault: fakeFault('The result is an error.'), billed: 'yes' };
        case 'gone':
          return { kind: 'gone', fault: fakeFault('The result is not held any more.') };
        case 'unreachable':
          return unreachable();
        case 'throw':
          throw new Error('The adapter broke.');
      }
    },
    async cancel(_request, { requestId }) {
      const entry = far.find(requestId);
      if (far.offline || entry === undefined) {
        return { kind: 'unreachable', fault: fakeFault('The provider cannot be reached.') };
      }
      const kind = entry.behaviour.cancel ?? 'cancelled';
      if (kind === 'unreachable') return { kind, fault: fakeFault('The provider cannot be reached.') };
      if (kind !== 'too-late') entry.cancelled = true;
      if (kind === 'cancelled') far.finish(requestId);
      return { kind };
    },
    ...(options.keepsList === true ? { lookUp: (request) => lookUpIn(far, request, unreachable) } : {}),
    ...(options.keepsList === true ? { listHeld: async () => ok(heldBy(far)) } : {}),
    ...(options.checksHealth === true
      ? {
          checkHealth: async () =>
            far.offline
              ? fail('provider.unreachable', 'The provider cannot be reached.')
              : ok({ answeredInMs: 5 }),
        }
      : {}),
    ...(options.keptForMs === undefined
      ? {}
      : { models: () => ['still', 'clip'].map((kind) => fakeModel(provider, kind, options.keptForMs)) }),
    close: () => Promise.resolve(),
  };
}

async function lookUpIn(
  far: FakeProvider,
  request: GenerationRequest,
  unreachable: () => Extract<LookUpOutcome, { kind: 'unreachable' }>,
): Promise<LookUpOutcome> {
  if (far.offline) return unreachable();
  const step = far.lookUpStep(request);
  const entry = far.accepted.find(({ digest }) => digest === requestDigest(request));
  switch (step) {
    case 'true':
      return entry === undefined
        ? { kind: 'never-begun' }
        : { kind: 'found', handle: fakeHandle(entry.requestId) };
    case 'never-begun':
      return { kind: 'never-begun' };
    case 'not-found':
      return { kind: 'not-found', fault: fakeFault('The list is not complete.') };
    case 'unreachable':
      return unreachable();
  }
}

function heldBy(far: FakeProvider): HeldResult[] {
  return far.accepted.map(({ requestId, request }) => ({
    handle: fakeHandle(requestId),
    model: request.model,
    input: { prompt: wordsOfRequest(request), seed: request.seed },
    finishedAtMs: null,
    costUsdMicros: null,
  }));
}

function fakeModel(provider: string, kind: string, keptForMs: number | null = null): ModelFacts {
  return ModelFacts.parse({
    provider,
    id: kind === 'still' ? stillRequest().model : 'fake-clip',
    name: kind,
    kind,
    lengthsSeconds: null,
    mostSeconds: null,
    aspects: null,
    mostPromptCharacters: null,
    mostReferences: 0,
    takesEndFrame: false,
    takesSeed: true,
    makesSound: false,
    voices: null,
    prices: [],
    keptForMs,
    inputSchema: null,
    origin: 'table',
    gone: false,
  });
}

function pollOutcome(answer: PollOutcome['kind'] | PollOutcome): PollOutcome {
  if (typeof answer !== 'string') return answer;
  switch (answer) {
    case 'waiting':
      return { kind: 'waiting', position: 1 };
    case 'running':
      return { kind: 'running', progress: 0.5 };
    case 'ready':
      return { kind: 'ready' };
    case 'failed':
      return { kind: 'failed', fault: fakeFault('The request failed.'), billed: 'no' };
    case 'gone':
      return { kind: 'gone', fault: fakeFault('No such request.') };
    case 'unreachable':
      return { kind: 'unreachable', fault: fakeFault('The provider cannot be reached.'), retryAfterMs: null };
  }
}
